import { groupBy } from '../../../base/group.ts'
import {
  applySplices,
  orderSplices,
  replacement,
  insertion,
  type Splice,
} from '../../../fix/splice.ts'
import { locate, membersOf, sourceAt, spanOf, type Path } from '../../../model/document.ts'
import type { Resource } from '../../../model/resource.ts'
import { blockLines, hclText, type Hcl, type HclBlock } from './hcl-text.ts'
import { localName, type Setting } from './terraform-step.ts'

/**
 * The settings of one resource as a block of an override file, or undefined when they cannot be written so. An override
 * takes the place of all blocks of a type: those that are written are copied, with their changes.
 * Source: developer.hashicorp.com/terraform, "Override Files", read 2026-11-25.
 */
export function overrideLines(
  resource: Resource,
  settings: readonly Setting[],
): readonly string[] | undefined {
  const distinct = [...new Map(settings.map((one) => [JSON.stringify(one.path), one])).values()]
  const flat = distinct.filter(({ path }) => path.length === 1)
  const set = Object.fromEntries(flat.map(({ path, value }) => [String(path[0]), value]))
  const deep = groupBy(
    distinct.filter(({ path }) => path.length > 1),
    ({ path }) => String(path[0]),
  )
  const blocks = [...deep].map(([type, own]) => blocksOf(resource, type, own))
  if (blocks.some((lines) => lines === undefined)) return undefined
  const whole = blockLines({ type: 'resource', labels: [resource.kind, localName(resource)], set })
  const inner = blocks.flatMap((lines) => ['', ...(lines ?? [])])
  return [...whole.slice(0, -1), ...inner.slice(flat.length > 0 ? 0 : 1), ...whole.slice(-1)]
}

function blocksOf(
  resource: Resource,
  type: string,
  settings: readonly Setting[],
): readonly string[] | undefined {
  const { node, depth } = locate(resource.document, [type])
  if (depth === 0) return newBlock(settings).map((line) => `  ${line}`)
  const source = sourceAt(resource.document, node)
  if (source.file.endsWith('.json')) return undefined
  const { layout } = resource.document
  const spans = membersOf(layout, node).map((member) => spanOf(layout, member))
  const wanted = settings.map((setting) => spliceFor(setting)).filter((one) => one !== undefined)
  const splices = wanted.length < settings.length ? undefined : orderSplices(wanted)
  // An attribute that is a list or an object is no block.
  const isBlock = spans.every(({ start }) =>
    /^(?:dynamic\s|[\w-]+\s*\{)/.test(source.text.slice(start)),
  )
  if (splices === undefined || !isBlock) return undefined
  // What one block makes several of is written once.
  const distinct = [...new Map(spans.map((span) => [span.start, span])).values()]
  return distinct.flatMap(({ start, end }) => {
    const own = splices.filter(({ at }) => at >= start && at <= end)
    const shifted = own.map((one) => ({ ...one, at: one.at - start, until: one.until - start }))
    return `  ${applySplices(source.text.slice(start, end), shifted)}`.split('\n')
  })
}

function spliceFor({ resource: { document }, path, value }: Setting): Splice | undefined {
  const { node, depth } = locate(document, path)
  const { start, end } = spanOf(document.layout, node)
  if (depth === path.length) return replacement(start, end, hclText(value))
  const { text } = sourceAt(document, node)
  const open = text.indexOf('{', start)
  const isEmpty = /^\{\s*\}/.test(text.slice(open))
  // A block on one line holds one argument and no more.
  if (!isEmpty && !/^\{[ \t]*(?:(?:#|\/\/).*)?\r?\n/.test(text.slice(open))) return undefined
  const indent = ' '.repeat(
    4 + 2 * path.slice(1, depth).filter((step) => typeof step === 'string').length,
  )
  const lines = missingLines(path.slice(depth), value)
  const added = lines.map((line) => `\n${indent}${line}`).join('')
  return insertion(open + 1, isEmpty ? `${added}\n${indent.slice(2)}` : added)
}

function newBlock(settings: readonly Setting[]): readonly string[] {
  const [first] = settings
  if (first === undefined) return []
  const merged = settings.map(({ path, value }) => blockFor(path, value)).reduce(mergedBlock)
  return blockLines(merged)
}

function missingLines(path: Path, value: Hcl): readonly string[] {
  const names = path.filter((step) => typeof step === 'string')
  if (names.length > 1) return blockLines(blockFor(names, value))
  return names.map((name) => `${name} = ${hclText(value)}`)
}

function blockFor(path: Path, value: Hcl): HclBlock {
  const [type = '', ...rest] = path.filter((step) => typeof step === 'string')
  const [name = ''] = rest
  return rest.length === 1
    ? { type, set: { [name]: value } }
    : { type, blocks: [blockFor(rest, value)] }
}

function mergedBlock(one: HclBlock, other: HclBlock): HclBlock {
  const set = { ...one.set, ...other.set }
  const blocks = [...(one.blocks ?? []), ...(other.blocks ?? [])]
  const byType = [...groupBy(blocks, ({ type }) => type).values()]
  return { type: one.type, set, blocks: byType.map((same) => same.reduce(mergedBlock)) }
}
