import { knownKey, type KnownFinding } from '../../model/known-finding.ts'
import { batch } from '../batch.ts'
import { plural } from '../headline.ts'
import { clip, jsonText, printable } from '../printable.ts'
import { TOOL_NAME } from '../report.ts'
import { messageOf } from '../sarif/message.ts'
import { faultNotification, leftOutNotification } from '../sarif/notifications.ts'
import { LEVELS } from '../sarif/results.ts'
import { artifactOf } from '../sarif/uri.ts'
import { sayingOf, type DiffFormat, type DiffRun } from './diff.ts'

// What code scanning takes of one run; above it the whole upload is refused.
const MOST_RESULTS = 25_000
const MOST_FAULTS = 1000

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

/** SARIF 2.1.0: what is new, unchanged and absent. What cannot be compared is counted in a notification. */
export const sarif: DiffFormat = {
  name: 'sarif',
  write(run, _, out) {
    const { write, flush } = batch(out)
    const { fresh, same, gone } = run.comparison
    const all = [...stated(fresh, 'new'), ...stated(gone, 'absent'), ...stated(same, 'unchanged')]
    const told = all.slice(0, MOST_RESULTS)
    const rules = [...new Set(told.map(([{ rule }]) => rule))]
    const indexes = new Map(rules.map((rule, index) => [rule, index]))
    write(`{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{\n`)
    write(`"tool":{"driver":${jsonText(driverOf(rules, run))}},\n`)
    write('"columnKind":"utf16CodeUnits",\n')
    write(`"invocations":[${jsonText(invocationOf(run, all.length - told.length))}],\n`)
    write('"results":[')
    told.forEach(([finding, state], index) => {
      const result = {
        ...resultOf(finding, run, indexes.get(finding.rule) ?? -1),
        baselineState: state,
      }
      write(`${index === 0 ? '' : ','}\n${jsonText(result)}`)
    })
    write(']}]}\n')
    flush()
  },
}

type BaselineState = 'new' | 'absent' | 'unchanged'

function stated(
  findings: readonly KnownFinding[],
  state: BaselineState,
): readonly (readonly [KnownFinding, BaselineState])[] {
  return findings.map((finding) => [finding, state])
}

function driverOf(rules: readonly string[], { version, titleOf }: DiffRun): object {
  return {
    name: TOOL_NAME,
    version,
    semanticVersion: version,
    rules: rules.map((id) => ({ id, shortDescription: messageOf(titleOf(id)) })),
  }
}

function invocationOf({ exitCode, faults, comparison }: DiffRun, leftOut: number): object {
  const untold = [
    ...(leftOut > 0 ? [leftOutNotification(plural(leftOut, 'result'))] : []),
    ...(comparison.unknown.length > 0 ? [unknownNotification(comparison.unknown.length)] : []),
  ]
  return {
    executionSuccessful: true,
    exitCode,
    toolExecutionNotifications: [...untold, ...faults.slice(0, MOST_FAULTS).map(faultNotification)],
  }
}

function unknownNotification(count: number): object {
  const text = `${plural(count, 'finding')} cannot be compared: nobody looked where they were.`
  return { descriptor: { id: 'NOT_COMPARED' }, level: 'warning', message: messageOf(text) }
}

const LONGEST_NAME = 500

function resultOf(finding: KnownFinding, run: DiffRun, ruleIndex: number): object {
  const { id, rule, severity, state, resource, file, path, detail } = finding
  const isUnclear = state === 'cannot-tell'
  const saying = sayingOf(finding, run)
  const region = detail && { startLine: detail.line, startColumn: detail.column }
  const owner = knownKey(resource)
  const name = printable(clip(path === '' ? owner : `${owner}/${path}`, LONGEST_NAME))
  return {
    ruleId: rule,
    ruleIndex,
    kind: isUnclear ? 'review' : 'fail',
    level: isUnclear ? 'none' : LEVELS[severity],
    message: messageOf(isUnclear ? `Cannot tell: ${saying}` : saying),
    locations: [
      {
        physicalLocation: { artifactLocation: artifactOf(file), ...(region && { region }) },
        logicalLocations: [{ fullyQualifiedName: name, kind: 'resource' }],
      },
    ],
    partialFingerprints: { primaryLocationLineHash: `${id}:1` },
    ...(state === 'waived' && { suppressions: [{ kind: 'external', status: 'accepted' }] }),
  }
}
