import { mappingSketch, scalarSketch, type Content, type Sketch } from '../objects/sketch.ts'
import { FIELD_NAMES, LIST_NAMES, LOCAL_LIST_NAMES } from './kinds.data.ts'

type Named = readonly [string, Sketch]

/** The API object of a typed resource: blocks become fields by the API's own names, and lists where it has lists. */
export function typedObject(
  own: Sketch,
  type: string,
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
): Sketch {
  const members = new Map<string, Sketch>([
    ['apiVersion', scalarSketch(apiVersion, own.mark)],
    ['kind', scalarSketch(kind, own.mark)],
  ])
  for (const [key, sketch] of membersOf(own)) {
    if (OWN.has(key)) continue
    // Its own metadata would hide what Terraform calls the resource, so it stands under another name until here.
    const written = key === 'argument_metadata' ? 'metadata' : key
    const [name, field] = fieldOf(topName(type, written), sketch, type)
    members.set(name, field)
  }
  return { ...mappingSketch(members, own.mark, -1), certainty: own.certainty }
}

const OWN: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'provider',
  'lifecycle',
  'timeouts',
  'wait_for_rollout',
  'wait_for_completion',
  'wait_for_load_balancer',
  'wait_until_bound',
  'wait_for_service_account_token',
])

// What the provider takes as text it encodes itself: to the API that is `stringData`.
function topName(type: string, key: string): string {
  if (type === 'secret' && key === 'data') return 'string_data'
  if (type === 'secret' && key === 'binary_data') return 'data'
  return type === 'storage_class' && key === 'storage_provisioner' ? 'provisioner' : key
}

function membersOf({ content }: Sketch): readonly Named[] {
  return content.kind === 'mapping' ? [...content.members] : []
}

// Arguments keep their values, keys and all; blocks are lists of mappings here.
function fieldOf(key: string, sketch: Sketch, parent: string): Named {
  const { content } = sketch
  if (content.kind !== 'list' || !content.items.some(isMapping)) return [apiName(key), sketch]
  const list = listName(key, parent)
  if (list !== undefined) {
    const items = content.items.map((item) => (isMapping(item) ? fieldsOf(item, key) : item))
    return [list, { ...sketch, content: { kind: 'list', items } }]
  }
  const [first] = content.items
  return [apiName(key), first === undefined ? sketch : fieldsOf(first, key)]
}

function isMapping({ content }: Sketch): boolean {
  return content.kind === 'mapping'
}

function listName(key: string, parent: string): string | undefined {
  const local = `${parent}.${key}`
  if (Object.hasOwn(LOCAL_LIST_NAMES, local)) return LOCAL_LIST_NAMES[local]
  return Object.hasOwn(LIST_NAMES, key) ? LIST_NAMES[key] : undefined
}

function fieldsOf(block: Sketch, parent: string): Sketch {
  const members = new Map<string, Sketch>()
  for (const [key, sketch] of membersOf(block)) {
    const [name, field] = fieldOf(key, sketch, parent)
    // The provider keeps the sources of a volume in a block of their own; the API does not.
    const inner = name === 'persistentVolumeSource' ? membersOf(field) : [[name, field] as const]
    for (const [innerName, innerField] of inner) members.set(innerName, innerField)
  }
  const content: Content = { kind: 'mapping', members }
  return { ...block, content }
}

function apiName(key: string): string {
  if (Object.hasOwn(FIELD_NAMES, key)) return FIELD_NAMES[key] ?? key
  return key.replaceAll(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase())
}
