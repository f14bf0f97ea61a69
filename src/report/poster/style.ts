/**
 * How a poster looks. All sizes hang on the size of the sheet's type, so that paper of another size takes the same
 * poster larger. On paper it is one sheet, landscape, in the light palette; on a narrow screen it is one column.
 */
export const POSTER_STYLE = `
.sheet{font-size:1rem;line-height:1.35;padding:1.5em;max-width:110em;margin:0 auto}
.sheet p,.sheet dl,.sheet ol,.sheet dd{margin:0;padding:0}
.sheet ol{list-style:none}
.sheet h1{font-size:2.2em;margin:0;line-height:1}
.sheet h2{font-size:1.2em;margin:0 0 .4em;color:var(--brass)}
.sheet h3{font-size:1.1em;margin:0;line-height:1.25}
.sheet header{display:flex;flex-wrap:wrap;gap:.6em 2em;justify-content:space-between;align-items:end;
border-block-end:2px solid var(--brass);padding-block-end:.6em}
.kicker{font-size:.5em;color:var(--brass)}
.question{font:italic 1.15em/1.3 var(--serif)}
.estate{max-width:52em;margin-inline-start:auto;text-align:end}
.overall{font-size:1.5em;line-height:1.1}
.facts,.count,.owner{color:var(--muted)}
.gap{font-weight:600;color:var(--unseen)}
.number{display:inline-block;min-width:1.5em;font-family:var(--sans);color:var(--brass);font-weight:700}
.chart{padding-block:.5em .7em}
.chart svg{display:block;inline-size:100%;block-size:auto;overflow:hidden}
.rhumbs{stroke:var(--ink);stroke-width:1.2;opacity:.06}
.rose{fill:var(--brass);opacity:.28}
.course{fill:none;stroke:var(--brass);stroke-width:3.5;stroke-dasharray:13 9}
.harbour circle{fill:var(--surface);stroke:var(--brass);stroke-width:2.5}
.harbour.nearest circle{stroke-width:6}
.harbour text{font:700 26px var(--sans);text-anchor:middle;fill:currentColor}
.sheet .legs{display:grid;grid-template-columns:repeat(8,minmax(0,1fr))}
.legs li{text-align:center;padding-inline:.3em}
.legs b,.legs strong,.legs .count,.legs .near{display:block;white-space:normal}
.legs .number{min-width:0}
.legs .near{color:var(--muted)}
.legs .nearest .near{color:var(--ink);font-weight:600}
.columns{display:grid;grid-template-columns:minmax(0,2.9fr) minmax(0,1fr);gap:1.4em}
.cards{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));grid-template-rows:repeat(5,auto);grid-auto-flow:column;
gap:.7em 1em}
.card{padding:.45em .7em;background:var(--surface);
border-inline-start:.25em solid var(--brass)}
.card h3,.card .standing,.card .foot{display:inline}
.card h3::after{content:"  "}
.card p:nth-last-child(2){display:inline}
.foot .owner::after{content:" · "}
.strong{font-weight:600}
.topics{display:flex;flex-wrap:wrap;gap:0 1em;align-items:baseline;padding-block:.5em}
.topics dl{flex:1 1 30em}
.topics dt,.topics dd{display:inline}
.topics dt{font-weight:600;color:var(--brass)}
.part{margin-block-end:.8em}
.part dl>div{margin-block-end:.25em}
.part dt{font-weight:600}
.commands dd{color:var(--muted)}
.first li{margin-block-end:.35em}
.first .count,.first code{display:block}
.sheet footer{display:flex;flex-wrap:wrap;gap:0 2em;justify-content:space-between;
border-block-start:1px solid var(--line);padding-block-start:.3em;color:var(--muted)}
.sheet footer strong{margin-inline-end:1em}
@media screen and (max-width:70em){.columns{grid-template-columns:minmax(0,1fr)}}
@media screen and (max-width:48em){.cards{display:block}.card{margin-block-end:.7em}.sheet{padding:1em}.estate{text-align:start}
.chart svg{display:none}
.sheet .legs{grid-template-columns:minmax(0,1fr);border-inline-start:3px dashed var(--brass);padding-inline-start:.8em}
.legs li{text-align:start;margin-block-end:.4em}
.legs b,.legs strong,.legs .count,.legs .near{display:inline}}
@page{size:landscape;margin:7mm}
@media print{
body{background:none}
.sheet{display:flex;flex-direction:column;min-block-size:97vh;font-size:6.3pt;line-height:1.26;
padding:0;max-width:none}
.roomy{font-size:6.7pt}
.topics div{display:inline;margin-inline-end:.8em}
.columns{flex:1}
.restrictions{display:flex;flex-direction:column}
.cards{flex:1;gap:.4em 1em;align-content:space-between}
.card{background:none;padding:0 .6em}
strong,.kicker,.foot,.card .count{white-space:nowrap}
.harbour circle,.course{print-color-adjust:exact}
}
@media print and (min-width:380mm){.sheet{font-size:8.9pt}.roomy{font-size:9.5pt}}
`
