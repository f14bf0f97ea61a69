import { succeed } from '../../../base/result.ts'
import type { PackageScope } from '../../../model/package.ts'
import type { Source } from '../../../model/source.ts'
import type { LockedPackage, LockReader, Root } from '../reader.ts'
import { spotText, unlike } from '../spot.ts'

const NAMES = new Set(['Gemfile.lock', 'gems.locked'])

/** Gemfile.lock: sections at the margin, gems at four blanks, what they need at six. */
export const gemfileLock: LockReader = {
  format: 'Gemfile.lock',
  claims: (name) => NAMES.has(name),
  read: (input) => {
    const { source, beside } = input
    if (!/^(?:GEM|GIT|PATH)\r?$/m.test(source.text)) return unlike(input)
    const { packages, direct } = contentOf(source)
    const gemfile = beside('Gemfile') ?? beside('gems.rb')
    const roots = direct.map((name): Root => ({ key: name, name, ...askedIn(gemfile, name) }))
    return succeed({ packages, roots })
  },
}

const GEM = /^ {4}(?<name>[^\s(]{1,200}) \((?<version>[^)]{1,200})\)/
const PLATFORM =
  /-(?:(?:x86|x64|x86_64|aarch64|arm64|arm|universal|i[3-6]86|ppc64le|s390x|mingw|java|jruby|mswin)\b.*)$/

function contentOf({ text }: Source): {
  readonly packages: readonly LockedPackage[]
  readonly direct: readonly string[]
} {
  const packages = new Map<string, LockedPackage & { needs: string[] }>()
  const direct: string[] = []
  let section = ''
  let remote: string | undefined
  let last: (LockedPackage & { needs: string[] }) | undefined
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (!line.startsWith(' ')) {
      section = line.trim()
      remote = undefined
    }
    remote = /^ {2}remote: (?<remote>\S{1,1000})/.exec(line)?.groups?.['remote'] ?? remote
    const { name, version } = GEM.exec(line)?.groups ?? {}
    if (name !== undefined && version !== undefined && /^(?:GEM|GIT|PATH)$/.test(section)) {
      const bare = version.replace(PLATFORM, '')
      // The same gem for several platforms is one package.
      const known = packages.get(`${name} ${bare}`)
      last = known ?? {
        key: name,
        ecosystem: 'RubyGems',
        name,
        version: bare,
        start: index + 4,
        end: index + line.trimEnd().length,
        needs: [],
        source: section === 'GIT' ? remote?.replace(/\/\/[^/@]*@/, '//') : undefined,
        isOwn: section === 'PATH',
      }
      packages.set(`${name} ${bare}`, last)
    }
    const need = /^ {6}(?<need>[^\s(!]{1,200})/.exec(line)?.groups?.['need']
    if (need !== undefined) last?.needs.push(need)
    const asked =
      section === 'DEPENDENCIES'
        ? /^ {2}(?<asked>[^\s(!]{1,200})/.exec(line)?.groups?.['asked']
        : undefined
    if (asked !== undefined) direct.push(asked)
  }
  return { packages: [...packages.values()], direct }
}

// Groups of a Gemfile are blocks or an option of the gem; others than these are installed in production.
function askedIn(gemfile: Source | undefined, name: string): Pick<Root, 'scope' | 'at'> {
  if (gemfile === undefined) return { scope: 'unknown', at: undefined }
  let groups: readonly string[] = []
  for (const { 0: line, index } of gemfile.text.matchAll(/[^\r\n]+/g)) {
    const block = /^\s*group\s*\(?(?<names>[^)]{1,400}?)\)?\s+do\b/.exec(line)?.groups?.['names']
    if (block !== undefined) groups = wordsIn(block)
    else if (/^end\b/.test(line)) groups = []
    const gem = /^\s*gem\s*\(?\s*["'](?<gem>[^"']{1,200})["'](?<rest>.*)$/.exec(line)?.groups
    if (gem?.['gem'] !== name) continue
    const own = /\bgroups?(?::|\s*=>)\s*(?<names>\[[^\]]{0,400}\]|:\w{1,40})/.exec(
      gem['rest'] ?? '',
    )?.groups?.['names']
    const all = own === undefined ? groups : wordsIn(own)
    return { scope: scopeOf(all), at: spotText(gemfile, index + line.search(/\S/)) }
  }
  return { scope: 'production', at: undefined }
}

function wordsIn(text: string): readonly string[] {
  return [...text.matchAll(/\w{1,40}/g)].map(([word]) => word)
}

function scopeOf(groups: readonly string[]): PackageScope {
  const isSpare =
    groups.length > 0 && groups.every((group) => group === 'development' || group === 'test')
  return isSpare ? 'development' : 'production'
}
