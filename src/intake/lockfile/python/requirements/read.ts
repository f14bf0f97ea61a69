import { posix } from 'node:path'
import type { Fault } from '../../../../base/fault.ts'
import { succeed } from '../../../../base/result.ts'
import type { PackageScope } from '../../../../model/package.ts'
import type { LockedPackage, LockInput, LockReader, LockReading } from '../../reader.ts'
import { spotText } from '../../spot.ts'
import { normalName, requirementIn } from '../names.ts'

const NAME = /^(?:.*[-_.])?requirements(?:[-_.].*)?\.(?:txt|in)$|^constraints\.txt$/i

/** requirements.txt, and what it includes (-r, -c). What has no exact version cannot be judged and says so. */
export const requirements: LockReader = {
  format: 'requirements.txt',
  claims: (name) => NAME.test(name),
  isManifest: true,
  read: (input) => {
    const { source } = input
    const scope = scopeOf(source.file)
    const lines = logicalLines(source.text)
    const own = lines.flatMap((line) => packageIn(line, scope))
    const packages = [...own, ...lines.flatMap((line) => includedBy(line, input, scope))]
    if (packages.length === 0 && !lines.some(({ text }) => text.startsWith('-'))) return undefined
    const faults = lines.flatMap(({ text, start }) => absent(text, spotText(source, start), input))
    return succeed({ ...told(packages, input), faults })
  },
}

interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
}

// A backslash goes on; a comment begins at the margin or behind a space.
function logicalLines(text: string): readonly Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/(?:[^\\\r\n]|\\\r?\n|\\(?!\r?\n))+/g)) {
    const [written] = match
    const bare = written.replaceAll(/\\\r?\n/g, ' ').replace(/(?:^|\s)#.*$/s, '')
    const indent = bare.length - bare.trimStart().length
    const start = match.index + indent
    const end = match.index + written.replace(/(?:^|\s)#[^\n]*$/, '').trimEnd().length
    if (bare.trim() !== '') lines.push({ text: bare.trim(), start, end })
  }
  return lines
}

function packageIn({ text, start, end }: Line, scope: PackageScope): readonly LockedPackage[] {
  // Editable installs and bare addresses have no name to look up but the one behind `#egg=`.
  const egg = /[#&]egg=(?<name>[\w.-]{1,200})/.exec(text)?.groups?.['name']
  const isAddress = /^(?:-e\b|--editable\b|[a-z+]{2,20}:\/\/|\.{0,2}\/)/.test(text)
  if (isAddress && egg === undefined) return []
  if (text.startsWith('-') && !isAddress) return []
  const asked = isAddress && egg !== undefined ? { name: egg, rest: '' } : requirementIn(text)
  if (asked === undefined) return []
  const { name, rest } = asked
  const hash = /--hash[= ](?<hash>\S{1,200})/.exec(rest)?.groups?.['hash']
  const source = isAddress ? text : /^@\s*(?<url>\S{1,1000})/.exec(rest)?.groups?.['url']
  return [
    {
      key: `${name}@${start}`,
      ecosystem: 'PyPI',
      name,
      version: exactVersion(rest),
      start,
      end,
      scope,
      source: source?.replace(/\/\/[^/@]*@/, '//'),
      integrity: hash,
    },
  ]
}

// One of several bounds may pin what the others only limit; a star leaves the rest open.
function exactVersion(rest: string): string | undefined {
  const [bounds = ''] = rest.split(/;|--hash|\s--/, 1)
  return /(?:^|,)\s*\(?={2,3}\s*(?<version>[^\s,;*()$]{1,100})\)?(?=\s|,|$)/.exec(bounds.trim())
    ?.groups?.['version']
}

// What tools write says on whose account a package is there: `# via name`, or `# via -r requirements.in`.
function told(packages: readonly LockedPackage[], { source }: LockInput): LockReading {
  if (!/# *via\b/.test(source.text))
    return { packages: packages.map((each) => ({ ...each, isDirect: true })) }
  const vias = packages.map((each) => viaOf(source.text.slice(each.end, each.end + MOST_VIA)))
  const keys = new Map(packages.map(({ key, name }) => [normalName(name), key]))
  const needs = new Map<string, string[]>()
  for (const [index, { names }] of vias.entries())
    for (const name of names) {
      const above = keys.get(normalName(name)) ?? ''
      needs.set(above, [...(needs.get(above) ?? []), packages[index]?.key ?? ''])
    }
  return {
    packages: packages.map((each) => ({ ...each, needs: needs.get(each.key) ?? [] })),
    roots: packages.flatMap(({ key, name, scope = 'unknown' }, index) =>
      vias[index]?.isAsked === true ? [{ key, name, scope, at: undefined }] : [],
    ),
  }
}

const MOST_VIA = 4000

// The note stands behind the requirement or below it, and goes on in deeper lines.
function viaOf(text: string): { readonly names: readonly string[]; readonly isAsked: boolean } {
  const note = /^[^\S\n]*(?:\r?\n)?\s*# *via(?<note>[^\n]*(?:\r?\n\s*#\s{2,}[^\n]*)*)/.exec(text)
    ?.groups?.['note']
  const words = (note ?? '').split(/[\r\n,#]+/).map((word) => word.trim())
  const isAsked = words.some((word) => /^-[rc] |\((?:setup|pyproject)/.test(word))
  return {
    names: words.filter((word) => /^[\w.-]+$/.test(word)),
    isAsked: isAsked || note === undefined,
  }
}

function scopeOf(file: string): PackageScope {
  return /(?:^|[-_./])(?:dev|develop|development|test|tests|testing|lint|docs?|ci)(?:[-_.]|$)/i.test(
    posix.basename(file),
  )
    ? 'development'
    : 'production'
}

function includeIn(text: string): string | undefined {
  return /^(?:-r|-c|--requirement|--constraint)[= ]?\s*(?<file>[^\s#]{1,500})/.exec(text)?.groups?.[
    'file'
  ]
}

// A file that is included is read by itself where its name says what it is. The packages of any other are told where
// it is included, which is where one looks for it.
function includedBy(
  line: Line,
  { beside }: LockInput,
  scope: PackageScope,
): readonly LockedPackage[] {
  const file = includeIn(line.text)
  if (file === undefined || NAME.test(posix.basename(file))) return []
  const source = beside(file)
  if (source === undefined) return []
  return logicalLines(source.text)
    .flatMap((inner) => packageIn(inner, scope))
    .map((each) => ({ ...each, key: `${file}/${each.key}`, start: line.start, end: line.end }))
}

function absent(text: string, at: string, { beside, source }: LockInput): readonly Fault[] {
  const file = includeIn(text)
  if (file === undefined || beside(file) !== undefined) return []
  const shown = posix.join(posix.dirname(source.file), file)
  return [
    {
      code: 'INTAKE_LOCK_FILE',
      at,
      message: `It includes ${shown}, which is not there or lies outside of the folder, so its packages were not examined.`,
      remedy: 'Scan the folder that holds both files.',
    },
  ]
}
