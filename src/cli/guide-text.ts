import { guideFacts, ownerWords } from '../app/guide-markdown.ts'
import type { Guide, TopicRow } from '../app/guide.ts'
import { plural } from '../report/headline.ts'
import type { Style } from '../report/report.ts'
import { columnsOf, padEnd, wrap } from '../report/text/columns.ts'
import { createPen, type Pen } from '../report/text/pen.ts'
import { entryText } from './explanation-text.ts'

/** One guide for a terminal. */
export function guideText(guide: Guide, style: Style): string {
  const lead = guide.lead === undefined ? [] : [guide.lead]
  return entryText({ name: guide.title, facts: guideFacts(guide), lead, parts: guide.parts }, style)
}

/** The topics of a stop for a terminal, each with its guideline. */
export function stopText(rows: readonly TopicRow[], style: Style): string {
  const entries = rows.map((row) => {
    const lead = [...(row.lead === undefined ? [] : [row.lead]), row.guideline]
    return entryText({ name: row.title, facts: guideFacts(row), lead, parts: [] }, style)
  })
  return entries.join('\n')
}

/** What a list of topics is told of: stops in their order, those without topics included, or one long list. */
export type Outline = readonly { readonly heading: string; readonly rows: readonly TopicRow[] }[]

/** The topics of the itinerary for a terminal, one line each. */
export function outlineText(outline: Outline, style: Style): string {
  const pen = createPen(style)
  const rows = outline.flatMap((section) => section.rows)
  const widths = CELLS.map((cell) => Math.max(...rows.map((row) => columnsOf(cell(row)))))
  const lines = outline.flatMap((section) => [
    ...(section.heading === '' ? [] : [pen.paint('strong', section.heading)]),
    ...section.rows.flatMap((row) => rowLines(row, widths, pen)),
  ])
  return `${[...lines, 'portolan guide TOPIC tells all of one.'].join('\n')}\n`
}

const CELLS: readonly ((row: TopicRow) => string)[] = [
  ({ id }) => id,
  ownerWords,
  ({ rules }) => plural(rules, 'rule'),
  ({ title }) => title,
]

function rowLines(row: TopicRow, widths: readonly number[], pen: Pen): readonly string[] {
  const cells = CELLS.map((cell, column) => padEnd(cell(row), widths[column] ?? 0))
  const lead = row.lead === undefined ? [] : wrap(row.lead, pen.width - LEAD.length)
  return [`  ${cells.join('  ').trimEnd()}`, ...lead.map((line) => LEAD + line)]
}

const LEAD = '      '
