import { dirname, posix } from 'node:path'
import type { Fault } from '../../../../base/fault.ts'
import { succeed } from '../../../../base/result.ts'
import type { PackageScope } from '../../../../model/package.ts'
import type { LockedPackage, LockInput, LockReader } from '../../reader.ts'
import { spotText } from '../../spot.ts'
import { requirementIn } from '../names.ts'

const NAME = /^(?:.*[-_.])?requirements(?:[-_.].*)?\.(?:txt|in)$|^constraints\.txt$/i

/** requirements.txt, and what it includes (-r, -c). What has no exact version cannot be judged and says so. */
export const requirements: LockReader = {
  format: 'requirements.txt',
  claims: (name) => NAME.test(name),
  read: (input) => {
    const { source } = input
    const scope = scopeOf(source.file)
    const lines = logicalLines(source.text)
    const packages = lines.flatMap((line) => packageIn(line, scope))
    if (packages.length === 0 && !lines.some(({ text }) => text.startsWith('-'))) return undefined
    const faults = lines.flatMap(({ text, start }) => absent(text, spotText(source, start), input))
    return succeed({ packages: told(packages, input), faults })
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
    if (bare.trim() !== '')
      lines.push({ text: bare.trim(), start, end: match.index + written.trimEnd().length })
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
  return /(?:^|,)\s*\(?={2,3}\s*(?<version>[^\s,;*()]{1,100})\)?(?=\s|,|$)/.exec(bounds.trim())
    ?.groups?.['version']
}

// What tools write says on whose account a package is there: `# via name`, or `# via -r requirements.in`.
function told(packages: readonly LockedPackage[], { source }: LockInput): readonly LockedPackage[] {
  if (!/^\s*# *via\b/m.test(source.text))
    return packages.map((each) => ({ ...each, isDirect: true }))
  return packages.map((each) => {
    const next = source.text.slice(each.end, each.end + 2000)
    const via = /^[^\S\n]*(?:\r?\n)?\s*# *via(?<names>[^\n]*(?:\r?\n\s*#\s{2,}[^\n]*)*)/.exec(next)
      ?.groups?.['names']
    return {
      ...each,
      isDirect:
        via === undefined ? undefined : /-r |-c |\(setup|\(pyproject|pyproject\.toml/.test(via),
    }
  })
}

function scopeOf(file: string): PackageScope {
  return /(?:^|[-_./])(?:dev|develop|development|test|tests|testing|lint|docs?|ci)(?:[-_.]|$)/i.test(
    posix.basename(file),
  )
    ? 'development'
    : 'production'
}

// Included files are lock files by themselves where their names say so; what is not there was not seen.
function absent(text: string, at: string, { beside, source }: LockInput): readonly Fault[] {
  const file = /^(?:-r|-c|--requirement|--constraint)[= ]?\s*(?<file>[^\s#]{1,500})/.exec(text)
    ?.groups?.['file']
  if (file === undefined || beside(file) !== undefined) return []
  const shown = posix.join(dirname(source.file), file)
  return [
    {
      code: 'INTAKE_LOCK_FILE',
      at,
      message: `It includes ${shown}, which is not there or lies outside of the folder, so its packages were not examined.`,
      remedy: 'Scan the folder that holds both files.',
    },
  ]
}
