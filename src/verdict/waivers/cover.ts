import { fileOf, formatPath, type Place } from '../../model/place.ts'
import type { Container, Pod } from '../../model/pod.ts'
import { homeNamespace, type Resource } from '../../model/resource.ts'
import { matches } from '../../model/wildcard.ts'
import type { Finding } from '../finding.ts'
import { plainPurl, type FindingPackages } from './packages.ts'
import type { Cover, PathOf, Scope } from './waiver.ts'

/** What is known besides a finding itself. */
export interface Circumstances {
  readonly cluster: string | undefined
  /** The pod of an object that has one. */
  readonly podOf: (resource: Resource) => Pod | undefined
  readonly packagesOf: (finding: Finding) => FindingPackages | undefined
}

/** Whether what a waiver covers includes the finding. */
export function isCovered(finding: Finding, cover: Cover, known: Circumstances): boolean {
  if (cover.kind === 'fields')
    return cover.places.some((place) => isAtOrBelow(finding.place, place))
  const { scope, pathOf } = cover
  return (
    isOfCluster(scope, known.cluster) &&
    isNamed(finding.resource, scope) &&
    isIn(finding.place, scope, pathOf) &&
    isOfPart(finding.place, scope) &&
    isInContainer(finding, scope, known.podOf) &&
    isOfPackage(finding, scope, known.packagesOf)
  )
}

/** Whether a waiver is for the cluster that is judged. One for a named cluster waits until somebody names it. */
export function isOfCluster({ cluster: wanted }: Scope, cluster: string | undefined): boolean {
  return fits(wanted, cluster)
}

function isAtOrBelow({ document, path }: Place, above: Place): boolean {
  // Objects of one file share its layout; a made one has its own, whatever file it begins in.
  if (document.layout !== above.document.layout || document.node !== above.document.node)
    return false
  return above.path.every((step, index) => path[index] === step)
}

function isNamed(resource: Resource, { namespace, kind, name }: Scope): boolean {
  return (
    fits(namespace, homeNamespace(resource)) &&
    (fits(kind, resource.kind) || fits(kind, resource.type)) &&
    fits(name, resource.name)
  )
}

function isIn(place: Place, { path }: Scope, pathOf: PathOf): boolean {
  if (path === undefined) return true
  const file = pathOf(fileOf(place))
  return path.some((pattern) => fits([pattern.endsWith('/') ? `${pattern}*` : pattern], file))
}

// What is below a field begins with its path, and then a step.
function isOfPart(place: Place, { part }: Scope): boolean {
  if (part === undefined) return true
  const path = formatPath(place.path)
  return part.some((pattern) => fits([pattern, `${pattern}.*`, `${pattern}[*`], path))
}

function isInContainer(
  { resource, place }: Finding,
  { container, image }: Scope,
  podOf: (resource: Resource) => Pod | undefined,
): boolean {
  if (container === undefined && image === undefined) return true
  const holder = containerAt(place, podOf(resource))
  return holder !== undefined && fits(container, holder.name) && fits(image, imageOf(holder))
}

// What a waiver for one package lifts must not lift the flaws of another that the same change would mend.
function isOfPackage(
  finding: Finding,
  { purl }: Scope,
  packagesOf: Circumstances['packagesOf'],
): boolean {
  if (purl === undefined) return true
  const packages = packagesOf(finding)
  if (packages === undefined) return false
  const isMeant = (name: string): boolean =>
    purl.some((pattern) => fits([plainPurl(pattern), `${plainPurl(pattern)}@*`], name))
  return isMeant(packages.bringer) || packages.flawed.every(isMeant)
}

/** The container of a pod that a place is in, if it is in one. */
export function containerAt(place: Place, pod: Pod | undefined): Container | undefined {
  return pod?.containers.find((container) => isAtOrBelow(place, container.place))
}

function imageOf(container: Container): string | undefined {
  const value = container.get('image')?.value
  return typeof value === 'string' ? value : undefined
}

function fits(patterns: readonly string[] | undefined, name: string | undefined): boolean {
  if (patterns === undefined) return true
  return name !== undefined && patterns.some((pattern) => matches(pattern, name))
}
