import { text } from '../../html/escape.ts'
import { label } from '../../map/card.ts'
import { fitTo, TYPES } from '../../map/measure.ts'
import { ALONE_STYLE } from '../../map/style.ts'
import { headWords, type Pass, type ToldPicture } from './picture.ts'

/** What is drawn on a sheet, and how large it is. */
export interface Drawn {
  readonly width: number
  readonly height: number
  readonly body: string
  /** What the picture says, for those who cannot see it. */
  readonly words: string
}

/** How high the head of a sheet is: what is drawn begins below. */
export const HEAD = 92

const LEAST_WIDTH = 900
const MARGIN = 32

/** A drawing that stands alone: it needs no script and loads nothing, and tells its content in words as well. */
export function sheetOf(
  picture: ToldPicture,
  { width: drawn, height, body, words }: Drawn,
): string {
  const width = Math.max(drawn, LEAST_WIDTH)
  const title = `Who can reach whom in ${picture.targets.join(' ')}`
  const name = fitTo(title, width - 2 * MARGIN, { size: 26, stretch: 1.05 })
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" class="map reach" role="img" aria-labelledby="reach-title reach-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="reach-title">${text(title)}</title>
<desc id="reach-desc">${text(`${headWords(picture)}. ${words} portolan reach without -f tells all of it as text.`)}</desc>
<style>${ALONE_STYLE}${STYLE}</style>
<defs><marker id="reach-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="ink" d="M0 0.6L8 4L0 7.4Z"/></marker></defs>
<rect class="sheet" width="${width}" height="${height}"/>
${label('name small', MARGIN, 46, name)}
${label('n', MARGIN, 70, fitTo(headWords(picture), width - 2 * MARGIN, TYPES.plain))}
${body}
</svg>
`
}

/** What each kind of line and cell means. */
export const MEANINGS: Readonly<Record<Pass, string>> = {
  all: 'everything passes',
  some: 'some pairs or ports',
  unclear: 'nobody can tell',
  none: 'closed',
}

const STYLE = `
.reach .small{font-size:26px}
.reach .ink{fill:var(--ink)}
.reach .line{fill:none;stroke:var(--ink);stroke-linecap:butt}
.reach .line.all{stroke-width:2.6;opacity:.75}
.reach .line.some{stroke-width:1.1}
.reach .line.unclear{stroke-width:1.6;stroke-dasharray:3 5}
.reach .halo{paint-order:stroke;stroke:var(--page);stroke-width:4px;stroke-linejoin:round;font-size:11px}
.reach .island{fill:var(--surface);stroke:var(--brass);stroke-width:1.4}
.reach .island.sea{fill:var(--sunken)}
.reach .cell{fill:none;stroke:var(--line);stroke-width:1}
.reach .cell.own{fill:var(--sunken)}
.reach .full{fill:var(--ink)}
.reach .sign{font-size:12px;font-weight:700;text-anchor:middle}
.reach .faint{font-size:12px;text-anchor:middle;color:var(--muted)}
.reach .rim{fill:none;stroke:var(--brass);stroke-width:1.4}
.reach .end{text-anchor:end}
.reach .centre{text-anchor:middle}
.reach .idle{font-style:italic}
`
