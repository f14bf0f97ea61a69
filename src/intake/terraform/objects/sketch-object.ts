import { TERRAFORM_VERSION } from '../../../model/resource.ts'
import { writtenText, type Scope } from '../evaluate/scope.ts'
import { attributeIn, markOf, type Section } from '../module/section.ts'
import { sketchBody } from './sketch-body.ts'
import { mappingSketch, scalarSketch, type Sketch } from './sketch.ts'

// What says how often something is made is answered by how many there are; what else only orders the work says nothing.
const META: ReadonlySet<string> = new Set(['count', 'for_each', 'depends_on'])

// Arguments of these names would hide what an object is called.
const OURS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata'])

/**
 * A block as an object: `kind` and `name` as given, then its arguments as written. An argument that is itself called
 * `kind` or `metadata` becomes `argument_kind`, `argument_metadata`.
 */
export function sketchObject(
  section: Section,
  scope: Scope,
  { kind, name }: { readonly kind: string; readonly name: string },
): Sketch {
  const { block, source } = section
  const whole = markOf(block, source)
  const [first, last] = [block.labels[0], block.labels.at(-1)]
  const kindMark = first === undefined ? whole : markOf(first, source)
  const nameMark = last === undefined ? whole : markOf(last, source)
  const members: (readonly [string, Sketch])[] = [
    ['apiVersion', scalarSketch(TERRAFORM_VERSION, whole)],
    ['kind', scalarSketch(kind, kindMark)],
    ['metadata', mappingSketch([['name', scalarSketch(name, nameMark)]], nameMark)],
  ]
  for (const [key, sketch] of bodyOf(section, scope)) {
    if (META.has(key)) continue
    members.push([OURS.has(key) ? `argument_${key}` : key, sketch])
  }
  return mappingSketch(members, whole, -1)
}

function bodyOf(section: Section, scope: Scope): ReadonlyMap<string, Sketch> {
  const body = new Map(sketchBody(section, scope))
  if (section.block.type !== 'variable') return body
  // The type of a variable is no value but the name of one.
  const type = attributeIn(section, 'type')
  const text = type && writtenText(type.attribute.value, { ...scope, source: type.source })
  const known = body.get('type')
  if (known !== undefined) body.set('type', { ...known, content: { kind: 'scalar', value: text } })
  const secret = body.get('default')
  if (secret !== undefined && !isEmpty(secret) && body.has('sensitive')) {
    body.set('default', { ...secret, content: { kind: 'scalar', value: SECRET } })
  }
  return body
}

// Nothing is no secret: whoever calls the module gives one.
function isEmpty({ content }: Sketch): boolean {
  return content.kind === 'scalar' && (content.value === null || content.value === '')
}

// That there is a default is told, its value never.
const SECRET = '(sensitive)'
