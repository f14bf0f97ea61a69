import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** What became of a file that a setting names. */
export type NamedFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly resource: Resource }
  | { readonly kind: 'unread' }

/**
 * The object in the file that a path on a node names: the one of these kinds whose own path ends most like it. `unread`
 * when there is none, or several are as likely; `none` when no file is named.
 */
export function fileNamed(
  path: string | undefined,
  types: readonly string[],
  scene: Scene,
): NamedFile {
  if (path === undefined || path === '') return { kind: 'none' }
  const candidates = types
    .flatMap((type) => scene.ofKind(type))
    .map((resource) => ({ resource, alike: alikeness(resource.document.source.file, path) }))
    .filter(({ alike }) => alike > 0)
    .toSorted((a, b) => b.alike - a.alike)
  const [best, next] = candidates
  if (best === undefined || best.alike === next?.alike) return { kind: 'unread' }
  return { kind: 'read', resource: best.resource }
}

// How many of the last parts of two paths are the same.
function alikeness(file: string, path: string): number {
  const own = file.split('/').toReversed()
  const named = path.split('/').toReversed()
  const differing = named.findIndex((part, index) => part !== own[index])
  return differing === -1 ? named.length : differing
}
