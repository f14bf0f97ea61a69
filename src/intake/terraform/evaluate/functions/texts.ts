import { joined } from '../evaluate-template.ts'
import { spend } from '../scope.ts'
import { INVALID, isTuple, numberOf, textOf, type Value } from '../value.ts'
import { format } from './format.ts'
import { anything, known, whole, type Context, type TerraformFunction } from './function.ts'

/** Terraform's functions on text. Those with regular expressions are left out: foreign ones may take forever. */
export const TEXT_FUNCTIONS = {
  format: anything((found, context) => format(found, context)),
  formatlist: whole((found, context) => formatList(found, context)),
  join: known(([separator, ...lists], { scope }) => {
    const text = textOf(separator ?? null)
    if (text === undefined || !lists.every(isTuple)) return INVALID
    return joined(lists.flat(), text, scope)
  }),
  split: onTexts((separator, text) =>
    text === '' && separator !== '' ? [''] : text.split(separator),
  ),
  replace: onTexts((text, what, by, context) => {
    if (what.length > 1 && what.startsWith('/') && what.endsWith('/')) return context.untold()
    spend(context.scope.budget, text.length * (by.length + 1))
    return text.replaceAll(what, () => by)
  }),
  lower: onTexts((text) => text.toLowerCase()),
  upper: onTexts((text) => text.toUpperCase()),
  title: onTexts((text) =>
    text.replaceAll(/(?<![\p{L}\p{N}_'])\p{L}/gu, (letter) => letter.toUpperCase()),
  ),
  trimspace: onTexts((text) => text.trim()),
  chomp: onTexts((text) => text.replace(/[\r\n]+$/, '')),
  trim: onTexts((text, what) => trimEnd(trimStart(text, what), what)),
  trimprefix: onTexts((text, what) => (text.startsWith(what) ? text.slice(what.length) : text)),
  trimsuffix: onTexts((text, what) =>
    what !== '' && text.endsWith(what) ? text.slice(0, -what.length) : text,
  ),
  startswith: onTexts((text, what) => text.startsWith(what)),
  endswith: onTexts((text, what) => text.endsWith(what)),
  strcontains: onTexts((text, what) => text.includes(what)),
  strrev: onTexts((text) => Array.from(text).toReversed().join('')),
  indent: whole(([spaces, text]) => {
    const count = numberOf(spaces ?? null)
    const lines = textOf(text ?? null)
    if (count === undefined || count > 1000 || lines === undefined) return INVALID
    return lines.replaceAll('\n', `\n${' '.repeat(count)}`)
  }),
  substr: whole(([text, offset, length]) => {
    const characters = Array.from(textOf(text ?? null) ?? '')
    const [from, count] = [numberOf(offset ?? null), numberOf(length ?? null)]
    if (from === undefined || count === undefined) return INVALID
    const start = from < 0 ? Math.max(0, characters.length + from) : from
    return characters.slice(start, count < 0 ? undefined : start + count).join('')
  }),
  basename: onTexts((path) => path.replace(/\/+$/, '').split('/').at(-1) ?? ''),
  dirname: onTexts((path) =>
    path.includes('/') ? path.slice(0, path.lastIndexOf('/')) || '/' : '.',
  ),
} as const satisfies Readonly<Record<string, TerraformFunction>>

type OnTexts = (text: string, second: string, third: string, context: Context) => Value

// An argument that is missing is an empty text: Terraform would refuse the call before anything runs.
function onTexts(call: OnTexts): TerraformFunction {
  return whole((found, context) => {
    const texts = found.map(textOf).filter((text) => text !== undefined)
    const [first, second = '', third = ''] = texts
    if (first === undefined || texts.length !== found.length) return INVALID
    spend(context.scope.budget, first.length >> 4)
    return call(first, second, third, context)
  })
}

function trimStart(text: string, what: string): string {
  let from = 0
  while (from < text.length && what.includes(text.charAt(from))) from++
  return text.slice(from)
}

function trimEnd(text: string, what: string): string {
  let to = text.length
  while (to > 0 && what.includes(text.charAt(to - 1))) to--
  return text.slice(0, to)
}

function formatList(found: readonly Value[], context: Context): Value {
  const lengths = found.filter(isTuple).map((list) => list.length)
  const count = lengths.length === 0 ? 1 : Math.max(...lengths)
  if (lengths.some((length) => length !== count)) return INVALID
  return Array.from({ length: count }, (_, index) =>
    format(
      found.map((value) => (isTuple(value) ? (value[index] ?? null) : value)),
      context,
    ),
  )
}
