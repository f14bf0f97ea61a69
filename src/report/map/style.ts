import { PALETTE } from '../html/palette.data.ts'

/** How the drawing looks within a page that has our colours and types already. */
export const DRAWING_STYLE = `
.map text{fill:currentColor;color:var(--ink);font:12px var(--sans)}
.map .t{font-size:14px;font-weight:600}
.map .n{color:var(--muted)}
.map .r{font-style:italic}
.map .m{font-weight:600}
.map .area{font:600 20px var(--serif);color:var(--brass)}
.map .room{font:600 17px var(--serif)}
.map .lane{font-size:11px;letter-spacing:.08em;text-transform:uppercase;color:var(--muted)}
.map .name{font:600 34px var(--serif)}
.map .house{font:600 15px var(--serif);letter-spacing:.04em;color:var(--brass)}
.map .state{font-size:22px;font-weight:700}
.map .b{font-weight:600}
.map .urgent{color:var(--urgent)}.map .high{color:var(--high)}.map .medium{color:var(--medium)}.map .low{color:var(--low)}
.map .clear{color:var(--clear)}.map .waived{color:var(--waived)}.map .unseen{color:var(--unseen)}
.map .sheet{fill:var(--page)}
.map .rhumbs{stroke:var(--ink);opacity:.06;fill:none}
.map .star{color:var(--brass);opacity:.4}
.map .ground{fill:var(--surface);stroke:var(--line);stroke-width:1}
.map .theirs .ground{fill:var(--sunken)}
.map .dashed .ground{stroke-dasharray:5 4}
.map .apart .ground{stroke:var(--brass);stroke-width:1.5}
.map .door .ground{stroke:var(--brass)}
.map .hatch{fill:url(#map-hatch)}
.map .hatching{stroke:var(--line);stroke-width:1;opacity:.28}
.map .edge{stroke:currentColor;stroke-width:4;stroke-linecap:round;fill:none}
.map .frame{fill:var(--sunken);stroke:var(--line);stroke-width:1}
.map .frame.dashed{stroke-dasharray:5 4}
.map .rule{stroke:var(--brass);opacity:.35;stroke-width:1}
.map .way{fill:none;stroke:var(--brass);stroke-width:1.6;marker-end:url(#map-tip)}
.map .sea{stroke-dasharray:7 5}
.map .tip{fill:var(--brass)}
`

const COLOURS = Object.entries(PALETTE)
const LIGHT = COLOURS.map(([name, { light }]) => `--${name}:${light}`).join(';')
const DARK = COLOURS.map(([name, { dark }]) => `--${name}:${dark}`).join(';')

/** The same for a drawing that stands alone, in light and in dark. */
export const ALONE_STYLE = `
.map{color-scheme:light dark;${LIGHT};
--sans:system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;
--serif:Charter,"Iowan Old Style",Georgia,serif}
@media (prefers-color-scheme:dark){.map{${DARK}}}
@media print{.map{${LIGHT}}}
${DRAWING_STYLE}`
