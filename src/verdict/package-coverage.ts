import { countPackages, examinedIn } from '../analysis/packages/flawed.ts'
import type { Coverage } from '../model/coverage.ts'
import { lockFilesIn } from '../model/package.ts'
import type { Scene } from '../model/scene.ts'

/**
 * How many of the packages were examined; nothing for an estate without any. Where no database was ever brought, that
 * is told and no more: who has one, and no advisories for an ecosystem in it, has an incomplete run.
 */
export function packageCoverage(scene: Scene): readonly Coverage[] {
  const { all, examined, unknown } = countPackages(scene)
  if (all === 0) return []
  const { advisories } = scene
  const reasons =
    advisories === undefined
      ? [{ why: NO_DATABASE, count: all }]
      : [...unknown].map(([ecosystem, count]) => ({ why: `no advisories for ${ecosystem}`, count }))
  return [
    {
      what: 'packages',
      asked: all,
      examined,
      reasons,
      ...(advisories === undefined && { isSpare: true }),
    },
  ]
}

const NO_DATABASE = 'no database of advisories: portolan db import brings it'

/** How many lock files have packages that were not examined. */
export function unexaminedLockFiles(scene: Scene): number {
  return lockFilesIn(scene).filter((file) =>
    examinedIn(file, scene).some(({ flaws }) => flaws === undefined),
  ).length
}
