import { groupBy } from '../../../base/group.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { untold, within, type Scope } from '../evaluate/scope.ts'
import { isUnknown, type Value } from '../evaluate/value.ts'
import { entriesOf } from '../module/expand.ts'
import {
  attributeIn,
  attributesOf,
  labelOf,
  markOf,
  sectionsIn,
  type Section,
} from '../module/section.ts'
import { sketchExpression } from './sketch-value.ts'
import { listSketch, mappingSketch, scalarSketch, type Sketch } from './sketch.ts'

/** The arguments and blocks of a section: blocks as lists of mappings, as `terraform show -json` has them. */
export function sketchBody(section: Section, scope: Scope): ReadonlyMap<string, Sketch> {
  const members = new Map<string, Sketch>()
  for (const { attribute, source } of attributesOf(section)) {
    const inner = { ...scope, source }
    members.set(attribute.name, sketchExpression(attribute.value, inner, attribute.start))
  }
  for (const [type, list] of blocksByType(section, scope)) members.set(type, list)
  return members
}

function blocksByType(section: Section, scope: Scope): ReadonlyMap<string, Sketch> {
  const found: (readonly [string, Sketch])[] = []
  for (const inner of sectionsIn(section)) {
    const isDynamic = inner.block.type === 'dynamic'
    const type = isDynamic ? labelOf(inner, 0) : inner.block.type
    const items = isDynamic ? repeated(inner, scope) : [sketchLabelled(inner, scope)]
    for (const item of items) found.push([type, item])
  }
  const lists = [...groupBy(found, ([type]) => type)]
  return new Map(lists.map(([type, items]) => [type, asList(items.map(([, item]) => item))]))
}

// Where nobody can tell whether there is a block at all, the list itself is what is unknown.
function asList(items: readonly Sketch[]): Sketch {
  const [first] = items
  const isUntold = items.every(({ content }) => content.kind === 'scalar')
  if (first === undefined || isUntold) return first ?? scalarSketch(null, NOWHERE)
  return listSketch(items, first.mark)
}

const NOWHERE = { source: { file: '', text: '' }, start: 0, end: 0 }

function sketchBlock(section: Section, scope: Scope): Sketch {
  const { block, source } = section
  return mappingSketch(sketchBody(section, { ...scope, source }), markOf(block, source))
}

// `backend "s3" {}` reads `backend: [{ s3: [{}] }]`: labels nest, as they do in Terraform's JSON syntax.
function sketchLabelled(section: Section, scope: Scope): Sketch {
  const mark = markOf(section.block, section.source)
  return section.block.labels.reduceRight(
    (inner, { text }) => mappingSketch([[text, listSketch([inner], mark)]], mark),
    sketchBlock(section, scope),
  )
}

function repeated(section: Section, outer: Scope): readonly Sketch[] {
  const { block, source } = section
  const scope = { ...outer, source }
  const each = attributeIn(section, 'for_each')
  const content = sectionsIn(section).find((inner) => inner.block.type === 'content')
  if (each === undefined || content === undefined) return []
  const mark = markOf(block, source)
  const value = evaluate(each.attribute.value, { ...scope, source: each.source })
  const entries = listed(value)
  if (entries === undefined) {
    const whole = untold(each.attribute.value, { ...scope, source: each.source })
    return [scalarSketch(isUnknown(whole) ? whole.text : null, mark)]
  }
  const name = iteratorName(section)
  return entries.map(([key, member]) => {
    const names = new Map([
      ['key', key],
      ['value', member],
    ] as const)
    const inner = within(scope, new Map([[name, names]]))
    return mappingSketch(sketchBody(content, inner), mark)
  })
}

// Unlike resources, dynamic blocks may go over a list of anything.
function listed(value: Value): readonly (readonly [string | number, Value])[] | undefined {
  return Array.isArray(value) ? [...value.entries()] : entriesOf(value)
}

function iteratorName(section: Section): string {
  const iterator = attributeIn(section, 'iterator')?.attribute.value
  if (iterator?.kind === 'name') return iterator.name
  return iterator?.kind === 'literal' ? String(iterator.value) : labelOf(section, 0)
}
