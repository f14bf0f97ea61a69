import { packageOf, readPurl } from '../../../model/purl.ts'
import type { LockedPackage } from '../reader.ts'

/** What an SBOM says of one of its parts. */
export interface Component {
  readonly key: string
  readonly purl: string | undefined
  readonly name: string
  readonly version: string | undefined
  readonly start: number
  readonly end: number
}

/**
 * The package that a part of an SBOM is: by its package URL, which knows the ecosystem. Without one, or with one of a
 * type that no collection of advisories has, the ecosystem is the type or `unknown`, so that it counts as not examined.
 */
export function componentPackage(component: Component): LockedPackage {
  const { key, start, end } = component
  const purl = component.purl === undefined ? undefined : readPurl(component.purl)
  const named = purl && packageOf(purl)
  const version = named?.version ?? purl?.version ?? component.version
  return {
    key,
    ecosystem: named?.ecosystem ?? purl?.type ?? 'unknown',
    name: named?.name ?? component.name,
    version,
    start,
    end,
  }
}
