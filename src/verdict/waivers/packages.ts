import { causesIn, type Cause } from '../../analysis/packages/causes.ts'
import { LOCK_FILE, type FoundPackage } from '../../model/package.ts'
import { purlOf } from '../../model/purl.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Finding } from '../finding.ts'

/** The packages that a finding is about, as plain package URLs. */
export interface FindingPackages {
  /** What the lock file asks for. */
  readonly bringer: string
  /** What is flawed of all that it brings; one or more. */
  readonly flawed: readonly string[]
}

/** Looks up the packages of findings; each lock file is gone through once, when it is first asked about. */
export function packagesBy(scene: Scene): (finding: Finding) => FindingPackages | undefined {
  const causes = new Map<Resource, readonly Cause[]>()
  return ({ resource, place }) => {
    if (resource.type !== LOCK_FILE) return undefined
    const known = causes.get(resource) ?? causesIn(resource, scene)
    causes.set(resource, known)
    const cause = known.find(({ bringer }) => String(bringer.place.path) === String(place.path))
    return (
      cause && {
        bringer: nameOf(cause.bringer),
        flawed: cause.packages.map(({ found }) => nameOf(found)),
      }
    )
  }
}

// Without a registry of its own a package has no such name, and nothing matches it.
function nameOf(found: FoundPackage): string {
  return plainPurl(purlOf(found) ?? '')
}

/** A package URL as people write it: signs as they are (`pkg:npm/@org/name`), without what follows the version. */
export function plainPurl(text: string): string {
  const [bare = ''] = text.split(/[?#]/, 1)
  try {
    return decodeURIComponent(bare)
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return bare
  }
}
