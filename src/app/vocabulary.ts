import { PLUGIN_NAMES } from '../analysis/reach/profile.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { FRAMEWORK_IDS } from '../model/framework.ts'
import { PERSONAE, SEVERITIES, STOPS } from '../model/itinerary.ts'
import { OFFERINGS } from '../model/offering.ts'
import {
  formatVersion,
  NEWEST_KUBERNETES,
  parseVersion,
  type KubernetesVersion,
} from '../model/version.ts'
import { suggestion } from './nearest.ts'
import { misuse, oneOf } from './usage.ts'

/** The words that flags take, by what they name. `urgent` is the state word of a stop with something critical. */
export const VOCABULARY = {
  persona: PERSONAE,
  provider: OFFERINGS,
  severity: ['urgent', ...SEVERITIES],
  stop: STOPS,
  gate: ['urgent', ...SEVERITIES, 'never'],
  plugin: PLUGIN_NAMES,
  framework: [...FRAMEWORK_IDS, 'cis', 'owasp-k8s'],
} as const

/** The one of `names` that `text` is; else the fault that lists them and the nearest. Case does not matter. */
export function choose<T extends string>(
  flag: string,
  names: readonly T[],
  text: string,
): Result<T> {
  const word = text.toLowerCase()
  const name = names.find((known) => known === word)
  if (name !== undefined) return succeed(name)
  const remedy = `${suggestion(text, names)}It takes ${oneOf(names)}.`
  return fail(misuse(flag, `${flag} does not know "${text}".`, remedy))
}

/** Reads the release of Kubernetes that the estate is judged by. */
export function chooseKubernetes(flag: string, text: string): Result<KubernetesVersion> {
  const version = parseVersion(text)
  // There is no other major release, so a higher number is a slip such as 134 for 1.34.
  if (version !== undefined && version.major === 1) return succeed(version)
  const newest = formatVersion(NEWEST_KUBERNETES)
  const remedy = `Write it as 1.34 or v1.34.2. Without the flag the newest known one counts: ${newest}.`
  return fail(misuse(flag, `"${text}" is no version of Kubernetes.`, remedy))
}
