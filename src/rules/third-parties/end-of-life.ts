import type { Container } from '../../model/pod.ts'
import { imageReference, listedNames } from './image-reference.ts'
import { LIFETIMES, type Lifetime } from './lifetimes.data.ts'
import { RETIRED_PROJECTS, type RetiredProject } from './retired-projects.data.ts'

/** What a container runs that nobody mends any more, and since when. */
export type EndOfLife =
  | { readonly kind: 'project'; readonly project: RetiredProject }
  | {
      readonly kind: 'version'
      readonly product: string
      readonly version: string
      readonly ended: string
    }

const PROJECTS: ReadonlyMap<string, RetiredProject> = new Map(
  RETIRED_PROJECTS.projects.flatMap((project) => project.images.map((image) => [image, project])),
)

const PRODUCTS: ReadonlyMap<string, Lifetime> = new Map(
  LIFETIMES.products.flatMap((product) => product.images.map((image) => [image, product])),
)

// How the names in the tables end: nearly all images are seen by it to be in none.
const LAST_MEMBERS: ReadonlySet<string> = new Set(
  [...PROJECTS.keys(), ...PRODUCTS.keys()].map(lastMember),
)

function lastMember(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Whether a container runs what had come to its end by `today`; undefined when its image says nothing of the kind. */
export function endOfLife(container: Container, today: string): EndOfLife | undefined {
  const reference = imageReference(container)
  if (reference === undefined || !LAST_MEMBERS.has(lastMember(reference.path))) return undefined
  for (const name of listedNames(reference)) {
    const project = PROJECTS.get(name)
    if (project !== undefined && project.ended < today) return { kind: 'project', project }
    const product = PRODUCTS.get(name)
    if (product !== undefined) return versionEnded(product, reference.tag ?? '', today)
  }
  return undefined
}

/** Whether the version that `tag` begins with had come to its end by `today`; undefined when it had not, or nobody knows. */
export function versionEnded(
  { product, ends }: Lifetime,
  tag: string,
  today: string,
): Extract<EndOfLife, { readonly kind: 'version' }> | undefined {
  const [, major = '', minor] = /^v?(\d{1,4})(?:\.(\d{1,4}))?/.exec(tag) ?? []
  const version = minor === undefined ? major : `${major}.${minor}`
  const known = Object.hasOwn(ends, version) ? version : major
  const ended = ends[known] ?? (minor === undefined ? lastEnd(ends, major) : undefined)
  return ended !== undefined && ended < today
    ? { kind: 'version', product, version: known, ended }
    : undefined
}

// A tag like `7` follows the newest 7.x: it has ended when the last of them has.
function lastEnd(ends: Lifetime['ends'], major: string): string | undefined {
  return Object.entries(ends)
    .filter(([version]) => version.startsWith(`${major}.`))
    .map(([, end]) => end)
    .toSorted()
    .at(-1)
}
