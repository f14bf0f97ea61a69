import type { LockInput, Root } from '../reader.ts'
import { manifestIn, workspacesOf } from './manifest.ts'

/**
 * The direct dependencies of a yarn project: what its package.json and those of its workspaces ask for. Undefined
 * without a package.json, or when workspaces are given by patterns: then what they bring would look like nobody's.
 */
export function yarnRoots(
  input: LockInput,
  keyOf: (name: string, range: string) => string | undefined,
  folders: readonly string[] = [],
): readonly Root[] | undefined {
  const top = manifestIn('', input)
  if (top === undefined) return undefined
  const more = folders.length > 0 ? folders : workspacesOf(top)
  const manifests = [top, ...more.flatMap((folder) => manifestIn(folder, input) ?? [])]
  return manifests.flatMap(({ asked }) =>
    asked.flatMap(({ name, range, scope, at }) => {
      const key = keyOf(name, range)
      return key === undefined ? [] : [{ key, name, scope, at }]
    }),
  )
}
