import { plural } from '../../headline.ts'
import { code, prose } from '../../markdown/escape.ts'
import { folded, layOut, table, type Section } from '../../markdown/sections.ts'
import type { Write } from '../../report.ts'
import {
  CHANGE_WORDS,
  countWords,
  REACH_CHANGES,
  reachGateWords,
  type ReachChange,
  type ToldReachDiff,
} from './diff.ts'

// A comment on GitHub holds 65,536 characters.
const LIMIT_BYTES = 64_000
const MOST_ENDS = 12

/** For pull requests: what opened first, the rest folded away. */
export function reachDiffMarkdown(diff: ToldReachDiff, out: Write): void {
  const sections = [
    headline(diff),
    ...REACH_CHANGES.flatMap((change) => sectionOf(change, diff)),
    ...workloads('new', diff.added),
    ...workloads('gone', diff.removed),
    ...faultsOf(diff),
  ]
  out(layOut(sections, LIMIT_BYTES))
}

function headline(diff: ToldReachDiff): Section {
  const title = `### Portolan reach · ${prose(countWords(diff))} · gate ${prose(reachGateWords(diff))}`
  const sides = `${code(diff.old)} → ${code(diff.now)}`
  // By this a bot finds its own comment again, to edit it in place.
  return {
    opening: `<!-- portolan:reach-diff -->\n${title}\n\n${sides}`,
    rows: [],
    closing: () => '',
  }
}

function sectionOf(change: ReachChange, diff: ToldReachDiff): readonly Section[] {
  const rows = [
    ...diff.ways
      .filter((one) => one.change === change)
      .map(({ to, connections, from, way, object, at }) => [
        code(to),
        prose(connections),
        `${prose(from)} by ${way} ${code(object)} ${code(at)}`,
      ]),
    ...diff.changes
      .filter((one) => one.change === change)
      .map(({ tos, connections, froms }) => [endWords(tos), prose(connections), endWords(froms)]),
  ]
  if (rows.length === 0) return []
  const all = { ...table([`${CHANGE_WORDS[change]} to`, 'ports', 'from'], rows), closing: more }
  return [change === 'closed' ? folded(`${plural(rows.length, 'row')} closed`, all) : all]
}

function endWords(ids: readonly string[]): string {
  const told = ids.slice(0, MOST_ENDS).map(code).join(' ')
  return ids.length > MOST_ENDS ? `${told} and ${ids.length - MOST_ENDS} more` : told
}

function workloads(word: string, ids: readonly string[]): readonly Section[] {
  if (ids.length === 0) return []
  const list = { opening: '', rows: ids.map((id) => `- ${code(id)}`), closing: more }
  return [folded(`${plural(ids.length, 'workload')} ${word}`, list)]
}

function faultsOf({ faults }: ToldReachDiff): readonly Section[] {
  if (faults.length === 0) return []
  const rows = faults.map(
    ({ at, message, remedy }) => `- ${code(at)} ${prose(message)} ${prose(remedy)}`,
  )
  return [
    folded(`Not examined: ${plural(faults.length, 'fault')}`, { opening: '', rows, closing: more }),
  ]
}

function more(left: number): string {
  return left === 0 ? '' : `\nAnd ${left} more: \`portolan reach diff -f json\` has all.`
}
