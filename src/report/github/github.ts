import type { Fault } from '../../base/fault.ts'
import type { Severity } from '../../model/itinerary.ts'
import { commandOf as whatToType } from '../command.ts'
import { examinedWords, gateWords, openWords, overallState, plural } from '../headline.ts'
import { actionsFor } from '../order.ts'
import { parsePoint } from '../point.ts'
import type { ReportFormat, Run } from '../report.ts'
import { regionOf } from '../spots.ts'
import type { Action, Finding, Verdict } from '../told.ts'
import { commandOf, type Annotation, type Kind } from './workflow-command.ts'

// What GitHub shows of each kind for one step; the rest it drops without a word.
const MOST_OF_A_KIND = 10
// Faults share the warnings, and must not take them all.
const MOST_FAULTS = 5

/**
 * Workflow commands that GitHub shows as annotations, where code scanning is not to be had. Those are shown that lead
 * the focus list, every action once before any has a second; how many were left out is one annotation more.
 */
export const github: ReportFormat = {
  name: 'github',
  needsPages: false,
  write(verdict, run, _, out) {
    const { stops, faults } = verdict
    const facts = [overallState(stops), ...openWords(verdict), examinedWords(verdict)]
    out(`${run.tool}: ${facts.join(', ')}; gate ${gateWords(run)}\n`)
    const wanted = [
      ...faults.slice(0, MOST_FAULTS).map(faultAnnotation),
      ...inTurns(actionsFor(verdict, run), run),
      ...unclear(verdict, run),
    ]
    const told = KINDS.flatMap((kind) => firstOf(wanted, kind))
    for (const annotation of told) out(commandOf(annotation))
    const left = KINDS.map(
      (kind) => [kind, wanted.filter((w) => w.kind === kind).length - countOf(told, kind)] as const,
    )
    const untold = faults.length - Math.min(faults.length, MOST_FAULTS)
    const words = [
      ...left
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => plural(count, `more ${kind}`)),
      ...(untold > 0 ? [plural(untold, 'more fault')] : []),
    ]
    if (words.length > 0) out(commandOf(leftOut(words)))
  },
}

const KINDS: readonly Kind[] = ['error', 'warning', 'notice']

const KIND_OF: Readonly<Record<Severity, Kind>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
}

// One notice is kept for what was left out.
function firstOf(wanted: readonly Annotation[], kind: Kind): readonly Annotation[] {
  const most = kind === 'notice' ? MOST_OF_A_KIND - 1 : MOST_OF_A_KIND
  return wanted.filter((annotation) => annotation.kind === kind).slice(0, most)
}

function countOf(told: readonly Annotation[], kind: Kind): number {
  return told.filter((annotation) => annotation.kind === kind).length
}

function inTurns(actions: readonly Action[], run: Run): readonly Annotation[] {
  const turns = actions.flatMap((action) =>
    action.findings
      .filter(run.shown)
      .map((finding, turn) => ({ turn, annotation: findingAnnotation(finding, action, run) })),
  )
  return turns.toSorted((a, b) => a.turn - b.turn).map(({ annotation }) => annotation)
}

function findingAnnotation(finding: Finding, action: Action, run: Run): Annotation {
  const { rule, severity, message, duty } = finding
  return {
    kind: KIND_OF[severity],
    title: `${severity}: ${rule.title} (${rule.id})`,
    message: `${message} Whose move: ${duty}. Next: ${whatToType(action, run)}`,
    at: placeOf(finding),
  }
}

function unclear({ findings }: Verdict, run: Run): readonly Annotation[] {
  return findings
    .filter((finding) => finding.state === 'cannot-tell' && run.shown(finding))
    .map((finding) => ({
      kind: 'notice',
      title: `cannot tell: ${finding.rule.title} (${finding.rule.id})`,
      message: finding.message,
      at: placeOf(finding),
    }))
}

function placeOf({ place }: Finding): Required<Annotation>['at'] {
  const { file, startLine, startColumn, endColumn } = regionOf(place)
  return { file, line: startLine, col: startColumn, endColumn }
}

function faultAnnotation({ code, at, message, remedy }: Fault): Annotation {
  const { file, line, column } = parsePoint(at)
  return {
    kind: 'warning',
    title: `not examined (${code})`,
    message: `${message} ${remedy}`,
    at: {
      file,
      ...(line !== undefined && { line }),
      ...(column !== undefined && { col: column }),
    },
  }
}

function leftOut(words: readonly string[]): Annotation {
  return {
    kind: 'notice',
    title: 'left out',
    message: `${words.join(', ')}: GitHub shows no more of a step. portolan scan -f json has all.`,
  }
}
