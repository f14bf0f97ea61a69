import { plural } from '../../headline.ts'
import { code, prose } from '../../markdown/escape.ts'
import { folded, layOut, table, type Section } from '../../markdown/sections.ts'
import type { Write } from '../../report.ts'
import type { ToldReason } from '../reach.ts'
import {
  expectationWords,
  STANDINGS,
  standingWords,
  type Standing,
  type ToldEvidence,
  type ToldExpectation,
  type ToldReachCheck,
} from './check.ts'

// A comment on GitHub holds 65,536 characters.
const LIMIT_BYTES = 64_000

/** For pull requests: what is broken first, what holds folded away. */
export function reachCheckMarkdown(check: ToldReachCheck, out: Write): void {
  const title = `### Portolan reach · ${prose(standingWords(check))} · exit ${check.exitCode}`
  // By this a bot finds its own comment again, to edit it in place.
  const head = { opening: `<!-- portolan:reach-check -->\n${title}`, rows: [], closing: () => '' }
  const sections = [
    head,
    ...STANDINGS.flatMap((standing) => sectionOf(standing, check)),
    ...faultsOf(check),
  ]
  out(layOut(sections, LIMIT_BYTES))
}

function sectionOf(standing: Standing, { expectations }: ToldReachCheck): readonly Section[] {
  const own = expectations.filter((each) => each.standing === standing)
  if (own.length === 0) return []
  const rows = own.map((each) => [
    code(expectationWords(each)),
    code(each.at),
    [prose(each.reason ?? ''), ...each.evidence.slice(0, 1).map(evidenceWords), countWords(each)]
      .filter((words) => words !== '')
      .join('<br>'),
  ])
  const all = { ...table([standing, 'written at', 'why'], rows), closing: more }
  return [standing === 'held' ? folded(`${plural(own.length, 'expectation')} held`, all) : all]
}

function evidenceWords({ from, to, connections, note, because }: ToldEvidence): string {
  const rules = because.map(ruleWords).filter((words) => words !== '')
  return [`${code(from)} → ${code(to)} ${prose(connections)}`, prose(note ?? ''), ...rules]
    .filter((words) => words !== '')
    .join('<br>')
}

function ruleWords({ policy, at }: ToldReason): string {
  return policy === undefined ? '' : `${code(policy)} ${code(at ?? '')}`
}

function countWords({ count }: ToldExpectation): string {
  return count > 1 ? `and ${count - 1} more` : ''
}

function faultsOf({ faults }: ToldReachCheck): readonly Section[] {
  if (faults.length === 0) return []
  const rows = faults.map(
    ({ at, message, remedy }) => `- ${code(at)} ${prose(message)} ${prose(remedy)}`,
  )
  const title = `Not examined: ${plural(faults.length, 'fault')}`
  return [folded(title, { opening: '', rows, closing: more })]
}

function more(left: number): string {
  return left === 0 ? '' : `\nAnd ${left} more: \`portolan reach check -f json\` has all.`
}
