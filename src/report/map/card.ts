import type { EstateMap, MapComponent } from '../../verdict/map/map.ts'
import { markup, text } from '../html/escape.ts'
import { MARK_JOINT, markLines, SHEET, type Box } from './box.ts'
import { marksOf, runnerOf, type Mark } from './marks.ts'
import { fitTo, TYPES, widthOf } from './measure.ts'
import { SIGN_CLASSES, SIGN_SHAPES } from './signs.data.ts'

/** A component as a card: its name, what it is made of, who runs it, what is pinned to it. */
export function card({ component, x, y, width, height }: Box, map: EstateMap): string {
  const { padding, line } = SHEET
  const room = width - 2 * padding
  const runner = runnerOf(component, map)
  let base = y + padding + 11
  const below = (): number => (base += line)
  const left = x + padding
  return `<g class="${classesOf(component)}">
${spokenWords(component, runner)}
<rect class="ground" x="${round(x)}" y="${y}" width="${round(width)}" height="${height}" rx="5"/>
${component.isProviderRun ? shade({ x, y, width, height }) : ''}${edge(component, { x, y, height })}
${label('t', left, base, fitTo(component.title, room, TYPES.title))}
${component.note === '' ? '' : label('n', left, below(), fitTo(component.note, room, TYPES.plain))}
${runner === '' ? '' : label('n r', left, below(), fitTo(runner, room, TYPES.plain))}
${markLines(component, width)
  .map((marks) => markLine(marks, left, below()))
  .join('\n')}
</g>`
}

/** What those hear or see who ask for a component: its name with all marks, and what such a thing is. */
export function spokenWords(component: MapComponent, runner: string): string {
  const words = [
    ...marksOf(component).map((mark) => mark.words),
    ...(runner === '' ? [] : [runner]),
  ]
  const note = component.note === '' ? '' : ` (${component.note})`
  const title = `${component.title}${note}${words.length === 0 ? '' : `: ${words.join(', ')}`}`
  return `<title>${text(title)}</title><desc>${markup(component.sentence)}</desc>`
}

/** One line of marks, each with its shape, word and colour. */
export function markLine(marks: readonly Mark[], x: number, y: number): string {
  let left = x
  return marks
    .map(({ sign, words }) => {
      const told = sign === undefined ? words : `${SIGN_SHAPES[sign]} ${words}`
      const at = left
      left += widthOf(`■ ${words}${MARK_JOINT}`, TYPES.marks)
      return `<text class="m ${sign === undefined ? '' : SIGN_CLASSES[sign]}" x="${round(at)}" y="${y}">${markup(told)}</text>`
    })
    .join('')
}

/** A line of text; what is written may come from the estate. */
export function label(className: string, x: number, y: number, words: string): string {
  return `<text class="${className}" x="${round(x)}" y="${round(y)}">${text(words)}</text>`
}

/** Two digits after the point are finer than any screen. */
export function round(length: number): number {
  return Math.round(length * 10) / 10
}

function classesOf({ kind, standing, isProviderRun }: MapComponent): string {
  const isUnseen = standing?.state === 'Not examined'
  return [
    'card',
    ...(standing === undefined ? ['apart'] : []),
    ...(isUnseen ? ['dashed'] : []),
    ...(isProviderRun ? ['theirs'] : []),
    ...(kind === 'door' ? ['door'] : []),
  ].join(' ')
}

function shade({ x, y, width, height }: Omit<Box, 'component'>): string {
  return `<rect class="hatch" x="${round(x)}" y="${y}" width="${round(width)}" height="${height}" rx="5"/>`
}

// The colour of the worst that is pinned to it, along the left side.
function edge(component: MapComponent, { x, y, height }: Omit<Box, 'component' | 'width'>): string {
  const [worst] = marksOf(component)
  if (worst?.sign === undefined || worst.sign === 'Not examined') return ''
  return `<path class="edge ${SIGN_CLASSES[worst.sign]}" d="M${round(x + 2)} ${y + 5}V${round(y + height - 5)}"/>`
}
