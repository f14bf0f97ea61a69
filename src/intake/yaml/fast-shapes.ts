import { cursor, isBlankOrEnd } from './fast-cursor.ts'
import { ownCopy } from './fast-keys.ts'
import type { Members } from './members.ts'

/** Makes a mapping out of the values that stand in `values` from `from` on. */
export type Maker = (values: readonly unknown[], from: number) => Members

/** The keys of a mapping so far, in their order: the last of them, and the shape before it. */
export interface Shape {
  readonly key: string
  readonly before: Shape | undefined
  readonly size: number
  after: Map<string, Shape> | undefined
  /** The last key with its colon, once it was met in the text just like that; else nothing. */
  written: string
  /** The shape that came of this one last time. */
  next: Shape | undefined
  uses: number
  make: Maker | undefined
}

/** The shape of a mapping without members. */
export const NO_MEMBERS = createShape('', undefined)
// The shape of mappings that are made key by key: long ones, those with a key twice, and all beyond the bounds.
const ANY = createShape('', undefined)

// Real manifests have a few hundred shapes, but a file may be made to have any number, of keys of any length.
const MOST_SHAPES = 4096
const MOST_MEMBERS = 24
const LONGEST_KEY = 64
// A maker takes some 20 µs to compile and saves a fraction of one each time, so a scan of a few small files has none.
const USES_BEFORE_MAKER = 100
let shapes = 0

/** Forgets all shapes when there are too many, to learn those that still occur. To be called between documents. */
export function boundShapes(): void {
  if (shapes < MOST_SHAPES) return
  NO_MEMBERS.after = undefined
  NO_MEMBERS.next = undefined
  shapes = 0
}

/** What `shape` becomes by a member whose key stands at `at`; the cursor is behind the key's colon. */
export function shapeWith(shape: Shape, key: string, at: number): Shape {
  const { next } = shape
  if (next !== undefined && next.key === key && next.written !== '') return next
  const known = shape.after?.get(key) ?? learn(shape, key)
  if (known === ANY) return ANY
  if (known.written === '') noteWritten(known, at)
  shape.next = known
  return known
}

// What was read as a key once is the same key wherever it stands with its colon and white space behind that.
function noteWritten(shape: Shape, at: number): void {
  const { text, pos } = cursor
  const written = `${shape.key}:`
  if (pos === at + written.length && text.startsWith(written, at)) shape.written = written
}

/**
 * The key at `at` if it is the one that came next last time, or undefined when it has to be read. The answer takes no
 * search for the colon; then the cursor is behind it.
 */
export function expectedKey(shape: Shape, at: number): string | undefined {
  const { next } = shape
  if (next === undefined || next.written === '') return undefined
  const { text, limit } = cursor
  const end = at + next.written.length
  if (end >= limit || !text.startsWith(next.written, at)) return undefined
  if (!isBlankOrEnd(text.charCodeAt(end))) return undefined
  cursor.pos = end
  return next.key
}

/** What makes mappings of a shape that was met often, or undefined for others. */
export function makerOf(shape: Shape): Maker | undefined {
  if (shape.make === undefined && shape !== ANY && ++shape.uses === USES_BEFORE_MAKER) {
    shape.make = createMaker(shape)
  }
  return shape.make
}

function learn(shape: Shape, key: string): Shape {
  if (shape === ANY || shapes >= MOST_SHAPES || shape.size >= MOST_MEMBERS) return ANY
  // In a literal, `__proto__` is no member but what the object inherits.
  if (key === '__proto__' || key.length > LONGEST_KEY || hasKey(shape, key)) return ANY
  const own = ownCopy(key)
  const learnt = createShape(own, shape)
  shape.after ??= new Map()
  shape.after.set(own, learnt)
  shapes++
  return learnt
}

function hasKey(shape: Shape, key: string): boolean {
  for (let at = shape; at.before !== undefined; at = at.before) if (at.key === key) return true
  return false
}

function createShape(key: string, before: Shape | undefined): Shape {
  return {
    key,
    before,
    size: before === undefined ? 0 : before.size + 1,
    after: undefined,
    written: '',
    next: undefined,
    uses: 0,
    make: undefined,
  }
}

/**
 * Compiles the literal of a shape. Only a literal has V8 make an object at once and in its final size: adding keys one
 * by one takes a look-up for each and leaves room for members that never come, a fifth of the time of a large file. The
 * keys are foreign, but JSON.stringify writes any text as a string literal, and nothing else of a file gets into the
 * code; the bounds above keep its amount small.
 */
function createMaker(shape: Shape): Maker | undefined {
  const members = keysOf(shape).map(
    (key, index) => `${JSON.stringify(key)}: values[from + ${index}]`,
  )
  try {
    // oxlint-disable-next-line typescript/no-implied-eval -- foreign keys enter as string literals only
    const make: unknown = new Function('values', 'from', `return { ${members.join(', ')} }`)
    return isMaker(make) ? make : undefined
  } catch {
    // Node can be told to refuse code from strings; keys are then added one by one.
    return undefined
  }
}

function isMaker(value: unknown): value is Maker {
  return typeof value === 'function'
}

function keysOf(shape: Shape): readonly string[] {
  const keys: string[] = []
  for (let at = shape; at.before !== undefined; at = at.before) keys.push(at.key)
  return keys.reverse()
}
