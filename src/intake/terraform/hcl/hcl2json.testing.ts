import { parse } from '@cdktn/hcl2json'
import { isMapping } from '../../../model/part.ts'
import type { Source } from '../../../model/source.ts'
import { readHcl } from './read-hcl.ts'
import { wrapped } from './read-template.ts'
import type { Block, Body, Expression, TemplatePart } from './syntax.ts'

/** What our reader makes of a file, in the form that @cdktn/hcl2json gives; undefined when it refuses something. */
export function ours(source: Source): unknown {
  const { body, faults } = readHcl(source)
  return faults.length === 0 ? bodyJson(source.text, body) : undefined
}

/** What @cdktn/hcl2json makes of it; undefined when it refuses the file. */
export async function theirs({ file, text }: Source): Promise<unknown> {
  try {
    return await parse(file.endsWith('.tofu') ? 'main.tf' : file, text)
  } catch {
    return undefined
  }
}

function bodyJson(text: string, { attributes, blocks }: Body): unknown {
  const members: Record<string, unknown> = {}
  for (const { name, value } of attributes) members[name] = valueJson(text, value)
  for (const block of blocks) addBlock(text, members, block)
  return members
}

function addBlock(text: string, members: Record<string, unknown>, block: Block): void {
  let level = members
  let key = block.type
  for (const label of block.labels) {
    const known = level[key]
    const next: Record<string, unknown> = isMapping(known) ? known : {}
    level[key] = next
    level = next
    key = label.text
  }
  const known = level[key]
  const body = bodyJson(text, block.body)
  level[key] = Array.isArray(known) ? [...known, body] : [body]
}

function valueJson(text: string, of: Expression): unknown {
  switch (of.kind) {
    case 'literal':
      return typeof of.value === 'string' ? escaped(of.value) : plain(of.value)
    case 'minus':
      return of.of.kind === 'literal' ? -Number(of.of.value) : wrap(text, of)
    case 'not':
      return of.of.kind === 'literal' ? of.of.value !== true : wrap(text, of)
    case 'tuple':
      return of.items.map((item) => valueJson(text, item))
    case 'object':
      return Object.fromEntries(
        of.members.map(({ key, value }) => [keyJson(text, key), valueJson(text, value)]),
      )
    case 'template': {
      const only = wrapped(of.parts)
      return only === undefined ? partsJson(text, of.parts) : valueJson(text, only)
    }
    default:
      return wrap(text, of)
  }
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  return value === Infinity ? null : value
}

function keyJson(text: string, key: Expression): string {
  if (key.kind === 'name' || key.kind === 'attribute' || key.kind === 'index') return cut(text, key)
  return key.kind === 'group' ? wrap(text, key) : stringJson(text, key)
}

function stringJson(text: string, of: Expression): string {
  switch (of.kind) {
    case 'literal':
      return typeof of.value === 'string' ? escaped(of.value) : String(of.value)
    case 'template':
      return partsJson(text, of.parts)
    case 'conditional': {
      const no = stringJson(text, of.no)
      return `%{if ${cut(text, of.condition)}}${stringJson(text, of.yes)}${no === '' ? '' : `%{else}${no}`}%{endif}`
    }
    case 'group':
      return stringJson(text, of.of)
    default:
      return wrap(text, of)
  }
}

function partsJson(text: string, parts: readonly TemplatePart[]): string {
  return parts.map((part) => partJson(text, part)).join('')
}

function partJson(text: string, part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
      return escaped(part.text)
    case 'expression':
      return stringJson(text, part.of)
    case 'if': {
      const no = partsJson(text, part.no)
      const end = no === '' ? '' : `%{else}${no}`
      return `%{if ${cut(text, part.condition)}}${partsJson(text, part.yes)}${end}%{endif}`
    }
    case 'for': {
      const names = part.keyName === undefined ? '' : `${part.keyName}, `
      const head = `%{for ${names}${part.valueName} in ${cut(text, part.collection)}}`
      return `${head}${partsJson(text, part.parts)}%{endfor}`
    }
  }
}

function wrap(text: string, of: Expression): string {
  return `\${${cut(text, of)}}`
}

function cut(text: string, { start, end }: Expression): string {
  return text.slice(start, end)
}

function escaped(text: string): string {
  return text.replaceAll(/[$%]\{/g, (sign) => sign.charAt(0) + sign)
}
