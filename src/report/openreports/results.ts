import type { Fault } from '../../base/fault.ts'
import { STOP_TITLES } from '../../model/itinerary.ts'
import type { StopVerdict } from '../../verdict/stops.ts'
import { clip, printable } from '../printable.ts'
import { TOOL_NAME, type Run } from '../report.ts'
import { pathOf, pointOf } from '../spots.ts'
import { referencesOf, type Finding } from '../told.ts'

/** One result of a report. What is not shown is counted still. */
export interface Result {
  readonly isShown: boolean
  readonly told: {
    readonly source: string
    readonly policy: string
    readonly category: string
    readonly result: 'fail' | 'warn' | 'error' | 'skip'
    readonly severity?: string
    readonly scored: boolean
    readonly message: string
    readonly resources?: readonly object[]
    readonly properties: Readonly<Record<string, string>>
  }
}

// What cannot be told may be well or not: a warning. What is waived was passed over.
const RESULTS = { open: 'fail', 'cannot-tell': 'warn', waived: 'skip' } as const
const WORDS = { open: '', 'cannot-tell': 'Cannot tell: ', waived: 'Waived: ' } as const

/** A finding as a result about its object. */
export function findingResult(finding: Finding, run: Run): Result {
  const { id, rule, severity, state, stop, message, resource, place, duty } = finding
  const { apiVersion, kind, namespace, name } = resource
  const owner = namespace === undefined ? {} : { namespace: textOf(namespace) }
  return {
    isShown: run.shown(finding),
    told: {
      source: TOOL_NAME,
      policy: rule.id,
      category: STOP_TITLES[stop],
      result: RESULTS[state],
      severity,
      scored: state === 'open',
      message: textOf(WORDS[state] + message),
      resources: [
        { apiVersion: textOf(apiVersion), kind: textOf(kind), ...owner, name: textOf(name) },
      ],
      properties: {
        id,
        stop,
        owner: duty,
        place: textOf(pointOf(place)),
        path: textOf(pathOf(place)),
        url: referencesOf(rule)[0]?.url ?? '',
      },
    },
  }
}

/** What could not be read: an error, of no object. */
export function faultResult({ code, at, message, remedy }: Fault): Result {
  return unseen(code, textOf(`${message} ${remedy}`), { place: textOf(at) })
}

/** A stop that was not examined. */
export function stopResult({ stop }: StopVerdict): Result {
  return unseen('not-examined', `Nothing of ${STOP_TITLES[stop]} was looked at.`, { stop })
}

function unseen(policy: string, message: string, properties: Result['told']['properties']): Result {
  const told = { source: TOOL_NAME, policy, category: 'Not examined', scored: false, message }
  return { isShown: true, told: { ...told, result: 'error', properties } }
}

// A hostile name may be as long as a file may be large.
const LONGEST_TEXT = 500

function textOf(text: string): string {
  return printable(clip(text, LONGEST_TEXT))
}
