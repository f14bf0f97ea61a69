import { OFFERING_TITLES } from '../../model/offering.ts'
import type { DutyLine, Responsibility } from '../../verdict/responsibility.ts'
import { prose } from '../markdown/escape.ts'
import { shownWords } from './words.ts'

/** Writes the responsibility table as a Markdown page; `found` says what told the offering. */
export function responsibilityMarkdown(table: Responsibility, found: readonly string[]): string {
  const { offerings, lines, sources, read } = table
  const isJudged = lines.some(({ shown }) => shown !== undefined)
  const heads = offerings.map((offering) => OFFERING_TITLES[offering])
  const columns = ['duty', ...heads, ...(isJudged ? ['open findings'] : [])]
  const flips = lines.flatMap(({ title, flips: text }) =>
    text === undefined ? [] : [`- **${prose(title)}**: ${prose(text)}`],
  )
  return `${[
    '# Whose move it is',
    ...(found.length === 0 ? [] : [found.map((sign) => `- ${prose(sign)}`).join('\n')]),
    [row(columns), row(columns.map(() => '---')), ...lines.map(lineRow)].join('\n'),
    ...(hasInferred(lines) ? ['\\* not spelled out by the provider, inferred'] : []),
    ...(flips.length === 0 ? [] : [flips.join('\n')]),
    `Read on ${read}: ${sources.map((source) => `<${source}>`).join(', ')}`,
  ].join('\n\n')}\n`
}

function lineRow({ title, cells, shown }: DutyLine): string {
  const parties = cells.map(({ party, isInferred }) => (isInferred ? `${party}\\*` : party))
  return row([prose(title), ...parties, ...(shown === undefined ? [] : [shownWords(shown)])])
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function hasInferred(lines: readonly DutyLine[]): boolean {
  return lines.some(({ cells }) => cells.some(({ isInferred }) => isInferred))
}
