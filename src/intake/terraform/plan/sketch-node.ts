import { membersOf, spanOf, type Document } from '../../../model/document.ts'
import { CERTAINTY } from '../../../model/making.ts'
import { isList, isMapping, memberOf } from '../../../model/part.ts'
import { listSketch, scalarSketch, type Content, type Sketch } from '../objects/sketch.ts'

/** What must not or cannot be read of a resource's values: both have the shape of the values, with true in some places. */
export interface Hidden {
  readonly secret: unknown
  readonly unknown: unknown
  /** What an argument refers to, if one thing. */
  readonly referenceOf: (name: string) => string | undefined
}

/** A value of a plan with the places of its parts. Null and empty lists say that nothing is written there, and go. */
export function sketchNode(
  document: Document,
  node: number,
  value: unknown,
  hidden: Hidden,
): Sketch {
  const { source, layout } = document
  const { key, start, end } = spanOf(layout, node)
  const own = { ...scalarSketch(value, { source, start, end }, key), certainty: CERTAINTY.verbatim }
  if (hidden.secret === true) return { ...own, content: { kind: 'scalar', value: SECRET } }
  const members = membersOf(layout, node)
  if (isList(value)) {
    const items = members.map((member, at) =>
      sketchNode(document, member, value[at], within(hidden, at)),
    )
    return { ...own, content: { kind: 'list', items } }
  }
  if (!isMapping(value)) return own
  const found = new Map<string, Sketch>()
  for (const member of members) {
    const name = layout.keys[member] ?? ''
    const inner = memberOf(value, name)
    if (isNothing(inner)) continue
    found.set(name, sketchNode(document, member, inner, within(hidden, name)))
  }
  for (const [name, sketch] of unknownMembers(hidden, own)) {
    if (!found.has(name)) found.set(name, sketch)
  }
  return { ...own, content: { kind: 'mapping', members: found } }
}

const SECRET = '${sensitive}'

function isNothing(value: unknown): boolean {
  return value === null || (isList(value) && value.length === 0)
}

function within({ secret, unknown, referenceOf }: Hidden, step: string | number): Hidden {
  return { secret: memberOf(secret, step), unknown: memberOf(unknown, step), referenceOf }
}

// What is known only after apply stands nowhere: it shows where the whole stands.
function unknownMembers(
  { unknown, referenceOf }: Hidden,
  own: Sketch,
): readonly (readonly [string, Sketch])[] {
  if (!isMapping(unknown)) return []
  return Object.entries(unknown).flatMap(([name, is]) => {
    if (is !== true && !holdsTrue(is)) return []
    const text = `\${${referenceOf(name) ?? 'known after apply'}}`
    const sketch = { ...scalarSketch(text, own.mark), certainty: CERTAINTY.file }
    return [[name, is === true ? sketch : partly(is, sketch)] as const]
  })
}

function holdsTrue(unknown: unknown): boolean {
  if (isList(unknown)) return unknown.some(holdsTrue)
  return isMapping(unknown) ? Object.values(unknown).some(holdsTrue) : unknown === true
}

function partly(unknown: unknown, sketch: Sketch): Sketch {
  if (isList(unknown))
    return listSketch(
      unknown.map((item) => partly(item, sketch)),
      sketch.mark,
    )
  if (!isMapping(unknown)) return sketch
  const members = Object.entries(unknown)
    .filter(([, inner]) => holdsTrue(inner))
    .map(([name, inner]) => [name, partly(inner, sketch)] as const)
  const content: Content = { kind: 'mapping', members: new Map(members) }
  return { ...sketch, content }
}
