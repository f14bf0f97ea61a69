import type { Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'

/** A setting that weakens HTTP Strict Transport Security. `why` ends a sentence, `wanted` is what should stand there. */
export interface StrictTransportGap {
  readonly field: Field
  readonly why: string
  readonly wanted: string | number
}

// Half a year is the least that tests of TLS set-ups take for strict. Source: SSL Labs server rating guide, HSTS.
const LEAST_SECONDS = 15_768_000
const YEAR_SECONDS = 31_536_000

// The ConfigMap of ingress-nginx as its own manifests, its chart and the addons of providers name it.
const CONFIG_NAMES: ReadonlySet<string> = new Set([
  'ingress-nginx-controller',
  'nginx-configuration',
  'nginx-ingress-controller',
  'nginx-load-balancer-conf',
])

// Prefixes of annotations by which one Ingress sets it for its hosts.
const PREFIXES = ['nginx.org/', 'haproxy-ingress.github.io/', 'ingress.kubernetes.io/'] as const

/** What weakens strict transport in the settings of a controller, an Ingress or a middleware. */
export function strictTransportGaps(resource: Resource): readonly StrictTransportGap[] {
  if (resource.type === 'ConfigMap')
    return isController(resource) ? ofTexts(resource, ['data'], '') : []
  if (resource.type === 'Ingress')
    return PREFIXES.flatMap((prefix) => ofTexts(resource, ['metadata', 'annotations'], prefix))
  const seconds = resource.get('spec', 'headers', 'stsSeconds')
  return seconds === undefined ? [] : ofAge(seconds, YEAR_SECONDS)
}

function isController({ name, labels }: Resource): boolean {
  return CONFIG_NAMES.has(name) || labels['app.kubernetes.io/name'] === 'ingress-nginx'
}

function ofTexts(
  resource: Resource,
  path: readonly string[],
  prefix: string,
): readonly StrictTransportGap[] {
  const isOn = resource.get(...path, `${prefix}hsts`)
  if (isOn?.value === 'false')
    return [{ field: isOn, why: 'strict transport is switched off', wanted: 'true' }]
  const age = resource.get(...path, `${prefix}hsts-max-age`)
  return age === undefined ? [] : ofAge(age, String(YEAR_SECONDS))
}

function ofAge(field: Field, wanted: string | number): readonly StrictTransportGap[] {
  const seconds = Number(field.value)
  // What is no number, a placeholder included, is not taken for a short time.
  if (!field.resolved || !Number.isInteger(seconds) || seconds >= LEAST_SECONDS) return []
  const days = Math.floor(seconds / 86_400)
  return [{ field, why: `they forget after ${days} ${days === 1 ? 'day' : 'days'}`, wanted }]
}
