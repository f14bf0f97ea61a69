import { findCredential } from '../../../analysis/secrets/find-credential.ts'
import { isList, isMapping } from '../../../model/part.ts'
import type { Scene } from '../../../model/scene.ts'
import { encKeyExposed } from '../../../rules/cluster/enc-key-exposed/rule.ts'
import { judge } from '../../../rules/judge.ts'

/** Whether a file holds what looks like a credential, in whatever field. O(characters). */
export function holdsCredential(scene: Scene, file: string): boolean {
  const resources = scene.resources.filter(({ document }) => document.source.file === file)
  return (
    resources.some(({ value }) => isTelling(value, undefined)) ||
    judge({ ...scene, resources }, [encKeyExposed]).length > 0
  )
}

function isTelling(value: unknown, name: string | undefined): boolean {
  if (typeof value === 'string')
    return findCredential(value, { name, keptIn: 'open' }) !== undefined
  if (isList(value)) return value.some((member) => isTelling(member, name))
  if (!isMapping(value)) return false
  return Object.entries(value).some(([key, member]) => isTelling(member, key))
}
