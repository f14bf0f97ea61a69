import type { GoFunction } from '../template/run.ts'
import { fixed, intAt, ofText, textAt } from './arguments.ts'

/** Functions that take texts apart into words. */
export const WORDS: Readonly<Record<string, GoFunction>> = {
  snakecase: ofText((text) => wordsOf(text).join('_')),
  kebabcase: ofText((text) => wordsOf(text).join('-')),
  camelcase: ofText(pascal),
  wrap: fixed(2, (call) => wrapped(textAt(call, 1), intAt(call, 0), '\n')),
  wrapWith: fixed(3, (call) => wrapped(textAt(call, 2), intAt(call, 0), textAt(call, 1))),
}

// A word ends at a sign between words, before a capital behind a small letter, and before the last of several capitals
// when a small letter follows.
function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll(/(\p{Ll}|\p{Nd})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll(/(\p{L})(\p{Nd})/gu, '$1$2')
    .split(/[\s_-]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}

function pascal(text: string): string {
  return text.replaceAll(/(^|[\s_-]+)([^\s_-]?)/gu, (_, _sign: string, first: string) =>
    first.toUpperCase(),
  )
}

function wrapped(text: string, width: number, separator: string): string {
  const most = Math.max(width, 1)
  const lines: string[] = []
  let rest = text
  while (rest.length > most) {
    const space = rest.lastIndexOf(' ', most)
    const end = space > 0 ? space : most
    lines.push(rest.slice(0, end))
    rest = rest.slice(space > 0 ? end + 1 : end)
  }
  return [...lines, rest].join(separator)
}
