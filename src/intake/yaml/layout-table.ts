import type { Layout } from '../../model/document.ts'

// The table being written lives in the module, not in an object that is handed around: the fast reader writes a row for
// every node of every file, and readYaml is synchronous and never inside itself, so there is always exactly one.
let keys: string[] = []
let offsets = new Int32Array(0)
let count = 0

// Manifests have a node for some fifteen characters or more; a table that fits is not copied while it grows.
const CHARACTERS_PER_NODE = 15
const MOST_FORESEEN = 1 << 21
// Small files share stretches of memory of this many numbers: asking for its own takes a tenth of a tiny file's time.
const SHARED_NUMBERS = 1 << 14
// Larger tables get what they need and no more, and leave nothing behind for the rest of the run.
const MOST_SHARED_NUMBERS = 1 << 16

/** Begins the table of a new file of so many characters. */
export function startLayout(characters: number): void {
  const foreseen = Math.min(Math.ceil(characters / CHARACTERS_PER_NODE), MOST_FORESEEN)
  if (keys.length < foreseen) keys = Array<string>(foreseen)
  if (offsets.length < 4 * foreseen) {
    offsets = new Int32Array(Math.max(4 * foreseen, SHARED_NUMBERS))
  }
  count = 0
}

/** Adds a node after all earlier ones and gives its number; `keyAt` is -1 for a root and a member of a sequence. */
export function openNode(key: string, keyAt: number, start: number): number {
  const at = 4 * count
  if (at === offsets.length) growOffsets()
  keys[count] = key
  offsets[at] = keyAt
  offsets[at + 1] = start
  return count++
}

/** Ends a node: everything that was added since it was opened is its subtree. */
export function closeNode(node: number, end: number): void {
  const at = 4 * node
  offsets[at + 2] = end
  offsets[at + 3] = count
}

/** Adds a node that has no members. */
export function addLeaf(key: string, keyAt: number, start: number, end: number): void {
  const at = 4 * count
  if (at === offsets.length) growOffsets()
  keys[count] = key
  offsets[at] = keyAt
  offsets[at + 1] = start
  offsets[at + 2] = end
  offsets[at + 3] = ++count
}

/** Adds the subtree of `node` again, under a key of its own. */
export function copyNode(node: number, key: string, keyAt: number): void {
  const copy = count
  copyRows(node, nodeAfter(node))
  keys[copy] = key
  offsets[4 * copy] = keyAt
}

/** Adds the members of `node` again, with their keys. */
export function copyMembers(node: number): void {
  copyRows(node + 1, nodeAfter(node))
}

/** The direct members of `node`, which need not be closed yet, that repeat a key: each with the key's offset. */
export function repeatedKeys(
  node: number,
): readonly { readonly key: string; readonly keyAt: number }[] {
  const seen = new Set<string>()
  const repeated: { readonly key: string; readonly keyAt: number }[] = []
  for (let member = node + 1; member < count; member = nodeAfter(member)) {
    const key = keys[member] ?? ''
    if (seen.has(key)) repeated.push({ key, keyAt: offsets[4 * member] ?? -1 })
    seen.add(key)
  }
  return repeated
}

/** The key of a node, or the empty string. */
export function keyOfNode(node: number): string {
  return keys[node] ?? ''
}

/** The number of the first node after the subtree of `node`. */
export function nodeAfter(node: number): number {
  return offsets[4 * node + 3] ?? node
}

/** How many nodes there are from number `from` on, each that has a key counted twice. */
export function nodesAndKeys(from: number): number {
  let sum = count - from
  for (let node = from; node < count; node++) if (offsets[4 * node] !== -1) sum++
  return sum
}

/** How many nodes the file has so far. */
export function nodeCount(): number {
  return count
}

/** Forgets the nodes from `kept` on, when a reader gives a document up. */
export function cutLayout(kept: number): void {
  keys.fill('', kept, count)
  count = kept
}

/** The finished table, in as much memory as it needs. */
export function finishLayout(): Layout {
  return offsets.length > MOST_SHARED_NUMBERS ? takeWhole() : takeShare()
}

function takeWhole(): Layout {
  keys.length = count
  const layout = { keys, offsets: offsets.slice(0, 4 * count) }
  keys = []
  offsets = new Int32Array(0)
  return layout
}

function takeShare(): Layout {
  const layout = { keys: keys.slice(0, count), offsets: offsets.subarray(0, 4 * count) }
  offsets = offsets.subarray(4 * count)
  // A key may be a piece of the text, which must not stay in memory for its sake.
  keys.fill('', 0, count)
  return layout
}

function copyRows(from: number, to: number): void {
  const shift = count - from
  for (let node = from; node < to; node++) {
    const at = 4 * count
    if (at === offsets.length) growOffsets()
    offsets.copyWithin(at, 4 * node, 4 * node + 3)
    offsets[at + 3] = nodeAfter(node) + shift
    keys[count++] = keys[node] ?? ''
  }
}

function growOffsets(): void {
  const grown = new Int32Array(Math.max(2 * offsets.length, SHARED_NUMBERS))
  grown.set(offsets)
  offsets = grown
}
