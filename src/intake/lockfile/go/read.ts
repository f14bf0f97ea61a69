import { succeed } from '../../../base/result.ts'
import type { Source } from '../../../model/source.ts'
import type { LockedPackage, LockReader } from '../reader.ts'
import { spotText, unlike } from '../spot.ts'

/**
 * go.mod. From Go 1.17 on it lists every module the build needs; before, go.sum beside it tells more, though it lists
 * also what is only considered. Source: go.dev/ref/mod, "go.mod files" and "go.sum files", read 2026-11-25.
 */
export const goMod: LockReader = {
  format: 'go.mod',
  claims: (name) => name === 'go.mod',
  isManifest: true,
  read: (input) => {
    const { source, beside } = input
    const lines = linesIn(source)
    if (!lines.some(({ words: [verb] }) => verb === 'module' || verb === 'require'))
      return unlike(input)
    const required = lines.flatMap((line) => requiredBy(line, source))
    const replaced = applyReplacements(required, lines)
    const sums = isBefore117(lines) ? beside('go.sum') : undefined
    const packages = [
      ...replaced,
      ...toolchainIn(lines),
      ...(sums === undefined ? [] : summed(sums, { source, replaced })),
    ]
    return succeed({ packages })
  },
}

interface Line {
  readonly words: readonly string[]
  readonly comment: string
  readonly start: number
  readonly end: number
}

// `verb ( … )` spreads a verb over lines: each of them gets it back.
function linesIn({ text }: Source): readonly Line[] {
  const lines: Line[] = []
  let block: string | undefined
  for (const { 0: written, index } of text.matchAll(/[^\r\n]+/g)) {
    const [code = '', ...comments] = written.split('//')
    const words = code
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(unquoted)
    const [first] = words
    if (first === undefined) continue
    const start = index + code.search(/\S/)
    const at = { comment: comments.join('//').trim(), start, end: index + code.trimEnd().length }
    if (block !== undefined && first === ')') block = undefined
    else if (block !== undefined) lines.push({ ...at, words: [block, ...words] })
    else if (words[1] === '(') block = first
    else
      lines.push({
        ...at,
        words,
        start: start + (written.slice(code.search(/\S/)).match(/^\S+\s+/)?.[0].length ?? 0),
      })
  }
  return lines
}

function unquoted(word: string): string {
  return /^["`].*["`]$/.test(word) ? word.slice(1, -1) : word
}

function requiredBy(
  { words, comment, start, end }: Line,
  source: Source,
): readonly LockedPackage[] {
  const [verb, name, version] = words
  if (verb !== 'require' || name === undefined || version === undefined) return []
  const isDirect = !/^indirect\b/.test(comment)
  return [
    {
      ...moduleAt(name, version, { start, end }),
      isDirect,
      ...(isDirect && { source: undefined }),
      key: `${name} ${spotText(source, start)}`,
    },
  ]
}

interface Span {
  readonly start: number
  readonly end: number
}

function moduleAt(name: string, version: string, { start, end }: Span): LockedPackage {
  return {
    key: name,
    ecosystem: 'Go',
    name,
    version: version.replace(/^v/, ''),
    start,
    end,
    scope: 'production',
  }
}

// `replace a [v] => b [v]`: without a version behind the arrow it is a folder, which is the repository's own.
function applyReplacements(
  packages: readonly LockedPackage[],
  lines: readonly Line[],
): readonly LockedPackage[] {
  const replacements = lines.flatMap(({ words }) => {
    const arrow = words.indexOf('=>')
    if (words[0] !== 'replace' || arrow === -1) return []
    const [name, version] = words.slice(1, arrow)
    const [target, targetVersion] = words.slice(arrow + 1)
    return [{ name, version: version?.replace(/^v/, ''), target, targetVersion }]
  })
  return packages.map((each) => {
    const fitting = replacements.filter(
      ({ name, version }) =>
        name === each.name && (version === undefined || version === each.version),
    )
    const found = fitting.find(({ version }) => version !== undefined) ?? fitting[0]
    if (found?.target === undefined) return each
    if (found.targetVersion === undefined) return { ...each, isOwn: true }
    return { ...each, name: found.target, version: found.targetVersion.replace(/^v/, '') }
  })
}

// The go line is the least that will do; what builds is known only where a toolchain is named.
function toolchainIn(lines: readonly Line[]): readonly LockedPackage[] {
  return lines.flatMap(({ words: [verb, name], start, end }) => {
    const version = /^go(?<version>\d[\w.]{0,40})/.exec(name ?? '')?.groups?.['version']
    if (verb !== 'toolchain' || version === undefined) return []
    return [{ ...moduleAt('stdlib', version, { start, end }), isDirect: true }]
  })
}

function isBefore117(lines: readonly Line[]): boolean {
  const stated = lines.find(({ words: [verb] }) => verb === 'go')?.words[1]
  const minor = /^1\.(?<minor>\d{1,3})/.exec(stated ?? '1.16')?.groups?.['minor']
  return minor !== undefined && Number(minor) < 17
}

// A line that ends in /go.mod was only looked at to choose versions. What it says is shown at the go.mod it belongs to.
function summed(
  { text }: Source,
  { source, replaced }: { readonly source: Source; readonly replaced: readonly LockedPackage[] },
): readonly LockedPackage[] {
  const known = new Set(replaced.map(({ name, version }) => `${name} ${version ?? ''}`))
  const end = source.text.search(/[\r\n]|$/)
  return [
    ...text.matchAll(/^(?<name>\S{1,400}) v(?<version>\S{1,200}) (?<hash>h1:\S{1,100})$/gm),
  ].flatMap(({ groups }): readonly LockedPackage[] => {
    const { name = '', version = '', hash } = groups ?? {}
    if (version.endsWith('/go.mod') || known.has(`${name} ${version}`)) return []
    const each = moduleAt(name, version, { start: 0, end })
    return [
      { ...each, key: `${name}@${version}`, scope: 'unknown', isDirect: false, integrity: hash },
    ]
  })
}
