import { commandOf } from '../command.ts'
import { jsonString, jsonText } from '../printable.ts'
import type { Run } from '../report.ts'
import { fileOf, madeOf, pathOf, spotOf } from '../spots.ts'
import {
  isFixable,
  type Action,
  type Finding,
  type Place,
  type Resource,
  type WorkloadVerdict,
} from '../told.ts'

// A large estate has 70,000 findings. Words of our own (ids, severities, states) need no escaping, so each is written
// between quotes by hand; only what comes from the estate goes through `jsonString`.

/** Gives the number of an object in the list of all: two may have one name. */
export type NumberOf = (resource: Resource) => number

/**
 * A finding as one line of JSON, with the number of its object where the report lists objects, and whether it is new
 * where it was compared.
 */
export function findingText(
  finding: Finding,
  { comparison, ownerOf }: Pick<Run, 'comparison' | 'ownerOf'>,
  numberOf?: NumberOf,
): string {
  const { id, message, resource, place, duty } = finding
  const object = numberOf === undefined ? '' : `,"object":${numberOf(resource)}`
  return (
    `{"id":"${id}${headText(finding)}${jsonString(message)}${object},"resource":${resourceText(resource)},` +
    `"place":${placeText(place)},"duty":"${duty}","owner":${ownerText(ownerOf(finding))},` +
    `"fixable":${isFixable(finding)}${jewelText(finding)}${madeText(place)}${renderingsText(finding)}${baselineText(finding, comparison)}${waiverText(finding)}}`
  )
}

// A rule says nearly the same of all its findings.
const headTexts = new WeakMap<Finding['rule'], Head>()

interface Head extends Pick<Finding, 'severity' | 'state' | 'stop'> {
  readonly text: string
}

function headText({ rule, severity, state, stop }: Finding): string {
  const known = headTexts.get(rule)
  if (known?.state === state && known.severity === severity && known.stop === stop)
    return known.text
  const text = `","rule":"${rule.id}","severity":"${severity}","state":"${state}","stop":"${stop}","message":`
  headTexts.set(rule, { severity, state, stop, text })
  return text
}

function jewelText({ crownJewel }: Pick<Finding, 'crownJewel'>): string {
  return crownJewel === undefined ? '' : `,"crownJewel":${jsonString(crownJewel)}`
}

function madeText(place: Place): string {
  const made = madeOf(place)
  return made === undefined ? '' : `,${jsonText(made).slice(1, -1)}`
}

function renderingsText({ renderings }: Pick<Finding, 'renderings'>): string {
  return renderings === undefined ? '' : `,"renderings":${jsonText(renderings)}`
}

function baselineText(finding: Finding, comparison: Run['comparison']): string {
  if (comparison === undefined) return ''
  return `,"baseline":"${comparison.isNew(finding) ? 'new' : 'known'}"`
}

function waiverText({ waiver }: Finding): string {
  return waiver === undefined ? '' : `,"waiver":${jsonText(waiver)}`
}

/** What has to be known of a finding that is not listed: enough to count it. */
export function hiddenText(finding: Finding, numberOf: NumberOf): string {
  const { id, rule, severity, state, stop, resource, duty } = finding
  return (
    `{"id":"${id}","rule":"${rule.id}","severity":"${severity}","state":"${state}","stop":"${stop}",` +
    `"object":${numberOf(resource)},"duty":"${duty}","fixable":${isFixable(finding)}}`
  )
}

// Where nobody said who it is, it is null, not absent.
function ownerText(owner: string | undefined): string {
  return owner === undefined ? 'null' : jsonString(owner)
}

/** A workload with its Pod Security level and the checks it fails, as one line of JSON. */
export function workloadText(workload: WorkloadVerdict, numberOf: NumberOf): string {
  const { resource, place, level, sure, failing } = workload
  const checks = failing.map(
    (check) =>
      `{"check":"${check.check}","level":"${check.level}","sure":${check.sure},` +
      `"places":[${check.places.map(placeText).join(',')}]}`,
  )
  return (
    `{"object":${numberOf(resource)},"resource":${resourceText(resource)},"place":${placeText(place)},` +
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
    `"command":${jsonString(commandOf(action, run))}${jewelText(action)},"findings":[${ids}]}`
  )
}

const resourceTexts = new WeakMap<Resource, string>()

/** What tells an object apart, as a JSON object of its own. */
export function resourceText(resource: Resource): string {
  const known = resourceTexts.get(resource)
  if (known !== undefined) return known
  const { apiVersion, kind, namespace, name } = resource
  const home = namespace === undefined ? 'null' : jsonString(namespace)
  const text = `{"apiVersion":${jsonString(apiVersion)},"kind":${jsonString(kind)},"namespace":${home},"name":${jsonString(name)}}`
  resourceTexts.set(resource, text)
  return text
}

function placeText(place: Place): string {
  const { line, column, endColumn, start, end } = spotOf(place)
  return (
    `{"file":${jsonString(fileOf(place))},"line":${line},"column":${column},` +
    `"endColumn":${endColumn},"path":${jsonString(pathOf(place))},"start":${start},"end":${end}}`
  )
}
