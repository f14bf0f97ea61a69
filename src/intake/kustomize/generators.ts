import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Fault } from '../../base/fault.ts'
import { CERTAINTY, type Mark } from '../../model/making.ts'
import { itemOf, type Item } from './item.ts'
import {
  entriesOf,
  itemsOf,
  listNode,
  mappingNode,
  memberNode,
  textNode,
  textOf,
  withMember,
  withoutMember,
  type MappingNode,
  type Node,
  type Origin,
} from './node.ts'
import { faultFor, refuse } from './refusal.ts'
import { filePath, materialAt, type Material, type Workshop } from './workshop.ts'

/** What makes a ConfigMap or a Secret. */
export interface Generator {
  readonly kind: 'ConfigMap' | 'Secret'
  readonly entry: Node
  /** What `generatorOptions` say for all generators of the kustomization. */
  readonly options: Node | undefined
}

/** What a generator made, and the files that it should have taken but that are not there. */
export interface Generation {
  readonly item: Item
  readonly faults: readonly Fault[]
}

/**
 * Makes the object that a generator of the kustomization in `folder` asks for. Files that are not there are left out
 * with a fault: often they hold secrets and are kept out of the repository.
 */
export function generate(workshop: Workshop, folder: string, generator: Generator): Generation {
  const { entry, options } = generator
  const missing = missingFiles(folder, entry)
  const there = { kind: generator.kind, options, entry: withoutFiles(entry, missing) }
  return { item: made(workshop, folder, there), faults: missing.map(missingFault) }
}

function made(workshop: Workshop, folder: string, generator: Generator): Item {
  const { kind, entry } = generator
  const origin = lined(entry.origin)
  const type = memberNode(entry, 'type') ?? textNode('Opaque', origin)
  const object = mappingNode(
    [
      ['apiVersion', textNode('v1', origin)],
      ['kind', textNode(kind, origin)],
      ['metadata', metadataOf(generator, origin)],
      ...(kind === 'Secret' ? [['type', type] as const] : []),
      ...dataOf(generator, pairsOf(workshop, folder, entry)),
    ],
    origin,
  )
  const isImmutable = isSet(generator, 'immutable')
  return itemOf(isImmutable === undefined ? object : withMember(object, 'immutable', isImmutable), {
    behavior: behaviorOf(entry),
    needsHash: isSet(generator, 'disableNameSuffixHash') === undefined,
  })
}

const FILE_FIELDS = ['envs', 'env', 'files'] as const

function missingFiles(folder: string, entry: Node): readonly Node[] {
  const nodes = FILE_FIELDS.flatMap((key) => {
    const field = memberNode(entry, key)
    return field?.kind === 'scalar' ? [field] : itemsOf(field)
  })
  return nodes.filter((node) => {
    const path = textOf(node).replace(/^[^=]*=/, '')
    return path !== '' && !existsSync(resolve(folder, path))
  })
}

function withoutFiles(entry: Node, missing: readonly Node[]): Node {
  if (missing.length === 0 || entry.kind !== 'mapping') return entry
  let current = entry
  for (const key of FILE_FIELDS) {
    const field = memberNode(current, key)
    if (field?.kind === 'list') {
      const kept = field.members.filter((node) => !missing.includes(node))
      current = withMember(current, key, listNode(kept, field.origin))
    } else if (field !== undefined && missing.includes(field)) current = withoutMember(current, key)
  }
  return current
}

function missingFault(node: Node): Fault {
  return faultFor(node.origin, {
    code: 'INTAKE_NOT_FOUND',
    message: 'This file is not here, so what it holds is missing in the object that is made of it.',
    remedy: 'Scan where it is, or accept that its values are not examined.',
  })
}

function lined(origin: Origin): Origin {
  return { ...origin, certainty: CERTAINTY.line, decider: undefined }
}

function metadataOf(generator: Generator, origin: Origin): MappingNode {
  const { entry } = generator
  const name = memberNode(entry, 'name')
  const namespace = memberNode(entry, 'namespace')
  if (textOf(name) === '') {
    refuse(entry.origin, { message: 'This generator has no name.', remedy: 'Add `name`.' })
  }
  const marks = (['labels', 'annotations'] as const).flatMap((key) => {
    const pairs = pairsAt(generator, key)
    return pairs.length === 0 ? [] : [[key, mappingNode(pairs, origin)] as const]
  })
  return mappingNode(
    [
      ...(name === undefined ? [] : [['name', name] as const]),
      ...(textOf(namespace) === '' || namespace === undefined
        ? []
        : [['namespace', namespace] as const]),
      ...marks,
    ],
    origin,
  )
}

// What a generator says itself wins over what holds for all.
function pairsAt({ entry, options }: Generator, key: string): readonly (readonly [string, Node])[] {
  const own = memberNode(memberNode(entry, 'options'), key)
  return [...entriesOf(memberNode(options, key)), ...entriesOf(own)]
}

function isSet({ entry, options }: Generator, key: string): Node | undefined {
  const nodes = [memberNode(memberNode(entry, 'options'), key), memberNode(options, key)]
  return nodes.find((node) => node?.kind === 'scalar' && node.value === true)
}

function behaviorOf(entry: Node): 'create' | 'merge' | 'replace' {
  const said = textOf(memberNode(entry, 'behavior'))
  return said === 'merge' || said === 'replace' ? said : 'create'
}

/** One entry of the data: its text, or its bytes where they are no text. */
interface Pair {
  readonly key: string
  readonly text: string | undefined
  readonly base64: () => string
  readonly origin: Origin
  readonly said: Mark
}

function dataOf(
  { kind, entry }: Generator,
  pairs: readonly Pair[],
): readonly (readonly [string, Node])[] {
  const origin = lined(entry.origin)
  const sorted = pairs.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const encoded = (pair: Pair): readonly [string, Node] => [
    pair.key,
    textNode(inLines(pair.base64()), lined(pair.origin)),
  ]
  if (kind === 'Secret') return [['data', mappingNode(sorted.map(encoded), origin)]]
  const texts = sorted.flatMap(({ key, text, origin: from }) =>
    text === undefined ? [] : [[key, textNode(text, from)] as const],
  )
  const binary = sorted.filter(({ text }) => text === undefined).map(encoded)
  return [
    ...(texts.length === 0 ? [] : [['data', mappingNode(texts, origin)] as const]),
    ...(binary.length === 0 ? [] : [['binaryData', mappingNode(binary, origin)] as const]),
  ]
}

const BASE64_LINE = 70

// Kustomize breaks long values into lines, and the suffix of the name counts the breaks.
function inLines(base64: string): string {
  if (base64.length < BASE64_LINE) return base64
  const lines: string[] = []
  for (let at = 0; at < base64.length; at += BASE64_LINE) {
    lines.push(`${base64.slice(at, at + BASE64_LINE)}\n`)
  }
  return lines.join('')
}

function pairsOf(workshop: Workshop, folder: string, entry: Node): readonly Pair[] {
  const environment = [...itemsOf(memberNode(entry, 'envs')), ...present(memberNode(entry, 'env'))]
  const pairs = [
    ...environment.flatMap((node) => environmentPairs(workshop, folder, node)),
    ...itemsOf(memberNode(entry, 'literals')).map(literalPair),
    ...itemsOf(memberNode(entry, 'files')).map((node) => filePair(workshop, folder, node)),
  ]
  const seen = new Set<string>()
  for (const { key, said } of pairs) {
    if (seen.has(key)) {
      refuse(said, {
        message: `The key "${key}" is given twice to one generator.`,
        remedy: 'Take one of the two away.',
      })
    }
    seen.add(key)
  }
  return pairs
}

function present(node: Node | undefined): readonly Node[] {
  return textOf(node) === '' || node === undefined ? [] : [node]
}

function environmentPairs(workshop: Workshop, folder: string, node: Node): readonly Pair[] {
  const { source, text } = materialAt(workshop, filePath(folder, textOf(node), node.origin))
  if (text === undefined) return notText(node)
  const pairs: Pair[] = []
  for (const match of text.matchAll(/^(?:\uFEFF)?[^\S\n]*([^\s#=][^\n=]*)(?:=([^\n]*))?$/gm)) {
    const key = match[1] ?? ''
    const value = (match[2] ?? '').replace(/\r$/, '')
    const start = match.index + match[0].indexOf(key)
    const end = match.index + match[0].length
    pairs.push({
      ...textPair(key.replace(/\r$/, ''), value),
      origin: {
        ...lined(node.origin),
        source,
        key: start,
        start: end - (match[2] ?? '').length,
        end,
      },
      said: node.origin,
    })
  }
  return pairs
}

function textPair(key: string, text: string): Pick<Pair, 'key' | 'text' | 'base64'> {
  return { key, text, base64: () => Buffer.from(text, 'utf8').toString('base64') }
}

function literalPair(node: Node): Pair {
  const text = textOf(node)
  const at = text.indexOf('=')
  if (at < 1) {
    return refuse(node.origin, {
      message: 'This literal has no key, or no value.',
      remedy: 'Write it as key=value.',
    })
  }
  const pair = textPair(text.slice(0, at), unquoted(text.slice(at + 1)))
  return { ...pair, origin: keyed(lined(node.origin)), said: node.origin }
}

function unquoted(value: string): string {
  const isQuoted = value.length > 1 && /^["']/.test(value) && value.at(-1) === value[0]
  return isQuoted ? value.slice(1, -1) : value
}

// As a member of a mapping it has a key, which stands where the value does.
function keyed(origin: Origin): Origin {
  return { ...origin, key: origin.start }
}

function filePair(workshop: Workshop, folder: string, node: Node): Pair {
  const [first = '', second, ...more] = textOf(node).split('=')
  if (more.length > 0 || first === '' || second === '') {
    return refuse(node.origin, {
      message: 'This file of a generator is not written as a path or as key=path.',
      remedy: 'Write one of the two, with no other equals sign.',
    })
  }
  const name = second ?? first
  const material = materialAt(workshop, filePath(folder, name, node.origin))
  const key = second === undefined ? basename(name) : first
  return {
    key,
    text: material.text,
    base64: material.base64,
    origin: wholeOf(material),
    said: node.origin,
  }
}

function wholeOf({ source }: Material): Origin {
  const certainty = source.text === '' ? CERTAINTY.file : CERTAINTY.verbatim
  return { source, key: 0, start: 0, end: source.text.length, certainty, decider: undefined }
}

function notText(node: Node): never {
  return refuse(node.origin, {
    message: 'This file of variables is not valid UTF-8.',
    remedy: 'Save it as UTF-8.',
  })
}
