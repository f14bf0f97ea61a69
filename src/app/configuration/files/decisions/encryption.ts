import { setPlace, type Json } from '../../../../model/edit.ts'
import { isList, isMapping, isPlaceholder, memberOf } from '../../../../model/part.ts'
import { textsOf, type Resource } from '../../../../model/resource.ts'
import { encIdentityFirst } from '../../../../rules/cluster/enc-identity-first/rule.ts'
import { encKeyExposed } from '../../../../rules/cluster/enc-key-exposed/rule.ts'
import type { Charge } from '../../../../rules/judge.ts'
import { fieldEdits } from '../../decisions/decision.ts'
import type { FileDecision, FileStep } from '../file-draft.ts'

/** What is decided about encryption at rest: what encrypts writes, and keys are filled in where the file is used. */
export const ENCRYPTION: readonly FileDecision[] = [
  { rules: [encIdentityFirst, encKeyExposed], decide: encryptWithKeysApart },
]

// Of a key that stands in a file a new one takes the place: the old one only reads until all was written anew.
function encryptWithKeysApart({ resource }: Charge): FileStep | undefined {
  if (resource.type !== 'EncryptionConfiguration') return undefined
  const edits = resource.list('resources').flatMap((_, index) => {
    const place = resource.at('resources', index, 'providers')
    const old = resource.get('resources', index, 'providers')?.value
    const providers = providersAt(resource, index)
    const isSame = JSON.stringify(providers) === JSON.stringify(old)
    return providers === undefined || isSame ? [] : [setPlace(place, providers)]
  })
  if (edits.length === 0) return undefined
  return {
    edits: fieldEdits(edits),
    words: [
      'Restricts: nothing is written in clear any more. Fill in ${...} from a vault where the file is put on a node (mode 0600): the first key is a new one, the second is the one that your file carries.',
      'Then write every object anew (kubectl get secrets -A -o json | kubectl replace -f -) and take the second key away. A KMS v2 provider keeps keys out of files for good.',
      'Lift: identity stands last, so what is not encrypted yet stays readable.',
    ],
  }
}

// Each kind of provider once, identity last; undefined for a shape that is none of the documented ones.
function providersAt(resource: Resource, index: number): readonly Json[] | undefined {
  const providers: Json[] = []
  for (const { value } of resource.list('resources', index, 'providers')) {
    const entry = isMapping(value) ? Object.entries(value) : []
    const [first] = entry
    if (first === undefined || entry.length > 1) return undefined
    if (first[0] === 'identity') continue
    const keys = keysOf(first[1])
    if (keys === undefined) return undefined
    providers.push({ [first[0]]: { keys } })
  }
  return providers.length === 0 ? undefined : [...providers, { identity: {} }]
}

function keysOf(settings: unknown): readonly Json[] | undefined {
  const listed = memberOf(settings, 'keys')
  if (!isList(listed)) return undefined
  const keys = listed.map(textsOf)
  const names = keys.flatMap(({ name }) => name ?? [])
  const [first] = names
  if (first === undefined || names.length < listed.length) return undefined
  if (keys.every(({ secret }) => isPlaceholder(secret)))
    return keys.map(({ name = '', secret = '' }) => ({ name, secret }))
  return [`${first}-next`, ...names].map((name) => ({ name, secret: variableFor(name) }))
}

function variableFor(key: string): string {
  return `\${ENCRYPTION_${key.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}}`
}
