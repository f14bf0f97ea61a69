import type { Fault } from '../../base/fault.ts'
import { shortHash } from '../../base/hash.ts'
import type { Severity } from '../../model/itinerary.ts'
import { batch } from '../batch.ts'
import { overallState } from '../headline.ts'
import { worstFirst } from '../order.ts'
import { parsePoint } from '../point.ts'
import { jsonText } from '../printable.ts'
import type { ReportFormat } from '../report.ts'
import { fileOf, positionOf } from '../spots.ts'
import type { Finding } from '../told.ts'
import { messageOf, pathOf, textOf } from './words.ts'

/**
 * GitLab's code quality report: one list. It knows neither states nor notes, so what is waived, cannot be told or was
 * not examined says so in words and weighs least.
 */
export const codeQuality: ReportFormat = {
  name: 'gitlab-codequality',
  needsPages: false,
  write(verdict, run, _, out) {
    const { write, flush } = batch(out)
    const { faults, stops } = verdict
    const isUnseen = overallState(stops) === 'Not examined' && faults.length === 0
    const unseen = isUnseen ? [unseenIssue(run.targets)] : faults.map(faultIssue)
    const findings = worstFirst(verdict.findings.filter(run.shown))
    let separator = ''
    write('[')
    for (const issue of [...unseen, ...findings]) {
      write(`${separator}\n${jsonText('rule' in issue ? findingIssue(issue) : issue)}`)
      separator = ','
    }
    write('\n]\n')
    flush()
  },
}

interface Issue {
  readonly description: string
  readonly check_name: string
  /** GitLab shows the first issue of each fingerprint only. */
  readonly fingerprint: string
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker'
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

const SEVERITIES: Readonly<Record<Severity, Issue['severity']>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
}

function findingIssue(finding: Finding): Issue {
  const { id, rule, severity, state, place } = finding
  return {
    description: messageOf(finding),
    check_name: rule.id,
    fingerprint: id,
    severity: state === 'open' ? SEVERITIES[severity] : 'info',
    location: {
      path: pathOf(fileOf(place)),
      lines: { begin: positionOf(place).line },
    },
  }
}

function faultIssue({ code, at, message, remedy }: Fault, index: number): Issue {
  const { file, line = 1 } = parsePoint(at)
  return {
    description: textOf(`Not examined: ${message} ${remedy}`),
    check_name: code,
    fingerprint: shortHash(`${code} ${at} ${message} #${index}`),
    severity: 'info',
    location: { path: pathOf(file), lines: { begin: line } },
  }
}

// An empty list would read as good news.
function unseenIssue(targets: readonly string[]): Issue {
  const target = targets[0] ?? '.'
  return {
    description: 'Not examined: nothing was found that could be looked at.',
    check_name: 'not-examined',
    fingerprint: shortHash(`not examined ${target}`),
    severity: 'info',
    location: { path: pathOf(target), lines: { begin: 1 } },
  }
}
