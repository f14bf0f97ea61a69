import { COURSE_DEPTHS } from './course.ts'
import { SHORT_MARK_STYLE } from './words.ts'

const MARKS = COURSE_DEPTHS.map(
  (depth, index) => `.route li:nth-child(${index + 1}) .mark{inset-block-start:${depth - 76}px}`,
).join('\n')

/** How the report looks: one chart sheet with its frame on the first screen, plain lists below it. */
export const REPORT_STYLE = `
.top,main,footer{max-inline-size:75rem;margin-inline:auto;padding-inline:clamp(1rem,3vw,2rem)}
.top{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 2rem;padding-block:1rem}
.house{margin:0;color:var(--brass);font-family:var(--serif);font-weight:600;letter-spacing:.04em}
.top .house{font-size:1.25rem}
.top ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0;padding:0;list-style:none;font-size:.9rem}
.top a{display:inline-block;padding-block:.25rem;text-decoration:none}
.top a:hover{text-decoration:underline}
.count{color:var(--muted);font-size:.8125rem}
.chart{position:relative;isolation:isolate;overflow:hidden;padding:clamp(1.25rem,3vw,2.5rem);background:var(--surface);
border:1px solid var(--line);outline:1px solid var(--line);outline-offset:-13px;margin-block-end:3rem}
.chart::before{content:"";position:absolute;inset:1px;z-index:-1;pointer-events:none;opacity:.6;
--corner:linear-gradient(var(--line) 0 100%);background:
var(--corner) 0 0/11px 11px,var(--corner) 100% 0/11px 11px,var(--corner) 0 100%/11px 11px,var(--corner) 100% 100%/11px 11px,
repeating-linear-gradient(90deg,transparent 0 48px,var(--line) 48px 96px) 11px 0/calc(100% - 22px) 11px,
repeating-linear-gradient(90deg,transparent 0 48px,var(--line) 48px 96px) 11px 100%/calc(100% - 22px) 11px,
repeating-linear-gradient(transparent 0 48px,var(--line) 48px 96px) 0 11px/11px calc(100% - 22px),
repeating-linear-gradient(transparent 0 48px,var(--line) 48px 96px) 100% 11px/11px calc(100% - 22px);
background-repeat:no-repeat}
.rose{position:absolute;inset:13px;z-index:-1;inline-size:calc(100% - 26px);block-size:calc(100% - 26px);
color:var(--ink);opacity:.06}
.title{padding:.5rem}
.title h1{margin:.25rem 0 .5rem;font-size:clamp(1.75rem,4.5vw,2.5rem)}
.title p{margin:0;font-size:.9rem}
.answers{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr));gap:1.5rem 2.5rem;
padding:1.5rem .5rem;margin-block:1rem;border-block:1px solid var(--line)}
.answers h2{margin:0 0 .5rem;font-size:1rem;color:var(--brass)}
.answers p{margin:.25rem 0}
.answers ol{margin:.5rem 0 0;padding-inline-start:1.4rem}
.answers li{padding-block:.125rem}
.state{font-family:var(--serif);font-size:2rem;line-height:1.2}
.moves{margin:0}
.moves div{display:flex;flex-wrap:wrap;gap:0 .75rem;padding-block:.125rem}
.moves dt{flex:0 0 6rem}
.moves dd{margin:0;flex:1 1 6rem;min-inline-size:0;display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.75rem;align-items:center}
.moves dd span{min-inline-size:3ch;text-align:end}
.bar{display:block;inline-size:100%;block-size:.375rem;fill:var(--brass)}
.bar .all{fill:var(--sunken);stroke:none}
.course{position:relative;padding:.5rem}
.course h2{margin:0 0 .5rem;font-size:1rem;color:var(--brass)}
.line{display:block;inline-size:100%;block-size:76px;fill:none;stroke:var(--brass);stroke-width:2;
stroke-dasharray:7 6;stroke-linecap:round}
.route{display:grid;grid-template-columns:repeat(8,1fr);margin:0;padding:0;list-style:none}
.route li{position:relative;padding-inline:.375rem;text-align:center}
.route h3{margin:.25rem 0 0;font-size:1rem}
.route h3 a{display:inline-block;min-block-size:1.5rem}
.route p{margin:.125rem 0;font-size:.8125rem;line-height:1.35}
.route .worst{min-block-size:2.2rem}
.mark{position:absolute;inset-inline:0;margin-inline:auto;inline-size:2rem;block-size:2rem;translate:0 -50%;
line-height:1.75rem;text-align:center;font-size:1.125rem;background:var(--surface);border:2px solid currentColor;
border-radius:50%}
.number{color:var(--brass);font-size:.8125rem;font-family:var(--sans)}
.soundings span{display:inline-block;padding-inline:.25rem}
main>section,footer{margin-block:3rem}
main>section>h2,footer>h2{margin:0 0 .75rem;padding-block-end:.375rem;font-size:1.5rem;border-block-end:3px double var(--line)}
.shares{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(14rem,100%),1fr));gap:1rem;margin:0;padding:0;
list-style:none}
.shares li,.focus li,.faults li,.waivers li{background:var(--surface);border:1px solid var(--line);padding:.75rem 1rem}
.shares h3,.focus h3,.waivers h3{margin:0;font-size:1rem}
.shares p,.focus p,.waivers p{margin:.25rem 0}
.shares b{font-family:var(--serif);font-size:1.75rem;line-height:1.2}
.focus{margin:0;padding:0;list-style:none;counter-reset:course}
.focus li{position:relative;margin-block:.5rem;padding-inline-start:3.5rem;counter-increment:course}
.focus li::before{content:counter(course);position:absolute;inset-inline-start:1rem;inset-block-start:.5rem;
inline-size:1.75rem;block-size:1.75rem;border:1px solid var(--brass);border-radius:50%;color:var(--brass);
line-height:1.65rem;text-align:center;font:600 1rem/1.65rem var(--serif)}
.next{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;font-size:.9375rem}
.next code:last-child{color:var(--brass)}
summary{cursor:pointer;min-block-size:1.5rem;padding-block:.125rem;color:var(--link);inline-size:fit-content}
.filters{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end;padding:1rem;background:var(--sunken);
border:1px solid var(--line)}
[hidden]{display:none!important}
.filters label{display:grid;grid-template-columns:minmax(0,1fr);max-inline-size:100%;gap:.125rem;font-size:.875rem;color:var(--muted)}
.filters select,.filters input,.filters button{min-block-size:2.25rem;padding:.25rem .5rem;background:var(--surface);
color:var(--ink);border:1px solid var(--line);border-radius:2px;max-inline-size:100%}
.filters button{cursor:pointer;padding-inline:.875rem}
.filters p{margin:0;flex:1 1 12rem;align-self:center;color:var(--muted)}
.chapter>h3{margin:2rem 0 .5rem;font-size:1.25rem;color:var(--brass)}
.group{content-visibility:auto;contain-intrinsic-size:auto 14rem;padding-block:1rem;border-block-start:1px solid var(--line)}
.group h3,.group h4{margin:0;font-family:var(--serif);font-size:1.0625rem}
.group h3 code{font-size:1rem;font-weight:600}
.group>p,.some>p{margin:.125rem 0;font-size:.9375rem}
.group .sentence{font-size:1rem;font-family:var(--serif)}
.group ul{margin:.375rem 0;padding:0;list-style:none}
.group li,.faults li{display:grid;grid-template-columns:minmax(0,24rem) minmax(0,1fr);gap:0 1.25rem;
padding-block:.25rem;font-size:.9375rem}
.file li{grid-template-columns:5rem minmax(0,1fr)}
.group li:target{background:var(--sunken);outline:2px solid var(--brass)}
.group li>code,.faults li>code{padding-block-start:.125rem}
.group li>b{font:.875em/1.7 var(--mono)}
.group li p,.faults li p{margin:0;grid-column:2}
.group li small{display:block;font-size:.875rem;color:var(--muted)}
.group li+li{border-block-start:1px dotted var(--line)}
.group .parts ul{list-style:disc;padding-inline-start:1.25rem}
.group .parts li{display:list-item;border:0}
.parts li a,.parts p a,.sources a{display:inline-block;min-block-size:1.5rem}
.parts p a{min-inline-size:1.5rem}
.sources li:target{background:var(--sunken);outline:2px solid var(--brass)}
.new{padding-inline:.375rem;border:1px solid currentColor;border-radius:2px;color:var(--brass);font-size:.8125rem}
${SHORT_MARK_STYLE}
.why[open]{padding-block-end:.5rem}
.parts{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:.75rem 1.5rem;margin:.5rem 0;padding:1rem 1.25rem;
background:var(--surface);border:1px solid var(--line);border-inline-start:4px solid var(--brass)}
.parts dt{font-family:var(--serif);font-weight:600;color:var(--brass)}
.parts dd{margin:0;min-inline-size:0}
.parts p{margin:0 0 .5rem;max-inline-size:70ch}
.parts pre{margin:0 0 .5rem;padding:.75rem 1rem;background:var(--sunken);overflow:auto;max-block-size:26rem;line-height:1.4}
.parts ul{margin:0}
.faults,.waivers,.missed{margin:.5rem 0;padding:0;list-style:none}
.faults li,.waivers li{margin-block:.5rem;padding:.5rem 1rem}
.missed li{padding-block:.125rem}
.faults{content-visibility:auto;contain-intrinsic-size:auto 20rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;inline-size:100%}
th,td{padding:.375rem .75rem;border-block-end:1px solid var(--line);text-align:start;vertical-align:top}
thead th{color:var(--muted);font-weight:600}
td:nth-child(2),td:nth-child(3),th:nth-child(2),th:nth-child(3){text-align:end}
footer{padding-block-end:3rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:.5rem 2rem;margin:0}
.facts div{display:grid;grid-template-columns:6rem minmax(0,1fr);gap:.75rem}
.facts dt{color:var(--muted)}
.facts dd{margin:0}
@media (min-width:60.01rem){
${MARKS}
}
@media (max-width:60rem){
.line{display:none}
.route{grid-template-columns:1fr;border-inline-start:2px dashed var(--brass);margin-inline-start:1rem}
.route li{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:0 1rem;padding:.375rem 0 .625rem 1.75rem;text-align:start}
.route li .mark{inset-inline:-1.0625rem auto;inset-block-start:1.375rem}
.route li h3,.route li p:first-of-type{grid-column:1;margin-block:0}
.route li p:not(:first-of-type){grid-column:2}
.route li .worst{grid-row:1;min-block-size:0}
.route .soundings span{padding-inline:0 .5rem}
}
@media (max-width:40rem){
.group li,.file li,.faults li,.parts,.route li{grid-template-columns:minmax(0,1fr);gap:0}
.group li p,.faults li p,.route li p:not(:first-of-type){grid-column:1}
.route li .worst{grid-row:auto}
.parts{padding:.75rem}.parts dd{margin-block-end:.5rem}
.focus li{padding-inline-start:3.25rem}
.facts div{grid-template-columns:5.5rem minmax(0,1fr)}
}
@media (forced-colors:active){.bar rect{fill:CanvasText}.bar .all{fill:Canvas;stroke:CanvasText}.rose,.chart::before{display:none}}
@media print{
@page{margin:14mm}
html{font-size:12.5px}
body{background:none}
.group li,.faults li{grid-template-columns:minmax(0,18rem) minmax(0,1fr)}
.file li{grid-template-columns:5rem minmax(0,1fr)}
.group{padding-block:.5rem}
.top nav,.filters,.why:not([open]){display:none}
.more::details-content{content-visibility:visible;block-size:auto}
.chart{margin-block-end:1.5rem;break-after:avoid}
main>section,footer{margin-block:1.5rem}
.group{content-visibility:visible}
h2,h3,h4{break-after:avoid}
.group li,.focus li,.shares li,.faults li,.route li{break-inside:avoid}
}
`
