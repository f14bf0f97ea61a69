import { fail, succeed, type Result } from '../../../base/result.ts'
import type { Source } from '../../../model/source.ts'
import { faultAt, tooDeep } from '../../yaml/yaml-fault.ts'
import type { Tree } from './tree.ts'

// The deepest lock file known, of npm's first form, nests some forty packages.
const MOST_LEVELS = 400

/**
 * Reads JSON with the place of every value. Comments and commas behind the last member are passed over, as bun writes
 * them. The last of equal keys counts. O(text); never throws.
 */
export function readJson(source: Source): Result<Tree> {
  const cursor: Cursor = { text: source.text, at: source.text.charCodeAt(0) === MARK ? 1 : 0 }
  try {
    const tree = valueAt(cursor, 0)
    skipSpace(cursor)
    return cursor.at < source.text.length ? fail(notJson(source, cursor.at)) : succeed(tree)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return fail(
      error.isDeep ? faultAt(source, tooDeep(cursor.at, MOST_LEVELS)) : notJson(source, cursor.at),
    )
  }
}

const MARK = 0xfeff

interface Cursor {
  readonly text: string
  at: number
}

// Thrown and caught in this file only: a result at every level would take as long as the reading itself.
class Unreadable extends Error {
  readonly isDeep: boolean
  constructor(isDeep = false) {
    super()
    this.isDeep = isDeep
  }
}

function valueAt(cursor: Cursor, depth: number, key = -1): Tree {
  if (depth > MOST_LEVELS) throw new Unreadable(true)
  skipSpace(cursor)
  const start = cursor.at
  switch (cursor.text[start]) {
    case '{':
      return mappingAt(cursor, depth, key)
    case '[':
      return listAt(cursor, depth, key)
    case '"': {
      const value = stringAt(cursor)
      return { key, start, end: cursor.at, value }
    }
    default: {
      const value = wordAt(cursor)
      return { key, start, end: cursor.at, value }
    }
  }
}

function mappingAt(cursor: Cursor, depth: number, key: number): Tree {
  const start = cursor.at++
  const value = new Map<string, Tree>()
  for (;;) {
    skipSpace(cursor)
    if (isTaken(cursor, '}')) return { key, start, end: cursor.at, value }
    const at = cursor.at
    const name = stringAt(cursor)
    skipSpace(cursor)
    if (!isTaken(cursor, ':')) throw new Unreadable()
    value.set(name, valueAt(cursor, depth + 1, at))
    skipSpace(cursor)
    if (!isTaken(cursor, ',') && cursor.text[cursor.at] !== '}') throw new Unreadable()
  }
}

function listAt(cursor: Cursor, depth: number, key: number): Tree {
  const start = cursor.at++
  const value: Tree[] = []
  for (;;) {
    skipSpace(cursor)
    if (isTaken(cursor, ']')) return { key, start, end: cursor.at, value }
    value.push(valueAt(cursor, depth + 1))
    skipSpace(cursor)
    if (!isTaken(cursor, ',') && cursor.text[cursor.at] !== ']') throw new Unreadable()
  }
}

function stringAt(cursor: Cursor): string {
  const { text, at } = cursor
  if (text[at] !== '"') throw new Unreadable()
  let end = text.indexOf('"', at + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  if (end === -1) throw new Unreadable()
  cursor.at = end + 1
  const inner = text.slice(at + 1, end)
  return inner.includes('\\') ? unescaped(text.slice(at, end + 1)) : inner
}

function isEscaped(text: string, quote: number): boolean {
  let at = quote
  while (text[at - 1] === '\\') at--
  return (quote - at) % 2 === 1
}

function unescaped(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    throw new Unreadable()
  }
}

const WORD = /[-+.\w]{1,400}/y

function wordAt(cursor: Cursor): number | boolean | null {
  WORD.lastIndex = cursor.at
  const word = WORD.exec(cursor.text)?.[0]
  if (word === undefined) throw new Unreadable()
  cursor.at += word.length
  if (word === 'null') return null
  if (word === 'true' || word === 'false') return word === 'true'
  if (!/^-?\d/.test(word) || Number.isNaN(Number(word))) throw new Unreadable()
  return Number(word)
}

function isTaken(cursor: Cursor, sign: string): boolean {
  if (cursor.text[cursor.at] !== sign) return false
  cursor.at++
  return true
}

const SPACE = /(?:\s|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/y

function skipSpace(cursor: Cursor): void {
  const code = cursor.text.charCodeAt(cursor.at)
  if (code > 32 && code !== SLASH) return
  SPACE.lastIndex = cursor.at
  SPACE.exec(cursor.text)
  cursor.at = SPACE.lastIndex
}

const SLASH = 47

function notJson(source: Source, offset: number): ReturnType<typeof faultAt> {
  return faultAt(source, {
    code: 'INTAKE_LOCK_FILE',
    offset: Math.min(offset, source.text.length),
    message: 'The file is not JSON from here on, so its packages were not examined.',
    remedy: 'Let the package manager write it anew.',
  })
}
