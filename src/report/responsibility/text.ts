import { OFFERING_TITLES } from '../../model/offering.ts'
import type { DutyCell, DutyLine, Responsibility } from '../../verdict/responsibility.ts'
import type { Style } from '../report.ts'
import { columnsOf, padEnd, wrap } from '../text/columns.ts'
import { createPen, type Pen } from '../text/pen.ts'
import { shownWords } from './words.ts'

/** Writes the responsibility table for a terminal; `found` says what told the offering. */
export function responsibilityText(
  table: Responsibility,
  found: readonly string[],
  style: Style,
): string {
  const pen = createPen(style)
  return `${[
    ...headLines(table, found, pen),
    ...rowLines(table, pen),
    ...legendLines(table),
    ...flipLines(table, pen),
    '',
    `Read on ${table.read}:`,
    ...table.sources.map((source) => `  ${source}`),
  ].join('\n')}\n`
}

function headLines({ offerings }: Responsibility, found: readonly string[], pen: Pen) {
  const [only] = offerings
  const title =
    offerings.length === 1 && only !== undefined ? OFFERING_TITLES[only] : 'Every offering'
  return [
    pen.paint('strong', `Whose move it is: ${title}`),
    ...found.flatMap((sign) => wrap(pen.say(sign), pen.width - 2).map((line) => `  ${line}`)),
    '',
  ]
}

function rowLines(table: Responsibility, pen: Pen): readonly string[] {
  const { offerings, lines } = table
  const isWide = offerings.length === 1
  const heads = isWide ? ['whose move'] : offerings
  const columns = heads.map((head, at) =>
    Math.max(head.length, ...lines.map((line) => cellText(line.cells[at], isWide).length)),
  )
  const last = isWide ? Math.max(...lines.map((line) => wordsFor(line).length)) : 0
  const taken = columns.reduce((sum, width) => sum + width + GAP.length, last)
  const longest = Math.max(...lines.map(({ title }) => columnsOf(title)))
  const left = Math.min(longest, Math.max(NARROWEST_TITLE, pen.width - taken - GAP.length))
  const row = (title: string, cells: readonly string[]): string =>
    [padEnd(title, left), ...cells.map((cell, at) => padEnd(cell, columns[at] ?? 0))].join(GAP)
  const isJudged = lines.some(({ shown }) => shown !== undefined)
  const head = row('duty', [...heads, ...(isWide && isJudged ? ['open findings'] : [])])
  return [
    pen.paint('strong', head.trimEnd()),
    ...lines.flatMap((line) => {
      const [first = '', ...more] = wrap(line.title, left)
      const cells = line.cells.map((cell) => cellText(cell, isWide))
      const words = wordsFor(line)
      return [
        row(first, isWide ? [...cells, words] : cells).trimEnd(),
        ...more.map((rest) => `  ${rest}`),
        // Beside seven columns there is no room left.
        ...(isWide || words === '' ? [] : [`  open: ${words}`]),
      ]
    }),
  ]
}

const GAP = '  '
const NARROWEST_TITLE = 24

function wordsFor({ shown }: DutyLine): string {
  return shown === undefined ? '' : shownWords(shown)
}

// Side by side there is no room for whole words.
const SHORT = { provider: 'prov', architect: 'arch', developer: 'dev', partner: 'part' } as const

function cellText(cell: DutyCell | undefined, isWide: boolean): string {
  if (cell === undefined) return ''
  const word = isWide ? cell.party : SHORT[cell.party]
  return cell.isInferred ? `${word}*` : word
}

function legendLines({ offerings, lines }: Responsibility): readonly string[] {
  const isInferred = lines.some(({ cells }) => cells.some((cell) => cell.isInferred))
  return [
    ...(offerings.length > 1 || isInferred ? [''] : []),
    ...(offerings.length > 1
      ? [
          'prov provider, arch architect (runs the platform), dev developer, part partner (supplier)',
        ]
      : []),
    ...(isInferred ? ['* not spelled out by the provider, inferred'] : []),
  ]
}

function flipLines({ lines }: Responsibility, pen: Pen): readonly string[] {
  const flipping = lines.flatMap(({ title, flips }) =>
    flips === undefined ? [] : [`${title}: ${flips}`],
  )
  if (flipping.length === 0) return []
  return [
    '',
    pen.paint('strong', 'What moves a duty to the customer, or bounds it'),
    ...flipping.flatMap((text) =>
      wrap(text, pen.width - 4).map((line, at) => (at === 0 ? `  ${line}` : `    ${line}`)),
    ),
  ]
}
