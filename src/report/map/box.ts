import type { MapComponent } from '../../verdict/map/map.ts'
import { marksOf, type Mark } from './marks.ts'
import { flowTo, TYPES, widthOf } from './measure.ts'

/** A component with its place on the sheet. */
export interface Box {
  readonly component: MapComponent
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A drawing is set in these, in pixels. */
export const SHEET = {
  width: 1440,
  margin: 40,
  labels: 164,
  content: { x: 240, width: 1160 },
  gap: 14,
  laneGap: 30,
  padding: 11,
  line: 17,
} as const

/** How high a card must be for what it says. */
export function heightOf(component: MapComponent, width: number): number {
  const { padding, line } = SHEET
  const notes = component.note === '' ? 0 : 1
  const runner = component.isProviderRun ? 1 : 0
  return 2 * padding + line * (1 + notes + runner + markLines(component, width).length) - 2
}

/** The marks of a card, line by line. */
export function markLines(component: MapComponent, width: number): readonly (readonly Mark[])[] {
  const marks = marksOf(component)
  const words = marks.map((mark) => `■ ${mark.words}`)
  const lines = flowTo(words, MARK_JOINT, width - 2 * SHEET.padding, TYPES.marks)
  let at = 0
  return lines.map(({ length }) => marks.slice(at, (at += length)))
}

/** What stands between two marks. */
export const MARK_JOINT = '  '

/** How wide the marks are beside one another. */
export function marksWidth(component: MapComponent): number {
  const words = marksOf(component).map((mark) => `■ ${mark.words}`)
  return widthOf(words.join(MARK_JOINT), TYPES.marks)
}

/** Where the cards of a grid stand, row by row, each row as high as its highest card. */
export function gridOf(
  components: readonly MapComponent[],
  {
    x,
    y,
    width,
    columns,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly columns: number },
): { readonly boxes: readonly Box[]; readonly height: number } {
  const { gap } = SHEET
  const own = (width - gap * (columns - 1)) / columns
  const boxes: Box[] = []
  let top = y
  for (let first = 0; first < components.length; first += columns) {
    const row = components.slice(first, first + columns)
    const height = Math.max(...row.map((component) => heightOf(component, own)))
    for (const [at, component] of row.entries())
      boxes.push({ component, x: x + at * (own + gap), y: top, width: own, height })
    top += height + gap
  }
  return { boxes, height: Math.max(0, top - gap - y) }
}
