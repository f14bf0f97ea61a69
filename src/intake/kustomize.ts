import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isList, memberOf } from '../model/part.ts'
import { decodeText } from './decode-text.ts'
import { KUSTOMIZATION_NAMES } from './manifest-name.ts'
import { readBytes } from './read-bytes.ts'
import { readYaml } from './yaml/read-yaml.ts'

/**
 * The paths of the files that the kustomizations in `folders` lay over other objects as patches: parts of objects, which
 * nobody can judge alone. A file that one of them also builds from is a whole object all the same.
 */
export function patchFiles(folders: Iterable<string>, maxBytes: number): ReadonlySet<string> {
  const patches: string[] = []
  const whole = new Set<string>()
  for (const folder of new Set(folders)) {
    for (const kustomization of kustomizationsIn(folder, maxBytes)) {
      for (const path of patchPaths(kustomization)) patches.push(resolve(folder, path))
      for (const path of textsIn(kustomization, 'resources')) whole.add(resolve(folder, path))
    }
  }
  return new Set(patches.filter((path) => !whole.has(path)))
}

// What cannot be read here becomes a fault when its turn as a file comes.
function kustomizationsIn(folder: string, maxBytes: number): readonly unknown[] {
  return KUSTOMIZATION_NAMES.flatMap((name) => {
    const path = join(folder, name)
    if (!existsSync(path)) return []
    const bytes = readBytes(path, path, maxBytes)
    const text = bytes.ok ? decodeText(bytes.value, path) : bytes
    if (!text.ok) return []
    return readYaml({ file: path, text: text.value }).documents.map(({ value }) => value)
  })
}

// Source: the kustomization file's reference, https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/.
function patchPaths(kustomization: unknown): readonly string[] {
  return [
    ...textsIn(kustomization, 'patches'),
    ...pathsIn(kustomization, 'patches'),
    ...pathsIn(kustomization, 'patchesJson6902'),
    ...textsIn(kustomization, 'patchesStrategicMerge'),
  ]
}

function pathsIn(kustomization: unknown, field: string): readonly string[] {
  return membersIn(kustomization, field).flatMap((member) => textOf(memberOf(member, 'path')))
}

// Members of some of these lists may also be patches written out on the spot: those have several lines.
function textsIn(kustomization: unknown, field: string): readonly string[] {
  return membersIn(kustomization, field).flatMap(textOf)
}

function membersIn(kustomization: unknown, field: string): readonly unknown[] {
  const members = memberOf(kustomization, field)
  return isList(members) ? members : []
}

function textOf(value: unknown): readonly string[] {
  return typeof value === 'string' && !value.includes('\n') ? [value] : []
}
