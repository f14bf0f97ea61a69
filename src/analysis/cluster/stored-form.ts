import {
  isList,
  isMapping,
  isPlaceholder,
  memberOf,
  type Field,
  type Reader,
} from '../../model/part.ts'
import type { Place } from '../../model/place.ts'

/** A resource of the API as `kubectl api-resources` names it; the group of the core is empty. */
export interface ApiResource {
  readonly group: string
  readonly resource: string
}

/** By what an API server may write objects. `kms` is one whose version a placeholder hides. */
type Cipher = 'identity' | 'aescbc' | 'aesgcm' | 'secretbox' | 'kms-v1' | 'kms-v2' | 'kms'

/** A key, or the plug-in that holds the keys, by its name. */
interface StorageKey {
  readonly name: string
  readonly place: Place
}

/** One member of a list of providers. Its cipher is undefined when it is none that the API server takes. */
interface StorageProvider {
  readonly cipher: Cipher | undefined
  readonly keys: readonly StorageKey[]
  readonly place: Place
}

/**
 * In what form an API server keeps the objects of one resource: `writer` writes them, and `readers`, of which it is the
 * first, can still read them. Both are empty when no entry names the resource: it is then kept as plain text.
 */
export interface StoredForm {
  readonly answer: 'encrypted' | 'plain' | 'cannot-tell'
  readonly writer: StorageProvider | undefined
  readonly readers: readonly StorageProvider[]
  /** What decides: the writer; the list of entries where none names the resource; the placeholder that hides it. */
  readonly place: Place
}

/**
 * What an API server with this configuration does with the objects of a resource: of the first entry that names it,
 * literally or by a wildcard, the first provider writes. The others can still read, and so can those of later entries
 * that say the very same name. O(names). Source: "Encrypting Confidential Data at Rest", Kubernetes 1.36.
 */
export function storedForm(configuration: Reader, asked: ApiResource): StoredForm {
  const entries = configuration.list('resources')
  for (const [index, entry] of entries.entries()) {
    const naming = namesResource(memberOf(entry.value, 'resources'), asked)
    if (naming.kind === 'perhaps') return hidden(entry.place)
    if (naming.kind === 'yes') return formOf(entry, entries.slice(index + 1), naming.name)
  }
  return unnamed(configuration)
}

// An entry further down that says the same name adds to what can be read; a wildcard there does not.
function formOf(first: Field, later: readonly Field[], name: string): StoredForm {
  const same = later.filter(({ value }) => textsIn(memberOf(value, 'resources')).includes(name))
  const written = providersOf(first)
  const [writer] = written
  if (writer === undefined) return hidden(first.place)
  const readers = [...written, ...same.flatMap(providersOf)]
  return { answer: answerOf(writer), writer, readers, place: writer.place }
}

function answerOf({ cipher }: StorageProvider): StoredForm['answer'] {
  if (cipher === undefined) return 'cannot-tell'
  return cipher === 'identity' ? 'plain' : 'encrypted'
}

function hidden(place: Place): StoredForm {
  return { answer: 'cannot-tell', writer: undefined, readers: [], place }
}

// Without a list there is nothing that the API server would start with; with an empty one there is.
function unnamed(configuration: Reader): StoredForm {
  const place = configuration.at('resources')
  const isKnown = isList(memberOf(configuration.value, 'resources'))
  return isKnown ? { answer: 'plain', writer: undefined, readers: [], place } : hidden(place)
}

type Naming =
  | { readonly kind: 'yes'; readonly name: string }
  | { readonly kind: 'no' }
  | { readonly kind: 'perhaps' }

function namesResource(names: unknown, asked: ApiResource): Naming {
  if (!isList(names)) return { kind: 'perhaps' }
  const name = textsIn(names).find((text) => isNameOf(text, asked))
  if (name !== undefined) return { kind: 'yes', name }
  const isHidden = names.some((text) => typeof text !== 'string' || isPlaceholder(text))
  return { kind: isHidden ? 'perhaps' : 'no' }
}

function textsIn(names: unknown): readonly string[] {
  return isList(names) ? names.filter((name) => typeof name === 'string') : []
}

// Everything behind the first dot is the group: `pandas.awesome.bears.example`, `*.apps`, `*.` for the core.
function isNameOf(name: string, { group, resource }: ApiResource): boolean {
  const dot = name.indexOf('.')
  const named = dot === -1 ? name : name.slice(0, dot)
  const namedGroup = dot === -1 ? '' : name.slice(dot + 1)
  if (named !== '*') return named === resource && namedGroup === group
  return dot !== -1 && (namedGroup === '*' || namedGroup === group)
}

function providersOf({ place, value }: Field): readonly StorageProvider[] {
  const providers = memberOf(value, 'providers')
  if (!isList(providers)) return []
  return providers.map((provider, index) =>
    providerOf(provider, { ...place, path: [...place.path, 'providers', index] }),
  )
}

function providerOf(provider: unknown, place: Place): StorageProvider {
  const [name, ...others] = isMapping(provider) ? Object.keys(provider) : []
  const settings = name === undefined ? undefined : memberOf(provider, name)
  // More than one in a member is refused by the API server, and so is one without settings.
  if (name === undefined || others.length > 0 || !isMapping(settings))
    return { cipher: undefined, keys: [], place }
  const at = { ...place, path: [...place.path, name] }
  return { cipher: cipherOf(name, settings), keys: keysOf(name, settings, at), place: at }
}

function cipherOf(name: string, settings: Mapping): Cipher | undefined {
  switch (name) {
    case 'identity':
    case 'aescbc':
    case 'aesgcm':
    case 'secretbox':
      return name
    case 'kms':
      return kmsOf(memberOf(settings, 'apiVersion') ?? 'v1')
    default:
      return undefined
  }
}

function kmsOf(version: unknown): Cipher | undefined {
  if (isPlaceholder(version)) return 'kms'
  return version === 'v1' || version === 'v2' ? `kms-${version}` : undefined
}

type Mapping = Readonly<Record<string, unknown>>

function keysOf(provider: string, settings: Mapping, at: Place): readonly StorageKey[] {
  if (provider === 'kms') return [{ name: textAt(settings), place: at }]
  const keys = memberOf(settings, 'keys')
  if (!isList(keys)) return []
  return keys.map((key, index) => ({
    name: textAt(key),
    place: { ...at, path: [...at.path, 'keys', index] },
  }))
}

function textAt(value: unknown): string {
  const name = memberOf(value, 'name')
  return typeof name === 'string' ? name : ''
}
