import type { Path } from '../model/document.ts'
import { holdsPod, kindName, templatePaths } from '../model/kinds.ts'
import { isList, isMapping, memberOf, valueAt } from '../model/part.ts'
import { formatPath } from '../model/place.ts'
import { isForeign, isKnownKind, isSetting } from './known-kinds.ts'

/**
 * What a document is to Kubernetes: an object; a list of objects (whose members may leave their kind out in a list of one
 * kind); an object with a flaw for which the API server refuses it, at `path`; or something else altogether.
 */
export type Claim =
  | { readonly kind: 'object' }
  | { readonly kind: 'list'; readonly of: Readonly<Record<string, string>> }
  | {
      readonly kind: 'flawed'
      readonly path: Path
      readonly message: string
      readonly remedy: string
    }
  | { readonly kind: 'unrelated' }

const OBJECT: Claim = { kind: 'object' }
const UNRELATED: Claim = { kind: 'unrelated' }

/** Tells objects from all the other YAML that repositories hold. O(1). */
export function claimOf(value: unknown): Claim {
  if (!isMapping(value)) return UNRELATED
  const apiVersion = memberOf(value, 'apiVersion')
  const kind = memberOf(value, 'kind')
  const metadata = memberOf(value, 'metadata')
  if (!isText(kind)) return kindless(apiVersion, kind, metadata)
  if (!isText(apiVersion)) return versionless(value, apiVersion, kind)
  if (isForeign(apiVersion)) return UNRELATED
  const list = listClaim(value, apiVersion, kind)
  if (list !== undefined) return list
  const type = kindName(apiVersion, kind)
  if (isKnownKind(type)) return namedClaim(value, kind, type)
  return isMapping(metadata) || isSetting(value, apiVersion, kind) ? OBJECT : UNRELATED
}

// A kind is missing only where all else says Kubernetes: other tools have files with an apiVersion too (Chart.yaml).
function kindless(apiVersion: unknown, kind: unknown, metadata: unknown): Claim {
  const isOurs = isText(apiVersion) && API_VERSION.test(apiVersion)
  if (!isOurs || !isText(memberOf(metadata, 'name'))) return UNRELATED
  return kind === undefined || kind === null
    ? flawed([], 'This object has no kind.', 'Say what it is, as in `kind: Deployment`.')
    : flawed(['kind'], `The kind of this object is ${shapeOf(kind)}, not text.`, 'Write its name.')
}

const API_VERSION = /^(?:[a-z\d.-]{1,253}\/)?v\d{1,3}(?:(?:alpha|beta)\d{1,3})?$/

function versionless(
  value: Readonly<Record<string, unknown>>,
  apiVersion: unknown,
  kind: string,
): Claim {
  const isMeant = isMapping(memberOf(value, 'metadata')) || isMapping(memberOf(value, 'spec'))
  if (!isKnownKind(kind) || !isMeant) return UNRELATED
  return apiVersion === undefined || apiVersion === null || apiVersion === ''
    ? flawed([], `This ${kind} has no apiVersion.`, 'Add one, as in `apiVersion: apps/v1`.')
    : flawed(
        ['apiVersion'],
        `The apiVersion of this ${kind} is ${shapeOf(apiVersion)}, not text.`,
        'Write it as text, as in `apiVersion: apps/v1`.',
      )
}

function listClaim(
  value: Readonly<Record<string, unknown>>,
  apiVersion: string,
  kind: string,
): Claim | undefined {
  if (!kind.endsWith('List')) return undefined
  const items = memberOf(value, 'items')
  const isPlain = kind === 'List'
  // Some foreign kinds merely end like this (an AllowList); an object has a name, and a list has none.
  if (!isPlain && (items === undefined || isText(valueAt(value, ['metadata', 'name']))))
    return undefined
  if (items !== undefined && items !== null && !isList(items)) {
    return flawed(['items'], `The items of this list are ${shapeOf(items)}.`, 'Write a list.')
  }
  return { kind: 'list', of: isPlain ? {} : { apiVersion, kind: kind.slice(0, -'List'.length) } }
}

function namedClaim(value: unknown, kind: string, type: string): Claim {
  const metadata = memberOf(value, 'metadata')
  if (metadata !== undefined && metadata !== null && !isMapping(metadata)) {
    return flawed(
      ['metadata'],
      `The metadata of this ${kind} is ${shapeOf(metadata)}, not a mapping.`,
      'Write `metadata:` with the name below it.',
    )
  }
  const field = NAME_FIELDS.find((name) => (memberOf(metadata, name) ?? '') !== '')
  if (field === undefined) {
    return flawed(['metadata'], `This ${kind} has no name.`, 'Add `name` under `metadata`.')
  }
  const name = memberOf(metadata, field)
  if (isText(name)) return podlessClaim(value, type) ?? OBJECT
  return flawed(
    ['metadata', field],
    `The ${field} of this ${kind} is ${shapeOf(name)}, not text.`,
    'Put it in quotes.',
  )
}

// Without a pod there is nothing to judge, and the API server refuses the object: mostly it is a patch.
function podlessClaim(value: unknown, type: string): Claim | undefined {
  const [template] = holdsPod(type) ? templatePaths(type) : []
  if (template === undefined) return undefined
  const path = [...template, 'spec']
  if (!endsEarly(value, path)) return undefined
  return flawed(
    [],
    `This ${type} has no pod: its ${formatPath(path)} is empty.`,
    'Write it; if this is a patch, name the file in the kustomization.yaml that uses it.',
  )
}

// A placeholder, or a value of the wrong type, on the way hides what comes then; rules meet it there.
function endsEarly(value: unknown, path: Path): boolean {
  let current = value
  for (const step of path) {
    if (!isMapping(current)) return false
    current = memberOf(current, step)
    if (current === undefined || current === null) return true
  }
  return false
}

const NAME_FIELDS = ['name', 'generateName'] as const

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function flawed(path: Path, message: string, remedy: string): Claim {
  return { kind: 'flawed', path, message, remedy }
}

function shapeOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (isList(value)) return 'a list'
  if (isMapping(value)) return 'a mapping'
  return typeof value === 'boolean'
    ? 'true or false'
    : `a ${typeof value === 'string' ? 'text' : 'number'}`
}
