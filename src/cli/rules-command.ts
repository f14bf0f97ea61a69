import { EXIT } from '../app/outcome.ts'
import { loadPages } from '../app/pages.ts'
import { listRules, type RuleRow } from '../app/rule-list.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import { plural } from '../report/headline.ts'
import { jsonText } from '../report/printable.ts'
import type { Style } from '../report/report.ts'
import { columnsOf, padEnd, wrap } from '../report/text/columns.ts'
import { createPen, SEVERITY_TONES } from '../report/text/pen.ts'
import { COMMANDS, LIST_FORMATS } from './commands.data.ts'
import type { Command } from './host.ts'
import { lookOf } from './look.ts'
import { isOn, wordOf, wordsOf } from './read-flags.ts'
import { screenStyle } from './style.ts'
import { refuse } from './tell-fault.ts'
import { parseWords } from './words.ts'

/** `portolan rules`: the list of all rules. */
export const rulesCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.rules, argv)
  if (!words.ok) return refuse(words.fault, host)
  const format = wordOf(words.value, '--format', LIST_FORMATS)
  if (!format.ok) return refuse(format.fault, host)
  const stops = wordsOf(words.value, '--stop', VOCABULARY.stop)
  if (!stops.ok) return refuse(stops.fault, host)
  const look = lookOf(words.value)
  if (!look.ok) return refuse(look.fault, host)
  const pages = isOn(words.value, '--verbose') ? await loadPages() : undefined
  const rows = listRules(stops.value, pages)
  const isJson = format.value === 'json'
  host.out(isJson ? `${jsonText({ rules: rows })}\n` : tableOf(rows, screenStyle(look.value, host)))
  return EXIT.fine
}

const HEADINGS = ['rule', 'stop', 'severity', 'fix', 'topic', 'title'] as const

function tableOf(rows: readonly RuleRow[], style: Style): string {
  const pen = createPen(style)
  const cells = rows.map(cellsOf)
  const widths = HEADINGS.map((heading, column) =>
    cells.reduce((most, row) => Math.max(most, columnsOf(row[column] ?? '')), heading.length),
  )
  const lineOf = (row: readonly string[]): readonly string[] =>
    row.map((cell, column) => padEnd(cell, widths[column] ?? 0))
  const lines = cells.flatMap((row, index) => {
    const { severity, what } = rows[index] ?? { severity: 'low', what: undefined }
    const painted = lineOf(row).map((cell, column) =>
      HEADINGS[column] === 'severity' ? pen.paint(SEVERITY_TONES[severity], cell) : cell,
    )
    const prose = what === undefined ? [] : wrap(what, pen.width - 4).map((line) => `    ${line}`)
    return [painted.join('  ').trimEnd(), ...prose]
  })
  const heading = pen.paint('strong', lineOf(HEADINGS).join('  ').trimEnd())
  return `${[heading, ...lines, plural(rows.length, 'rule')].join('\n')}\n`
}

function cellsOf({ id, stop, severity, fixable, topic, title }: RuleRow): readonly string[] {
  return [id, stop, severity, fixable ? 'yes' : '-', topic, title]
}
