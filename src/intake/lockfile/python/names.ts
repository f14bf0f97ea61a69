import type { Source } from '../../../model/source.ts'
import { spotText } from '../spot.ts'

/** The one spelling of a Python package's name. Source: PEP 503, "Normalized Names". */
export function normalName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]{1,50}/g, '-')
}

/** What a requirement (PEP 508) asks for: the name and, behind it, everything else. */
export function requirementIn(
  text: string,
): { readonly name: string; readonly rest: string } | undefined {
  // No end is put to what stands behind the name: a package of many wheels has a hash for each.
  const found = /^\s*(?<name>[A-Za-z\d][\w.-]{0,200})\s*(?:\[[^\]]{0,500}\])?/.exec(text)
  const name = found?.groups?.['name']
  if (found === null || name === undefined) return undefined
  return { name: name.replace(/[.-]+$/, ''), rest: text.slice(found[0].length).trim() }
}

/** Where a pyproject.toml or Pipfile asks for a package: a key of that name, or a requirement in quotes. */
export function askedAt(source: Source | undefined, name: string): string | undefined {
  if (source === undefined) return undefined
  const wanted = normalName(name)
  for (const found of source.text.matchAll(
    /^[ \t]*"?(?<key>[A-Za-z\d][\w.-]{0,200})"?[ \t]*=|["'](?<quoted>[A-Za-z\d][\w.-]{0,200})/gm,
  )) {
    const { key, quoted } = found.groups ?? {}
    const offset = found.index + found[0].indexOf(key ?? quoted ?? '')
    if (normalName(key ?? quoted ?? '') === wanted && !isValue(source.text, offset))
      return spotText(source, offset)
  }
  return undefined
}

// `name = "x"` says what the project is called, not what it needs.
function isValue(text: string, offset: number): boolean {
  return /(?:^|\n)[ \t]*(?:name|version|description|source|index)[ \t]*=[ \t]*["']$/.test(
    text.slice(Math.max(0, offset - 80), offset),
  )
}
