import type { Source } from '../../../model/source.ts'

/** An element of XML with its place: `start` is the offset of its `<`, `end` the one behind its last `>`. */
export interface Element {
  /** Without its prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  /** What stands in it directly, trimmed. */
  readonly text: string
  readonly start: number
  readonly end: number
}

interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Element[]
  readonly texts: string[]
  readonly start: number
}

const MOST_LEVELS = 200
const TOKEN =
  /<!--[^]*?-->|<!\[CDATA\[(?<raw>[^]*?)\]\]>|<\?[^]*?\?>|<![^>]*>|<\/(?<close>[^\s>]{1,200})\s*>|<(?<open>[^\s/>!?]{1,200})(?<rest>(?:[^"'>]|"[^"]*"|'[^']*')*)>/g

/**
 * Reads XML as build tools write it: elements, attributes, text. Entities of its own are never expanded and no document
 * type is looked at, so that nothing outside is asked for. Undefined when elements are not closed as they were opened.
 * O(text); never throws.
 */
export function readXml({ text }: Source): Element | undefined {
  const top: Open = { name: '', attributes: new Map(), children: [], texts: [], start: 0 }
  const stack = [top]
  let at = 0
  for (const token of text.matchAll(TOKEN)) {
    const level = stack.at(-1)
    if (level === undefined) return undefined
    level.texts.push(decoded(text.slice(at, token.index)))
    at = token.index + token[0].length
    const { raw, close, open, rest = '' } = token.groups ?? {}
    if (raw !== undefined) level.texts.push(raw)
    if (close !== undefined) {
      if (stack.length < 2 || level.name !== local(close)) return undefined
      stack.pop()
      stack.at(-1)?.children.push(closed(level, at))
    }
    if (open === undefined) continue
    const opened: Open = {
      ...attributesIn(rest),
      name: local(open),
      children: [],
      texts: [],
      start: token.index,
    }
    if (rest.endsWith('/')) level.children.push(closed(opened, at))
    else if (stack.push(opened) > MOST_LEVELS) return undefined
  }
  return stack.length === 1 ? top.children[0] : undefined
}

function closed({ texts, ...open }: Open, end: number): Element {
  return { ...open, text: texts.join('').trim(), end }
}

function attributesIn(text: string): { readonly attributes: ReadonlyMap<string, string> } {
  const pairs = text.matchAll(
    /(?<name>[\w:.-]{1,200})\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g,
  )
  const attributes = new Map<string, string>()
  for (const { groups } of pairs)
    attributes.set(
      local(groups?.['name'] ?? ''),
      decoded(groups?.['double'] ?? groups?.['single'] ?? ''),
    )
  return { attributes }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(
    /&(?<name>lt|gt|amp|quot|apos);/g,
    (whole, name: string) => ENTITIES[name] ?? whole,
  )
}

/** The children of an element that have a name. */
export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The element at a path below another one, the first of each name. */
export function elementAt(
  element: Element | undefined,
  ...path: readonly string[]
): Element | undefined {
  let current = element
  for (const step of path) current = current?.children.find(({ name }) => name === step)
  return current
}

/** The text at a path below an element; undefined when there is none. */
export function xmlText(
  element: Element | undefined,
  ...path: readonly string[]
): string | undefined {
  const text = elementAt(element, ...path)?.text
  return text === '' ? undefined : text
}
