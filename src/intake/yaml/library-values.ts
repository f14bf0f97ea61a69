import * as yaml from 'yaml'
import { beginCursor, cursor } from './fast-cursor.ts'
import { LONGEST_KEY } from './fast-keys.ts'
import type { Task } from './fast-reader.ts'
import { addLeaf, closeNode, nodeCount, openNode } from './layout-table.ts'
import { resolveAliases } from './library-aliases.ts'
import { isUnwritten, keyText, scalarOf, startOf } from './library-scalars.ts'
import { count, enterAlias, leaveAlias, offsetOf, type Walk } from './library-walk.ts'
import { assign, noteDuplicate, type Members } from './members.ts'
import { emptyReading, type Reading } from './reading.ts'
import { refuse } from './refusal.ts'
import type { Scalar } from './resolve-scalar.ts'
import type { Trouble } from './yaml-fault.ts'

/** Where a node hangs: its key as Kubernetes reads it, that key's offset, and the node's own when it is not written. */
interface Seat {
  readonly key: string
  readonly keyAt: number
  readonly empty: number
}

const MERGE_TAG = 'tag:yaml.org,2002:merge'

/** Turns a composed document into a value and rows of the open layout table, in Kubernetes' dialect. */
export function convertContents(
  contents: yaml.Node | null,
  { text, start: base, limit: end, limits }: Task,
): Reading {
  if (contents === null || (isUnwritten(contents) && !hasProperties(contents)))
    return emptyReading(end)
  beginCursor(text, end, limits, false)
  const anchored = resolveAliases(contents, base)
  const open = new Set<yaml.Alias>()
  const troubles: Trouble[] = []
  const walk: Walk = {
    text,
    base,
    root: contents,
    limits,
    anchored,
    open,
    troubles,
    decoded: 1,
    aliased: 0,
    end: 0,
  }
  const node = nodeCount()
  const value = convert(walk, contents, { key: '', keyAt: -1, empty: base })
  return { node, value, end, troubles }
}

function hasProperties(node: yaml.Node): boolean {
  return node.tag !== undefined || ('anchor' in node && node.anchor !== undefined)
}

function convert(walk: Walk, node: yaml.Node | null, seat: Seat): unknown {
  if (yaml.isAlias(node)) {
    enterAlias(walk, node)
    const value = convert(walk, walk.anchored.get(node) ?? null, seat)
    leaveAlias(walk, node)
    return value
  }
  count(walk, offsetOf(walk, node, seat.empty))
  if (yaml.isMap(node)) return convertMap(walk, node, seat)
  if (yaml.isSeq(node)) return convertSequence(walk, node, seat)
  return convertScalar(walk, yaml.isScalar(node) ? node : null, seat)
}

function convertScalar(walk: Walk, node: yaml.Scalar | null, seat: Seat): Scalar {
  const start = startOf(walk, node, seat.empty)
  const scalar = scalarOf(walk, node, start)
  // The text was read by the cursor, so that it ends there unless nothing is written.
  walk.end = isUnwritten(node) ? start : cursor.end
  addLeaf(seat.key, seat.keyAt, start, walk.end)
  if (typeof scalar === 'number' && !Number.isFinite(scalar)) {
    refuse({
      code: 'INTAKE_YAML',
      offset: start,
      message: 'Kubernetes has neither infinite numbers nor .nan as a value.',
      remedy: 'Put the value in quotes, or write a finite number.',
    })
  }
  return scalar
}

function convertSequence(walk: Walk, sequence: yaml.YAMLSeq, seat: Seat): unknown[] {
  const row = openNode(seat.key, seat.keyAt, offsetOf(walk, sequence, seat.empty))
  const values: unknown[] = []
  for (const item of sequence.items) {
    if (!yaml.isNode(item)) continue
    values.push(convert(walk, item, { key: '', keyAt: -1, empty: offsetOf(walk, item, walk.end) }))
  }
  endCollection(walk, sequence, row)
  return values
}

// A collection in brackets ends with its bracket, one by indentation with its last member.
function endCollection(walk: Walk, node: yaml.YAMLSeq | yaml.YAMLMap, row: number): void {
  if (node.flow === true) walk.end = walk.base + (node.range?.[1] ?? 0)
  closeNode(row, walk.end)
}

function convertMap(walk: Walk, map: yaml.YAMLMap, seat: Seat): Members {
  const row = openNode(seat.key, seat.keyAt, offsetOf(walk, map, seat.empty))
  const members: Members = {}
  fill(walk, map, members, new Set())
  endCollection(walk, map, row)
  return members
}

// Without `seen` the map is being merged into another, and its own repetitions were reported where it stands.
function fill(
  walk: Walk,
  map: yaml.YAMLMap,
  members: Members,
  seen: Set<string> | undefined,
): void {
  for (const { key, value, srcToken } of map.items) {
    const keyNode = yaml.isNode(key) ? key : null
    const valueNode = yaml.isNode(value) ? value : null
    if (isMergeKey(keyNode)) {
      merge(walk, valueNode, members)
      continue
    }
    const keyAt = offsetOf(walk, keyNode, walk.end)
    const name = keyText(walk, keyNode, keyAt)
    if (seen?.has(name) === true) noteDuplicate(walk.troubles, name, keyAt)
    seen?.add(name)
    const colon = colonOf(walk, srcToken)
    if (map.flow === true) checkFlowKey(walk, keyAt, colon, srcToken)
    const empty = colon === -1 ? walk.base + (keyNode?.range?.[1] ?? 0) : colon + 1
    assign(members, name, convert(walk, valueNode, { key: name, keyAt, empty }))
  }
}

function colonOf(walk: Walk, token: yaml.CST.CollectionItem | undefined): number {
  const colon = token?.sep?.find((part) => part.type === 'map-value-ind')
  return colon === undefined ? -1 : walk.base + colon.offset
}

// The library takes what YAML 1.2 added for JSON: keys of any length, with their colon on another line.
function checkFlowKey(
  walk: Walk,
  keyAt: number,
  colon: number,
  token: yaml.CST.CollectionItem | undefined,
): void {
  if (colon === -1 || token?.start.some((part) => part.type === 'explicit-key-ind') === true) return
  if (colon - keyAt <= LONGEST_KEY && !walk.text.slice(keyAt, colon).includes('\n')) return
  refuse({
    code: 'INTAKE_YAML',
    offset: keyAt,
    message:
      'A key inside brackets is longer than 1,024 characters, or its colon stands on another line.',
    remedy: 'Put the key and its colon on one line, or write the key behind a question mark.',
  })
}

function isMergeKey(key: yaml.Node | null): boolean {
  if (!yaml.isScalar(key) || key.value !== '<<') return false
  if (key.tag === undefined) return key.type === 'PLAIN'
  return key.tag === MERGE_TAG || key.tag === '!'
}

// Kubernetes' decoder merges where the `<<` stands: what it brings overrides keys above it and yields to keys below.
function merge(walk: Walk, node: yaml.Node | null, members: Members): void {
  if (yaml.isSeq(node)) {
    // Of several maps the first wins, so it comes last.
    for (const item of node.items.toReversed()) {
      mergeOne(walk, yaml.isNode(item) ? item : null, members)
    }
  } else mergeOne(walk, node, members)
  walk.end = walk.base + (node?.range?.[1] ?? 0)
  // Of an indented list the library counts the white space behind it.
  while (walk.end > 0 && ' \t\r\n'.includes(walk.text.charAt(walk.end - 1))) walk.end--
}

function mergeOne(walk: Walk, node: yaml.Node | null, members: Members): void {
  if (yaml.isAlias(node)) enterAlias(walk, node)
  const map = yaml.isAlias(node) ? walk.anchored.get(node) : node
  const offset = offsetOf(walk, node, walk.end)
  if (!yaml.isMap(map)) {
    return refuse({
      code: 'INTAKE_YAML',
      offset,
      message: 'A merge key (<<) has a value that is neither a mapping nor a list of mappings.',
      remedy: 'Let it refer to a mapping, or put the key in quotes.',
    })
  }
  count(walk, offset)
  fill(walk, map, members, undefined)
  if (yaml.isAlias(node)) leaveAlias(walk, node)
}
