import { isList, isMapping, isPlaceholder, memberOf, type Field } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { writtenKeys, writtenProviders, type WrittenKey } from './providers.ts'

/** What the API server refuses in a file about encryption at rest. `reason` ends a sentence. */
export interface EncryptionFault {
  readonly place: Place
  readonly reason: string
}

/**
 * All that the API server refuses in `file`. What placeholders hide is left alone. O(names + keys).
 * Source: staging/src/k8s.io/apiserver/pkg/apis/apiserver/validation, Kubernetes 1.36.
 */
export function encryptionFaults(file: Resource): readonly EncryptionFault[] {
  const entries = file.list('resources')
  return [
    ...kindFaults(file),
    ...entries.flatMap(({ value, place }, entry) => [
      ...nameFaults(file, entry),
      ...providerFaults(file, entry),
      ...emptyFaults(value, place),
    ]),
    ...writtenProviders(file).flatMap(writtenKeys).flatMap(keyFaults),
  ]
}

const KINDS: readonly string[] = [
  'apiserver.config.k8s.io/v1 EncryptionConfiguration',
  'v1 EncryptionConfig',
]

function kindFaults(file: Resource): readonly EncryptionFault[] {
  if (KINDS.includes(`${file.apiVersion} ${file.kind}`)) return []
  return [
    { place: file.at('apiVersion'), reason: `no ${file.kind} has the version ${file.apiVersion}` },
  ]
}

function emptyFaults(entry: unknown, { document, path }: Place): readonly EncryptionFault[] {
  return (['resources', 'providers'] as const)
    .filter((key) => isEmpty(memberOf(entry, key)))
    .map((key) => ({
      place: { document, path: [...path, key] },
      reason: `an entry without ${key} means nothing`,
    }))
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (isList(value) && value.length === 0)
}

function nameFaults(file: Resource, entry: number): readonly EncryptionFault[] {
  const names = file.list('resources', entry, 'resources').filter(({ resolved }) => resolved)
  const faults = names.flatMap((name) => oneName(name))
  if (faults.length > 0) return faults
  const texts = names.map(({ value }) => String(value))
  const covered = names.find(({ value }, index) => isCovered(String(value), index, texts))
  if (covered === undefined) return []
  const reason = `another name of this list means "${String(covered.value)}" too`
  return [{ place: covered.place, reason }]
}

function oneName({ value, place }: Field): readonly EncryptionFault[] {
  const name = String(value)
  if (name === '*') return [{ place, reason: 'a lone star names nothing: all of the core is "*."' }]
  if (/[A-Z]/.test(name))
    return [{ place, reason: `"${name}" has capital letters, no resource has` }]
  if (/^[^*].*\.\*$/.test(name))
    return [{ place, reason: `"${name}" names one resource across groups, which is not supported` }]
  if (name.endsWith('.extensions')) return [{ place, reason: 'the group extensions is gone' }]
  if (name.endsWith('.events.k8s.io'))
    return [{ place, reason: 'events of that group are stored as "events"' }]
  return []
}

// In one list a wildcard may stand beside nothing that it takes itself. Of two equal names the second is told.
function isCovered(name: string, index: number, names: readonly string[]): boolean {
  if (names.indexOf(name) !== index) return true
  const dot = name.indexOf('.')
  const group = dot === -1 ? '' : name.slice(dot + 1)
  return names.some((other) => other !== name && (other === '*.*' || other === `*.${group}`))
}

const PROVIDERS: readonly string[] = ['aescbc', 'aesgcm', 'identity', 'kms', 'secretbox']

function providerFaults(file: Resource, entry: number): readonly EncryptionFault[] {
  return file.list('resources', entry, 'providers').flatMap(({ value, place, resolved }) => {
    if (!resolved) return []
    const names = isMapping(value) ? Object.keys(value) : []
    const reason = providerReason(value, names)
    return reason === undefined ? [] : [{ place, reason }]
  })
}

function providerReason(value: unknown, names: readonly string[]): string | undefined {
  const [name, second] = names
  if (name === undefined) return 'a member of the list names no provider'
  if (second !== undefined) return `one member holds two providers, ${name} and ${second}`
  if (!PROVIDERS.includes(name)) return `there is no provider "${name}"`
  const settings = memberOf(value, name)
  if (isMapping(settings) || isPlaceholder(settings)) return undefined
  return `${name} stands without settings: identity needs {} too`
}

const KEY_BYTES: ReadonlyMap<string, readonly number[]> = new Map([
  ['aescbc', [16, 24, 32]],
  ['aesgcm', [16, 24, 32]],
  ['secretbox', [32]],
])

function keyFaults({ provider, secret, bytes, place }: WrittenKey): readonly EncryptionFault[] {
  const lengths = KEY_BYTES.get(provider)
  // `ENC[…]` and `<…>` are put in by a program or a person before the API server reads them.
  if (lengths === undefined || isPlaceholder(secret) || /^[<[]|^ENC\[/.test(String(secret)))
    return []
  if (bytes === undefined) return [{ place, reason: 'a key is no base64' }]
  if (lengths.includes(bytes)) return []
  const wanted = lengths.join(' or ')
  return [{ place, reason: `a key of ${provider} has ${bytes} bytes instead of ${wanted}` }]
}
