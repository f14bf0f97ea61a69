import { formatPath, spotOf, type Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { isFixable, type Finding } from '../../verdict/finding.ts'
import type { Action } from '../../verdict/focus.ts'
import type { WorkloadVerdict } from '../../verdict/workloads.ts'
import { commandOf } from '../command.ts'
import { jsonString, jsonText } from '../printable.ts'
import type { Run } from '../report.ts'

// A large estate has 70,000 findings. Words of our own (ids, severities, states) need no escaping, so each is written
// between quotes by hand; only what comes from the estate goes through `jsonString`.

/** A finding as one line of JSON. */
export function findingText(finding: Finding): string {
  const { id, rule, severity, state, stop, message, resource, place, duty } = finding
  return (
    `{"id":"${id}","rule":"${rule.id}","severity":"${severity}","state":"${state}","stop":"${stop}",` +
    `"message":${jsonString(message)},"resource":${resourceText(resource)},` +
    `"place":${placeText(place)},"duty":"${duty}","fixable":${isFixable(finding)}${waiverText(finding)}}`
  )
}

function waiverText({ waiver }: Finding): string {
  return waiver === undefined ? '' : `,"waiver":${jsonText(waiver)}`
}

/** A workload with its Pod Security level and the checks it fails, as one line of JSON. */
export function workloadText({ resource, place, level, sure, failing }: WorkloadVerdict): string {
  const checks = failing.map(
    (check) =>
      `{"check":"${check.check}","level":"${check.level}","sure":${check.sure},` +
      `"places":[${check.places.map(placeText).join(',')}]}`,
  )
  return (
    `{"resource":${resourceText(resource)},"place":${placeText(place)},` +
    `"level":"${level}","sure":${sure},"failing":[${checks.join(',')}]}`
  )
}

/** An action with the ids of all findings it closes, also of those that are not shown. */
export function actionText(action: Action, run: Run): string {
  const { rule, title, severity, findings, objects, duty, effort, risk, place } = action
  const head = jsonText({ rule: rule.id, title, severity, closes: findings.length, objects, duty })
  const ids = findings.map(({ id }) => `"${id}"`).join(',')
  return (
    `${head.slice(0, -1)},"effort":"${effort}","risk":"${risk}","place":${placeText(place)},` +
    `"command":${jsonString(commandOf(action, run))},"findings":[${ids}]}`
  )
}

const resourceTexts = new WeakMap<Resource, string>()

function resourceText(resource: Resource): string {
  const known = resourceTexts.get(resource)
  if (known !== undefined) return known
  const { apiVersion, kind, namespace, name } = resource
  const text = jsonText({ apiVersion, kind, namespace: namespace ?? null, name })
  resourceTexts.set(resource, text)
  return text
}

function placeText(place: Place): string {
  const { file, line, column, start, end } = spotOf(place)
  return (
    `{"file":${jsonString(file)},"line":${line},"column":${column},` +
    `"path":${jsonString(formatPath(place.path))},"start":${start},"end":${end}}`
  )
}
