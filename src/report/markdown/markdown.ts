import type { Fault } from '../../base/fault.ts'
import { SEVERITIES, STOP_TITLES, type Severity } from '../../model/itinerary.ts'
import type { StopVerdict } from '../../verdict/stops.ts'
import { commandOf } from '../command.ts'
import { factWords } from '../fact-words.ts'
import {
  changeWords,
  circumstances,
  examinedWords,
  gateWords,
  movesOf,
  openWords,
  overallState,
  plural,
  SEVERITY_SHAPES,
  SHAPES,
} from '../headline.ts'
import { actionsFor, stopsFor, worstFirst } from '../order.ts'
import type { ReportFormat, Run } from '../report.ts'
import { pointOf } from '../spots.ts'
import type { Finding, Verdict } from '../told.ts'
import { WAIVED_SHAPE, waiverWords } from '../waiver.ts'
import { code, prose } from './escape.ts'
import { folded, layOut, more, table, type Section } from './sections.ts'

/** By this a bot finds its own comment again, to edit it in place. */
const MARKER = '<!-- portolan:pr -->'
// A comment on GitHub holds 65,536 characters.
const LIMIT_BYTES = 64_000
const MOST_ACTIONS = 5
const MOST_FINDINGS = 20
const MOST_FAULTS = 100

/**
 * A summary for pull requests and step summaries: what to do, the worst findings, the stops, what was not examined. It
 * stays below the size of a comment; what does not fit is counted.
 */
export const markdown: ReportFormat = {
  name: 'markdown',
  needsPages: false,
  write(verdict, run, _, out) {
    const findings = worstFirst(verdict.findings.filter(run.shown), run.comparison)
    const worst = findings.slice(0, MOST_FINDINGS)
    const rest = findings.slice(MOST_FINDINGS)
    const { faults, facts = [] } = verdict
    const sections = [
      headline(verdict, run),
      ...(verdict.focus.length > 0 ? [focusTable(verdict, run)] : []),
      ...(worst.length > 0 ? [findingsTable(worst, run)] : []),
      folded('Stops', stopsTable(stopsFor(verdict, run), run)),
      ...(faults.length > 0
        ? [folded(`Not examined: ${plural(faults.length, 'fault')}`, faultList(faults))]
        : []),
      ...(facts.length > 0 ? [folded('What it rests on', factList(facts))] : []),
      ...(rest.length > 0
        ? [folded(plural(rest.length, 'more finding'), findingsTable(rest, run))]
        : []),
    ]
    out(layOut(sections, LIMIT_BYTES))
  },
}

function headline(verdict: Verdict, run: Run): Section {
  const { stops, problems } = verdict
  const state = overallState(stops)
  const changes = run.comparison === undefined ? [] : [changeWords(run.comparison.counts)]
  const facts = [...openWords(verdict), examinedWords(verdict), ...circumstances(verdict, run)]
  const moves = movesOf(verdict).map(([party, count]) => `${party} ${count}`)
  const shares = problems.map(({ title, bad, all, what }) =>
    all === undefined ? `${title}: not examined` : `${title}: ${bad ?? 0} of ${all} ${what}`,
  )
  const title = [
    'Portolan',
    ...changes.map(prose),
    `${SHAPES[state]} ${state}`,
    `gate ${prose(gateWords(run))}`,
  ]
  const opening = [
    `${MARKER}\n### ${title.join(' · ')}`,
    facts.map(prose).join(' · '),
    shares.map((share) => `- ${prose(share)}`).join('\n'),
    `**Whose move:** ${moves.join(' · ')}`,
  ]
  return { opening: opening.join('\n\n'), rows: [], closing: () => '' }
}

function focusTable(verdict: Verdict, run: Run): Section {
  const actions = actionsFor(verdict, run).slice(0, MOST_ACTIONS)
  return table(
    ['', 'focus first', 'closes', 'whose move', 'effort, risk', 'where', 'next'],
    actions.map((action) => [
      severityCell(action.severity),
      prose(action.title) + jewelWords(action),
      `${action.findings.length}`,
      action.duty,
      `${action.effort}, ${action.risk}`,
      code(pointOf(action.place)),
      code(commandOf(action, run)),
    ]),
  )
}

function jewelWords({ crownJewel }: Pick<Finding, 'crownJewel'>): string {
  return crownJewel === undefined ? '' : ` (crown jewel: ${prose(crownJewel)})`
}

function findingsTable(findings: readonly Finding[], { comparison, ownerOf }: Run): Section {
  return table(
    ['', 'finding', 'where', 'whose move', 'rule'],
    findings.map((finding) => {
      const word = stateCell(finding)
      const owner = ownerOf(finding)
      const isNew = comparison?.isNew(finding) ?? false
      return [
        isNew ? `**new** ${word}` : word,
        prose(finding.message) + jewelWords(finding),
        code(pointOf(finding.place)),
        owner === undefined ? finding.duty : `${finding.duty} ${prose(owner)}`,
        code(finding.rule.id),
      ]
    }),
  )
}

function stateCell(finding: Finding): string {
  const { state, severity } = finding
  if (state === 'open') return severityCell(severity)
  const words = waiverWords(finding)
  if (words !== undefined) return `${WAIVED_SHAPE} waived ${prose(words)}`
  return state.replace('-', ' ')
}

function stopsTable(stops: readonly StopVerdict[], { offStops }: Run): Section {
  return table(
    ['stop', 'state', ...SEVERITIES, 'waived', 'cannot tell', 'examined'],
    stops.map(({ stop, state, counts, waived, cannotTell, examined, asked }) => [
      STOP_TITLES[stop],
      offStops.has(stop) ? `off: ${prose(offStops.get(stop) ?? '')}` : `${SHAPES[state]} ${state}`,
      ...[...SEVERITIES.map((severity) => counts[severity]), waived, cannotTell].map((count) =>
        state === 'Not examined' ? '-' : `${count}`,
      ),
      `${examined}/${asked}`,
    ]),
  )
}

function faultList(faults: readonly Fault[]): Section {
  const told = faults.slice(0, MOST_FAULTS)
  return {
    opening: '',
    rows: told.map(({ at, message, remedy }) => `- ${code(at)} ${prose(message)} ${prose(remedy)}`),
    closing: (left) => more(left + faults.length - told.length),
  }
}

function factList(facts: NonNullable<Verdict['facts']>): Section {
  return { opening: '', rows: facts.map((each) => `- ${prose(factWords(each))}`), closing: more }
}

function severityCell(severity: Severity): string {
  return `${SEVERITY_SHAPES[severity]} ${severity}`
}
