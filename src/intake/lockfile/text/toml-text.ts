import { parse } from 'smol-toml'
import { fail, succeed, type Result } from '../../../base/result.ts'
import { isList, memberOf } from '../../../model/part.ts'
import type { Source } from '../../../model/source.ts'
import { notAsWritten } from '../spot.ts'

/** A table of a list of tables, `[[name]]`, with its span in the text. */
export interface TomlTable {
  readonly value: unknown
  readonly start: number
  readonly end: number
}

/** TOML that was read; `tablesOf` gives the tables of a list at its top, with their places. */
export interface TomlText {
  readonly value: unknown
  readonly tablesOf: (name: string) => readonly TomlTable[]
}

/** Reads TOML with the places of its lists of tables. O(text); never throws. */
export function readToml(source: Source): Result<TomlText> {
  const value = parsed(source.text)
  if (value === undefined) return fail(notAsWritten(source, 0, 'The file is not valid TOML'))
  return succeed({ value, tablesOf: (name) => tablesOf(source, value, name) })
}

function parsed(text: string): unknown {
  try {
    return parse(text.codePointAt(0) === 0xfeff ? text.slice(1) : text)
  } catch {
    // The library's words quote the text, which may hold secrets.
    return undefined
  }
}

function tablesOf({ text }: Source, value: unknown, name: string): readonly TomlTable[] {
  const tables = memberOf(value, name)
  if (!isList(tables)) return []
  const heads = [...text.matchAll(/^[ \t]*\[\[ *(?<name>[\w-]{1,60}) *\]\]/gm)].filter(
    ({ groups }) => groups?.['name'] === name,
  )
  return tables.map((table, index) => {
    const start = heads[index]?.index ?? 0
    const next = text.indexOf('\n[', start)
    return { value: table, start, end: trimmed(text, start, next === -1 ? text.length : next) }
  })
}

function trimmed(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length
}
