import { credentialInText } from '../../analysis/kubeconfig/kubeconfig.ts'
import { decodeBase64 } from '../../analysis/secrets/base64.ts'
import type { Credential } from '../../analysis/secrets/credential.ts'
import { isMapping } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { credentialUnder } from './pod-values.ts'

/** A member of a ConfigMap that holds a credential. */
export interface ConfigCredential {
  readonly key: string
  readonly place: Place
  readonly credential: Credential
}

const known = new WeakMap<Resource, readonly ConfigCredential[]>()

/**
 * The members of a ConfigMap that hold a credential, at most one for each member. A kubeconfig is left out: what it
 * opens is the cluster, and rules of the stop identity say so. O(characters), once for each ConfigMap.
 */
export function configCredentials(config: Resource): readonly ConfigCredential[] {
  const before = known.get(config)
  if (before !== undefined) return before
  const found = [...inText(config), ...inBinary(config)]
  known.set(config, found)
  return found
}

function inText(config: Resource): readonly ConfigCredential[] {
  return membersOf(config, 'data').flatMap(([key, value]) => inMember(config, ['data', key], value))
}

function inBinary(config: Resource): readonly ConfigCredential[] {
  return membersOf(config, 'binaryData').flatMap(([key, value]) =>
    inMember(config, ['binaryData', key], decodeBase64(value.replaceAll(/\s/g, '')) ?? ''),
  )
}

function inMember(
  config: Resource,
  [section, key]: readonly [string, string],
  text: string,
): readonly ConfigCredential[] {
  const credential = credentialUnder(key, text, config.document)
  if (credential === undefined || credentialInText(text) !== undefined) return []
  return [{ key, place: config.at(section, key), credential }]
}

function membersOf(config: Resource, section: string): readonly (readonly [string, string])[] {
  const members = config.get(section)?.value
  if (!isMapping(members)) return []
  return Object.entries(members).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  )
}
