import { resolvePlain } from '../yaml/resolve-scalar.ts'
import { gvkFrom } from './config.ts'
import { splitPath } from './field-spec.ts'
import { allIds, type Item } from './item.ts'
import {
  decidedBy,
  isNull,
  itemsOf,
  listNode,
  mappingNode,
  memberNode,
  present,
  textNode,
  textOf,
  withMember,
  type Node,
  type ScalarNode,
} from './node.ts'
import { patternMatcher } from './pattern.ts'
import { refuse } from './refusal.ts'
import { hasId, selectorOf } from './selector.ts'

/** Copies the value that a replacement names to all of its targets. */
export function applyReplacement(items: readonly Item[], replacement: Node): readonly Item[] {
  const source = memberNode(replacement, 'source')
  const given = memberNode(replacement, 'sourceValue')
  const targets = memberNode(replacement, 'targets')
  const value = given ?? (source === undefined ? undefined : sourceValue(items, source))
  if (value === undefined || targets === undefined) {
    return refuse(replacement.origin, {
      message: 'A replacement needs a source and at least one target.',
      remedy: 'Add `source` and `targets`.',
    })
  }
  let current = items
  for (const target of itemsOf(targets)) current = applyTarget(current, value, target)
  return current
}

function sourceValue(items: readonly Item[], source: Node): Node {
  const wanted = {
    ...gvkFrom(source),
    name: textOf(memberNode(source, 'name')),
    namespace: textOf(memberNode(source, 'namespace')),
  }
  const matching = items.filter((item) => hasId(item, wanted))
  const [only] = matching
  if (only === undefined || matching.length > 1) {
    return refuse(source.origin, {
      message: `The source of this replacement selects ${matching.length === 0 ? 'no object' : 'several objects'}.`,
      remedy: 'Name the kind, the name and the namespace of one object of the build.',
    })
  }
  const path = textOf(memberNode(source, 'fieldPath')) || 'metadata.name'
  const value = present(lookUp(only.node, pathSteps(path)))
  if (value === undefined) return noField(source, path)
  return refined(value, memberNode(source, 'options'), source)
}

/** The steps of a field path: dots between them, brackets around what holds dots itself. */
function pathSteps(path: string): readonly string[] {
  const steps: string[] = []
  let open: string | undefined
  for (const piece of splitPath(path, '.')) {
    const joined = open === undefined ? piece : `${open}.${piece}`
    const isOpen = joined.startsWith('[') && !joined.endsWith(']')
    open = isOpen ? joined : undefined
    if (isOpen) continue
    const isPlain = joined.startsWith('[') && !joined.includes('=') && joined.includes('.')
    steps.push(isPlain ? joined.slice(1, -1) : joined)
  }
  return open === undefined ? steps : [...steps, open]
}

function lookUp(node: Node, steps: readonly string[]): Node | undefined {
  let current: Node | undefined = node
  for (const step of steps) {
    if (current?.kind === 'list') current = current.members[memberIndex(current.members, step)]
    else current = memberNode(current, step)
  }
  return current
}

function memberIndex(members: readonly Node[], step: string): number {
  if (step === '-') return members.length - 1
  if (/^\d+$/.test(step)) return Number(step)
  const [key = '', value = ''] = keyAndValue(step)
  return members.findIndex((member) => textOf(memberNode(member, key)) === value)
}

function keyAndValue(step: string): readonly string[] {
  const inner = step.startsWith('[') ? step.slice(1, -1) : step
  const at = inner.indexOf('=')
  return at === -1 ? [inner, ''] : [inner.slice(0, at), inner.slice(at + 1)]
}

function refined(value: Node, options: Node | undefined, said: Node): Node {
  const delimiter = textOf(memberNode(options, 'delimiter'))
  if (delimiter === '') return value
  if (value.kind !== 'scalar') return noScalar(said)
  const pieces = value.text.split(delimiter)
  const piece = pieces[indexOf(options)]
  return piece === undefined ? outOfBounds(said) : textNode(piece, value.origin)
}

function indexOf(options: Node | undefined): number {
  const index = memberNode(options, 'index')
  return index?.kind === 'scalar' && typeof index.value === 'number' ? index.value : 0
}

function applyTarget(items: readonly Item[], value: Node, target: Node): readonly Item[] {
  const select = memberNode(target, 'select')
  if (select === undefined) return noSelect(target)
  const selector = selectorOf(select)
  const rejects = itemsOf(memberNode(target, 'reject')).map(selectorOf)
  const paths = itemsOf(memberNode(target, 'fieldPaths'))
  return items.map((item) => {
    const ids = allIds(item)
    const isRejected = rejects.some(
      (reject) => !reject.isMarksOnly && ids.some((id) => reject.selectsId(id)),
    )
    const isMarkedOut = rejects.some((reject) => reject.isMarksOnly && reject.hasMarks(item))
    if (isRejected || isMarkedOut || !selector.hasMarks(item)) return item
    return ids.some((id) => selector.selectsId(id)) ? copied(item, value, { target, paths }) : item
  })
}

interface Copy {
  readonly target: Node
  readonly paths: readonly Node[]
}

function copied(item: Item, value: Node, { target, paths }: Copy): Item {
  const options = memberNode(target, 'options')
  const create = memberNode(options, 'create')
  const isCreating = create?.kind === 'scalar' && create.value === true
  const wanted = paths.length === 0 ? [textNode('metadata.name', target.origin)] : paths
  let { node } = item
  for (const path of wanted) {
    const write: Write = { value, options, said: path, isCreating, written: { count: 0 } }
    const changed = put(node, pathSteps(textOf(path)), write)
    if (write.written.count === 0) noField(path, textOf(path))
    if (changed.kind === 'mapping') node = changed
  }
  return { ...item, node }
}

interface Write {
  readonly value: Node
  readonly options: Node | undefined
  readonly said: Node
  readonly isCreating: boolean
  readonly written: { count: number }
}

function put(node: Node, steps: readonly string[], write: Write): Node {
  const [step, ...rest] = steps
  if (step === undefined) {
    write.written.count++
    return written(node, write)
  }
  if (node.kind === 'list') return putIntoList(node.members, [step, ...rest], write, node)
  if (node.kind === 'scalar' && !isNull(node)) return node
  if (step.startsWith('[') && write.isCreating) return putIntoList([], [step, ...rest], write, node)
  const child = memberNode(node, step)
  if (child === undefined && !write.isCreating) return node
  const mapping = node.kind === 'mapping' ? node : mappingNode([], node.origin)
  return withMember(mapping, step, put(child ?? blank(rest[0], write), rest, write))
}

function putIntoList(
  members: readonly Node[],
  [step = '', ...rest]: readonly string[],
  write: Write,
  list: Node,
): Node {
  if (/^\d+$/.test(step)) {
    const at = Number(step)
    const isNew = at === members.length && write.isCreating
    if (at >= members.length && !isNew) return noField(write.said, textOf(write.said))
    const child = members[at] ?? blank(rest[0], write)
    return listNode(members.toSpliced(at, 1, put(child, rest, write)), list.origin)
  }
  const isMeant = memberTest(step, write)
  const isFound = members.some(isMeant)
  const all =
    isFound || !write.isCreating || step === '*' ? members : [...members, member(step, write)]
  return listNode(
    all.map((child) => (isMeant(child) ? put(child, rest, write) : child)),
    list.origin,
  )
}

function memberTest(step: string, { said }: Write): (member: Node) => boolean {
  if (step === '*') return () => true
  const [key = '', value = ''] = keyAndValue(step)
  const matches = patternMatcher(value)
  if (!step.startsWith('[') || matches === undefined) return noField(said, textOf(said))
  return (child) => {
    const field = key === '' ? child : memberNode(child, key)
    return field !== undefined && matches(textOf(field))
  }
}

function member(step: string, { value }: Write): Node {
  const [key = '', text = ''] = keyAndValue(step)
  const leaf = { ...textNode(text, value.origin), value: resolvePlain(text) }
  return key === '' ? leaf : mappingNode([[key, leaf]], value.origin)
}

// What is made on the way: a list where the next step picks a member, else a mapping; at the end whatever is written.
function blank(next: string | undefined, { value }: Write): Node {
  if (next === undefined) return value.kind === 'scalar' ? textNode('', value.origin) : value
  const isList = next.startsWith('[') || /^\d+$/.test(next) || next === '*'
  return isList ? listNode([], value.origin) : mappingNode([], value.origin)
}

function written(field: Node, { value, options, said }: Write): Node {
  const delimiter = textOf(memberNode(options, 'delimiter'))
  const text = delimiter === '' ? undefined : spliced(field, value, { options, delimiter, said })
  if (field.kind !== 'scalar' || isNull(field)) {
    return text === undefined ? value : textNode(text, decidedBy(field.origin, value.origin))
  }
  if (text === undefined && value.kind !== 'scalar') return { ...value }
  return retyped(field, text ?? textOf(value), value)
}

// The type of the field stays, so that a number can become a text and the other way round.
function retyped(field: ScalarNode, text: string, value: Node): Node {
  const origin = decidedBy(field.origin, value.origin)
  const isMade = field.text === '' && field.origin === value.origin
  const plain = typeof field.value === 'string' && !isMade ? text : resolvePlain(text)
  const kept = isMade && value.kind === 'scalar' ? value.value : plain
  return { ...textNode(text, isMade ? value.origin : origin), value: kept }
}

interface Splice {
  readonly options: Node | undefined
  readonly delimiter: string
  readonly said: Node
}

function spliced(field: Node, value: Node, { options, delimiter, said }: Splice): string {
  if (field.kind !== 'scalar' || value.kind !== 'scalar') return noScalar(said)
  const pieces = field.text.split(delimiter)
  const index = indexOf(options)
  if (index < 0) return [value.text, ...pieces].join(delimiter)
  if (index >= pieces.length) return [...pieces, value.text].join(delimiter)
  return pieces.with(index, value.text).join(delimiter)
}

function noField(said: Node, path: string): never {
  return refuse(said.origin, {
    message: `The field ${path} of this replacement is not there.`,
    remedy: 'Check the path; `options.create: true` makes fields of targets that are missing.',
  })
}

function noScalar(said: Node): never {
  return refuse(said.origin, {
    message: 'A replacement with a delimiter is for a field that is no text.',
    remedy: 'Take the delimiter away, or name the text itself.',
  })
}

function outOfBounds(said: Node): never {
  return refuse(said.origin, {
    message: 'The index of this replacement is beyond the pieces of its source.',
    remedy: 'Indexes count from 0.',
  })
}

function noSelect(target: Node): never {
  return refuse(target.origin, {
    message: 'A target of a replacement selects no objects.',
    remedy: 'Add `select`.',
  })
}
