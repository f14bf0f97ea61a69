import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isWithin } from './targets.ts'

/**
 * The folders that following a target's own references may not lead out of: the repository that holds it, else the working
 * folder when that does, else the target's folder. Targets that do not exist have none.
 */
export function boundariesOf(targets: readonly string[], workingFolder: string): readonly string[] {
  const folders = targets.flatMap((target) => {
    const absolute = resolve(workingFolder, target)
    return existsSync(absolute)
      ? [boundaryOf(realpathSync(absolute), realpathSync(workingFolder))]
      : []
  })
  return [...new Set(folders)]
}

function boundaryOf(path: string, workingFolder: string): string {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
  }
  return isWithin(workingFolder, path) ? workingFolder : path
}
