/** A package URL, taken apart. Source: github.com/package-url/purl-spec, PURL-SPECIFICATION, read 2026-11-25. */
export interface Purl {
  readonly type: string
  /** Joined by slashes; empty without one. */
  readonly namespace: string
  readonly name: string
  readonly version: string | undefined
  readonly qualifiers: ReadonlyMap<string, string>
}

// Source: OSV schema 1.7.5, "affected[].package", and purl-spec/types, read 2026-11-25.
const TYPES: Readonly<Record<string, string>> = {
  npm: 'npm',
  PyPI: 'pypi',
  Go: 'golang',
  'crates.io': 'cargo',
  RubyGems: 'gem',
  Packagist: 'composer',
  Maven: 'maven',
  NuGet: 'nuget',
  Pub: 'pub',
  Hex: 'hex',
  SwiftURL: 'swift',
  ConanCenter: 'conan',
  CRAN: 'cran',
  Hackage: 'hackage',
  CocoaPods: 'cocoapods',
  'GitHub Actions': 'github',
  Bitnami: 'bitnami',
}

const ECOSYSTEMS: ReadonlyMap<string, string> = new Map(
  Object.entries(TYPES).map(([ecosystem, type]) => [type, ecosystem]),
)

// Distributions share a type; what tells them apart is the namespace.
const DISTRIBUTIONS: ReadonlyMap<string, string> = new Map([
  ['deb/debian', 'Debian'],
  ['deb/ubuntu', 'Ubuntu'],
  ['apk/alpine', 'Alpine'],
  ['apk/wolfi', 'Wolfi'],
  ['apk/chainguard', 'Chainguard'],
  ['rpm/redhat', 'Red Hat'],
  ['rpm/rocky', 'Rocky Linux'],
  ['rpm/rocky-linux', 'Rocky Linux'],
  ['rpm/almalinux', 'AlmaLinux'],
  ['rpm/suse', 'SUSE'],
  ['rpm/opensuse', 'openSUSE'],
  ['rpm/azurelinux', 'Azure Linux'],
])

/** A package as OSV names it. */
export interface NamedPackage {
  readonly ecosystem: string
  readonly name: string
  readonly version: string | undefined
}

/** The package URL of a package; undefined for an ecosystem that has no type of its own. O(name). */
export function purlOf({ ecosystem, name, version }: NamedPackage): string | undefined {
  const base = ecosystem.split(':', 1)[0] ?? ''
  const type = TYPES[base] ?? distributionType(base)
  if (type === undefined) return undefined
  const path = base === 'Maven' ? name.replace(':', '/') : name
  const spelled = CASELESS.has(type) ? path.toLowerCase() : path
  const named = type === 'pypi' ? spelled.replaceAll('_', '-') : spelled
  const at = version === undefined ? '' : `@${encoded(spelledVersion(version, { type, name }))}`
  return `pkg:${type}/${named.split('/').map(encoded).join('/')}${at}${distroOf(ecosystem)}`
}

// The release of a distribution, as `packageOf` finds it again: `Alpine:v3.19` is `distro=alpine-3.19`.
function distroOf(ecosystem: string): string {
  const [base = '', release = ''] = ecosystem.split(':')
  const number = /\d{1,4}(?:\.\d{1,4})?/.exec(release)?.[0]
  if (number === undefined || distributionType(base) === undefined) return ''
  return `?distro=${base.toLowerCase().split(' ', 1)[0]}-${number}`
}

// Go writes its versions with a v, but for its own library; OSV leaves it out.
function spelledVersion(
  version: string,
  { type, name }: { readonly type: string; readonly name: string },
): string {
  return type === 'golang' && name !== 'stdlib' && /^\d/.test(version) ? `v${version}` : version
}

const CASELESS = new Set(['pypi', 'composer', 'github', 'hex'])

function distributionType(base: string): string | undefined {
  for (const [prefix, ecosystem] of DISTRIBUTIONS) if (ecosystem === base) return prefix
  return undefined
}

// A colon stays as it is; all else that encodeURIComponent leaves alone may stay, too.
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':')
}

/** Takes a package URL apart; undefined when it is none. Never throws. O(text). */
export function readPurl(text: string): Purl | undefined {
  if (!/^pkg:/i.test(text) || text.length > MOST_CHARACTERS) return undefined
  const [bare = ''] = text.slice(4).split('#', 1)
  const [path = '', query = ''] = bare.split('?', 2)
  const sign = path.lastIndexOf('@')
  // The sign of an npm scope may be written as it is; what stands before a slash is no version.
  const isVersion = sign > 0 && !path.includes('/', sign)
  const [type = '', ...steps] = (isVersion ? path.slice(0, sign) : path)
    .split('/')
    .filter((step) => step !== '')
    .map(decoded)
  const name = steps.pop()
  if (name === undefined) return undefined
  return {
    type: type.toLowerCase(),
    namespace: steps.join('/'),
    name,
    version: isVersion ? decoded(path.slice(sign + 1)) : undefined,
    qualifiers: new Map(new URLSearchParams(query)),
  }
}

const MOST_CHARACTERS = 4096

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return text
  }
}

/** The package that a package URL names, as OSV spells it; undefined where OSV has no such ecosystem. */
export function packageOf(purl: Purl): NamedPackage | undefined {
  const { type, namespace, name, version } = purl
  const ecosystem = ECOSYSTEMS.get(type)
  if (ecosystem === undefined) return distributionPackage(purl)
  const sign = type === 'maven' ? ':' : '/'
  const bare = type === 'golang' ? version?.replace(/^v/, '') : version
  return { ecosystem, name: namespace === '' ? name : `${namespace}${sign}${name}`, version: bare }
}

function distributionPackage({
  type,
  namespace,
  name,
  version,
  qualifiers,
}: Purl): NamedPackage | undefined {
  const base = DISTRIBUTIONS.get(`${type}/${namespace.toLowerCase()}`)
  if (base === undefined) return undefined
  // `distro=debian-12`, `alpine-3.19.1`, `ubuntu-22.04`: the release that advisories are kept for.
  const release = /-(?<number>\d{1,4}(?:\.\d{1,4})?)/.exec(qualifiers.get('distro') ?? '')?.groups
  const suffix =
    release?.['number'] === undefined ? '' : `:${spelledRelease(base, release['number'])}`
  const source = /^(?<name>[^@]{1,200})/.exec(qualifiers.get('upstream') ?? '')?.groups
  return {
    ecosystem: `${base}${suffix}`,
    name: source?.['name'] ?? name,
    version: version ?? undefined,
  }
}

function spelledRelease(base: string, number: string): string {
  if (base === 'Alpine') return `v${number}`
  // Every other year's April release is kept for long, and its ecosystem says so.
  if (base === 'Ubuntu') return /^\d?[02468]\.04$/.test(number) ? `${number}:LTS` : number
  return base === 'Debian' || base === 'AlmaLinux' || base === 'Rocky Linux'
    ? (number.split('.', 1)[0] ?? number)
    : number
}
