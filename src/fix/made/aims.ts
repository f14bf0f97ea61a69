import { locate, sourceAt, spanOf, type Path, type Step } from '../../model/document.ts'
import type { FieldEdit, Json } from '../../model/edit.ts'
import type { Mark } from '../../model/making.ts'
import { isList, isMapping, valueAt } from '../../model/part.ts'
import type { Source } from '../../model/source.ts'
import { isSame } from '../same.ts'
import { seatOfKey, seatOfValue, type Seated, type WrittenText } from './written-text.ts'

/** An edit of a made object, aimed at a text that it is made of. Whether it hits only making it again can tell. */
export interface Aim {
  readonly text: WrittenText
  readonly edit: FieldEdit
  /** What it is to do to the made object. */
  readonly meant: FieldEdit
}

/** The texts that objects are made of. */
export interface Materials {
  /** Reads a file, once; undefined for one that cannot be edited. */
  readonly read: (source: Source) => WrittenText | undefined
  /** The files that give a chart its values, the one with the last word first. */
  readonly values: readonly Source[]
}

/**
 * Where an edit of a made object may be written: the value that decided it, the template or patch where its field or the
 * one around it stands, and the values that the template puts there as a whole. The surest comes first.
 */
export function aimsOf(edit: FieldEdit, materials: Materials): readonly Aim[] {
  const { document, path } = edit.place
  if (document.making === undefined) return []
  const { node, depth } = locate(document, path)
  const rest = path.slice(depth)
  const { key, start } = spanOf(document.layout, node)
  const text = materials.read(sourceAt(document, node))
  const seat = text && seatOfKey(text, key === -1 ? start : key)
  const aims = decidedAim(edit, node, materials)
  if (text === undefined || seat === undefined) return aims
  const given = valueAims(edit, { text, seat, rest }, materials)
  // A literal that repeats what a value decides is right for that value only.
  const own = repeatsDecided(edit) ? [] : [aimAt(edit, text, seat, rest)]
  return [...aims, ...given, ...own]
}

function repeatsDecided(edit: FieldEdit): boolean {
  const { layout, making, node } = edit.place.document
  if (making === undefined || making.via.maker !== 'helm' || edit.kind === 'remove') return false
  const wanted = new Set(leavesOf(edit.kind === 'set' ? edit.value : edit.members))
  const after = layout.offsets[4 * node + 3] ?? 0
  for (let each = node; each < after; each++) {
    const decider = making.deciders[making.deciderOf[each] ?? -1]
    if (decider !== undefined && wanted.has(decidedText(decider))) return true
  }
  return false
}

function decidedText({ source, start, end }: Mark): string {
  return source.text.slice(start, end).replaceAll(/^["']|["']$/g, '')
}

// What is merely on or off repeats nothing.
function leavesOf(value: Json): readonly string[] {
  if (isList(value)) return value.flatMap(leavesOf)
  if (isMapping(value)) return Object.values(value).flatMap(leavesOf)
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
}

function aimAt(edit: FieldEdit, text: WrittenText, { document, path }: Seated, rest: Path): Aim {
  return { text, edit: { ...edit, place: { document, path: [...path, ...rest] } }, meant: edit }
}

// Only what stands there as it is may be written there as it is to be: a tag is no image.
function decidedAim(edit: FieldEdit, node: number, { read }: Materials): readonly Aim[] {
  const { document, path } = edit.place
  const { making } = document
  const decider = making?.deciders[making.deciderOf[node] ?? -1]
  const text = decider && read(decider.source)
  const seat = text && decider && seatOfValue(text, decider.start)
  if (text === undefined || seat === undefined) return []
  const decided = valueAt(seat.document.value, seat.path)
  if (!isSame(decided, valueAt(document.value, path))) return []
  // A switch is turned off where the field would go: the template asks for it all the same.
  const isSwitch = edit.kind === 'remove' && decided === true
  const meant: FieldEdit = isSwitch ? { kind: 'set', place: edit.place, value: false } : edit
  return [aimAt(meant, text, seat, [])]
}

interface Around {
  readonly text: WrittenText
  readonly seat: Seated
  readonly rest: Path
}

// `securityContext: {{ toYaml .Values.securityContext }}` writes all that stands below a key, if there is anything.
function valueAims(edit: FieldEdit, { text, seat, rest }: Around, { read, values }: Materials) {
  const [first, ...below] = rest
  const inner = first === undefined ? undefined : { key: first, way: [...seat.path, first], below }
  const own = { key: seat.path.at(-1), way: seat.path, below: rest }
  return [...(inner === undefined ? [] : [inner]), own].flatMap((anchor) => {
    const block = blockOf(text, seat.document, anchor.way)
    if (typeof anchor.key !== 'string' || block === undefined) return []
    return namesIn(block).flatMap((name) => givenAim(edit, [...name, ...anchor.below], name))
  })

  function givenAim(wanted: FieldEdit, path: Path, name: Path): readonly Aim[] {
    for (const source of values) {
      const given = read(source)
      const document = given?.documents[0]
      if (given === undefined || document === undefined) continue
      const value = valueAt(document.value, name)
      if (value === undefined) continue
      return isMapping(value) ? [aimAt(wanted, given, { document, path: [] }, path)] : []
    }
    return []
  }
}

// The text of a field with the lines of actions right before it, as it stands in the template.
function blockOf({ source }: WrittenText, document: Seated['document'], way: Path) {
  const { node, depth } = locate(document, way)
  if (depth < way.length) return undefined
  const { key } = spanOf(document.layout, node)
  if (key === -1) return undefined
  const lines = source.text.slice(0, key).split('\n')
  const indent = lines.at(-1)?.length ?? 0
  const before = lines.at(-2)?.trim().startsWith('{{') === true ? (lines.at(-2) ?? '') : ''
  const [own = '', ...after] = source.text.slice(key).split('\n')
  const end = after.findIndex((line) => isOutside(line, indent))
  return [before, own, ...after.slice(0, end === -1 ? after.length : end)].join('\n')
}

function isOutside(line: string, indent: number): boolean {
  const text = line.trimStart()
  return text !== '' && !text.startsWith('{{') && line.length - text.length <= indent
}

const MOST_NAMES = 4

function namesIn(block: string): readonly (readonly Step[])[] {
  const found = block.matchAll(/\.Values((?:\.\w+)+)/g)
  const names = new Set([...found].map(([, name = '']) => name.slice(1)))
  return [...names].slice(0, MOST_NAMES).map((name) => name.split('.'))
}
