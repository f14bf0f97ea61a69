import { fail, succeed } from '../../../../base/result.ts'
import type { LockedPackage, LockInput, LockReader } from '../../reader.ts'
import { notAsWritten } from '../../spot.ts'
import { readXml, xmlText, type Element } from '../../text/xml-text.ts'

const CENTRAL = 'Directory.Packages.props'
const ABOVE = ['', '../', '../../', '../../../'] as const

/**
 * Projects of .NET: the packages they ask for, with the versions of the Directory.Packages.props above them. They count
 * only where no lock file stands beside, which knows more.
 */
export const csproj: LockReader = {
  format: 'project file of .NET (direct dependencies only)',
  claims: (name) => /\.(?:cs|fs|vb)proj$/i.test(name),
  isManifest: true,
  read: (input) => {
    const root = readXml(input.source)
    if (root === undefined)
      return fail(notAsWritten(input.source, 0, 'The file is not XML that can be read'))
    const isLocked =
      input.beside('packages.lock.json') !== undefined ||
      input.beside('packages.config') !== undefined
    if (root.name !== 'Project' || isLocked) return undefined
    const central = centralVersions(input)
    const packages = referencesIn(root, 'PackageReference').map((each) => packageOf(each, central))
    return succeed({ packages: packages.filter(({ name }) => name !== '') })
  },
}

function referencesIn(root: Element, kind: string): readonly Element[] {
  return root.children
    .filter(({ name }) => name === 'ItemGroup')
    .flatMap(({ children }) => children.filter(({ name }) => name === kind))
}

function centralVersions({ beside }: LockInput): ReadonlyMap<string, string> {
  const source = ABOVE.map((way) => beside(`${way}${CENTRAL}`)).find((each) => each !== undefined)
  const root = source && readXml(source)
  if (root === undefined) return new Map()
  return new Map(
    referencesIn(root, 'PackageVersion').map(({ attributes }) => [
      (attributes.get('Include') ?? '').toLowerCase(),
      attributes.get('Version') ?? '',
    ]),
  )
}

function packageOf(reference: Element, central: ReadonlyMap<string, string>): LockedPackage {
  const { attributes, start, end } = reference
  const name = attributes.get('Include') ?? attributes.get('Update') ?? ''
  const written =
    attributes.get('VersionOverride') ??
    attributes.get('Version') ??
    xmlText(reference, 'Version') ??
    central.get(name.toLowerCase())
  const isPrivate =
    (attributes.get('PrivateAssets') ?? xmlText(reference, 'PrivateAssets'))?.toLowerCase() ===
    'all'
  return {
    key: name,
    ecosystem: 'NuGet',
    name,
    version: exactVersion(written),
    start,
    end,
    scope: isPrivate ? 'development' : 'production',
    isDirect: true,
  }
}

// A bare version is the least that will do, and what is taken where nothing else asks for more. Ranges and stars are not.
function exactVersion(version: string | undefined): string | undefined {
  const only = /^\[(?<only>[^,\]]{1,100})\]$/.exec(version ?? '')?.groups?.['only']
  return only ?? (version === undefined || /[[\](),*$]/.test(version) ? undefined : version)
}
