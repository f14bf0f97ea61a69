import { plural } from '../../headline.ts'
import type { Style, Write } from '../../report.ts'
import { flow } from '../../text/columns.ts'
import { createPen, type Pen } from '../../text/pen.ts'
import type { ToldReason } from '../reach.ts'
import { reasonText } from '../text.ts'
import {
  CHANGE_WORDS,
  countOf,
  countWords,
  REACH_CHANGES,
  reachGateWords,
  type ReachChange,
  type ToldChange,
  type ToldReachDiff,
  type ToldWayChange,
} from './diff.ts'

// What fits on two screens.
const MOST_ROWS = 40
const MOST_ENDS = 12

/** What changed in who can reach whom, for people: what opened first, then what closed and what nobody can tell any more. */
export function reachDiffText(diff: ToldReachDiff, style: Style, out: Write): void {
  const pen = createPen(style)
  for (const line of linesOf(diff, pen)) out(`${line.trimEnd()}\n`)
}

function linesOf(diff: ToldReachDiff, pen: Pen): readonly string[] {
  const title = `What changed in who can reach whom: ${diff.old} -> ${diff.now}`
  return [
    pen.paint('strong', pen.say(title)),
    `${countWords(diff)}, network plugin ${diff.plugin}`,
    ...REACH_CHANGES.flatMap((change) => sectionOf(change, diff, pen)),
    ...ofOneSide('New', diff.added, pen),
    ...ofOneSide('Gone', diff.removed, pen),
    '',
    `Gate  ${reachGateWords(diff)}`,
  ]
}

function sectionOf(change: ReachChange, diff: ToldReachDiff, pen: Pen): readonly string[] {
  const { pairs, ways, ofOneSide: others } = countOf(diff, change)
  if (pairs + ways + others === 0) return []
  const rows = diff.changes.filter((one) => one.change === change && !one.isOfOneSide)
  const lines = [
    ...diff.ways.filter((one) => one.change === change).map((way) => wayLine(way, pen)),
    ...rows.slice(0, MOST_ROWS).flatMap((row) => rowLines(row, pen)),
    ...(rows.length > MOST_ROWS ? [`  ${rows.length - MOST_ROWS} more: -f json lists all`] : []),
    ...(others > 0
      ? [`  ${plural(others, 'connection')} of workloads that one side lacks: -f json lists them`]
      : []),
  ]
  return [
    '',
    pen.paint('strong', capital(CHANGE_WORDS[change])) + pen.joint + (pairs + ways),
    ...lines,
  ]
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function wayLine({ to, way, object, at, from, connections }: ToldWayChange, pen: Pen): string {
  return `  ${pen.say(to)}  ${connections} from ${pen.say(from)} by ${way} ${pen.say(object)}  ${pen.paint('quiet', pen.say(at))}`
}

function rowLines({ tos, froms, connections, because }: ToldChange, pen: Pen): readonly string[] {
  const reasons = (side: string, told: readonly ToldReason[] = []): readonly string[] =>
    told.map((reason) => pen.paint('quiet', `      ${side}: ${reasonText(reason, pen)}`))
  return [
    `  ${connections}`,
    ...endLines('from', froms, pen),
    ...endLines('  to', tos, pen),
    ...reasons('old', because?.old),
    ...reasons('new', because?.now),
  ]
}

function endLines(word: string, ids: readonly string[], pen: Pen): readonly string[] {
  const told = ids.slice(0, MOST_ENDS).map(pen.say)
  const rest = ids.length - told.length
  const parts = rest > 0 ? [...told, `and ${rest} more`] : told
  const lines = flow(parts, ', ', pen.width - 9)
  return lines.map((line, at) => `    ${at === 0 ? word : '    '} ${line}`)
}

function ofOneSide(heading: string, ids: readonly string[], pen: Pen): readonly string[] {
  if (ids.length === 0) return []
  return [
    '',
    `${heading} workloads${pen.joint}${ids.length}`,
    ...flow(ids.map(pen.say), ', ', pen.width - 2).map((line) => `  ${line}`),
  ]
}
