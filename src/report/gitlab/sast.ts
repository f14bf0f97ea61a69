import type { Fault } from '../../base/fault.ts'
import { shortHash } from '../../base/hash.ts'
import { STOP_TITLES, type Severity } from '../../model/itinerary.ts'
import { batch } from '../batch.ts'
import { targetWords } from '../command.ts'
import { worstFirst } from '../order.ts'
import { clip, jsonText } from '../printable.ts'
import { TOOL_NAME, type ReportFormat, type Run } from '../report.ts'
import { regionOf } from '../spots.ts'
import { isFixable, referencesOf, type Finding, type Verdict } from '../told.ts'
import { messageOf, pathOf, textOf } from './words.ts'

const VERSION = '15.1.4'
const SCHEMA = `https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v${VERSION}/dist/sast-report-format.json`
// No documented bound, but nobody reads more of them in a pipeline's page.
const MOST_FAULTS = 1000

/** GitLab's SAST report, schema 15. Faults and stops that were not examined are messages of the scan. */
export const sast: ReportFormat = {
  name: 'gitlab-sast',
  needsPages: false,
  write(verdict, run, _, out) {
    const { write, flush } = batch(out)
    write(`{"version":"${VERSION}","schema":"${SCHEMA}",\n"scan":${scanText(verdict, run)},\n`)
    write('"vulnerabilities":[')
    worstFirst(verdict.findings.filter(run.shown)).forEach((finding, index) => {
      write(`${index === 0 ? '' : ','}\n${jsonText(vulnerabilityOf(finding, run))}`)
    })
    write('\n]}\n')
    flush()
  },
}

function scanText({ faults, stops, scene }: Verdict, run: Run): string {
  const tool = {
    id: 'portolan',
    name: TOOL_NAME,
    version: run.version,
    vendor: { name: TOOL_NAME },
  }
  const unseen = stops.filter(({ state }) => state === 'Not examined')
  const untold = faults.length - MOST_FAULTS
  // The schema wants a time to the second; what is known of it is the day of the judgement.
  const time = `${scene.today}T00:00:00`
  return jsonText({
    type: 'sast',
    status: faults.some(({ code }) => code === 'INTERRUPTED') ? 'failure' : 'success',
    start_time: time,
    end_time: time,
    analyzer: tool,
    scanner: tool,
    messages: [
      ...faults.slice(0, MOST_FAULTS).map(faultMessage),
      ...(untold > 0 ? [{ level: 'warn', value: `${untold} more were not examined.` }] : []),
      ...unseen.map(({ stop }) => ({
        level: 'info',
        value: `Not examined: ${STOP_TITLES[stop]}.`,
      })),
    ],
  })
}

function faultMessage({ code, at, message, remedy }: Fault): object {
  return { level: 'warn', value: textOf(`Not examined: ${at}: ${message} ${remedy} (${code})`) }
}

const SEVERITIES: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}

// What the schema allows of a name and of a solution.
const LONGEST_NAME = 255
const LONGEST_SOLUTION = 7000
// GitLab takes 100 MB by default, and every vulnerability holds all of its own.
const MOST_LINKS = 5

function vulnerabilityOf(finding: Finding, run: Run): object {
  const { id, rule, place, duty } = finding
  const { file, startLine, endLine } = regionOf(place)
  const message = messageOf(finding)
  return {
    id: uuidOf(id),
    name: clip(message, LONGEST_NAME),
    description: `${message} Whose move: ${duty}. Finding ${id}.`,
    severity: severityOf(finding),
    solution: clip(solutionOf(finding, run.targets), LONGEST_SOLUTION),
    location: { file: pathOf(file), start_line: startLine, end_line: endLine },
    identifiers: [{ type: 'portolan_rule', name: `${TOOL_NAME} ${rule.id}`, value: rule.id }],
    links: referencesOf(rule)
      .slice(0, MOST_LINKS)
      .map(({ title, url }) => ({ name: clip(title, LONGEST_NAME), url })),
  }
}

// Nobody knows how bad it is what cannot be told; what is waived was looked at and let be.
function severityOf({ state, severity }: Finding): string {
  if (state === 'open') return SEVERITIES[severity]
  return state === 'waived' ? 'Info' : 'Unknown'
}

// The example of a rule's page would be told again with every finding, and a large report would be refused.
function solutionOf(finding: Finding, targets: Run['targets']): string {
  const { rule } = finding
  const explain = `portolan explain ${rule.id}`
  if (!isFixable(finding) || targets.includes('-')) return `${rule.title}: ${explain}`
  const fix = ['portolan fix', rule.id, ...targetWords(targets)].join(' ')
  return `${rule.title}: ${fix}. What it is, what it restricts and how to lift it: ${explain}`
}

/** A UUID of the free form (RFC 9562, version 8) that says what the finding's id says. */
export function uuidOf(id: string): string {
  const rest = shortHash(id)
  const groups = [id.slice(0, 8), id.slice(8, 12), `8${id.slice(12, 15)}`]
  return [...groups, `a${rest.slice(0, 3)}`, `${id.slice(15)}${rest.slice(4, 15)}`].join('-')
}
