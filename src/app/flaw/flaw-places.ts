import { runsOf } from '../../analysis/packages/carriers.ts'
import { fixOf, type PackageFix } from '../../analysis/packages/fix-of.ts'
import { examinedIn } from '../../analysis/packages/flawed.ts'
import { pinsFor } from '../../analysis/packages/pins.ts'
import type { Flaw } from '../../model/advisories.ts'
import { lockFilesIn, type FoundPackage } from '../../model/package.ts'
import { spotOf } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { exposureWords } from '../../rules/code/package-power.ts'

/** A way from the cluster to a package: the workload, the image it runs, and what builds that. */
interface FlawPath {
  /** `Deployment shop/web`. */
  readonly workload: string
  readonly container: string
  readonly image: string | null
  /** A file. */
  readonly dockerfile: string
}

/** A package of the estate that an advisory speaks of. */
export interface FlawPlace {
  readonly found: FoundPackage
  readonly flaw: Flaw
  /** `file:line:column`, of the lock file. */
  readonly at: string
  readonly fix: PackageFix
  /** Whether `portolan fix` writes the change. */
  readonly isFixable: boolean
  readonly paths: readonly FlawPath[]
  /** Where it runs and what leads there, in a sentence without its full stop; undefined where nothing is known to. */
  readonly exposure: string | undefined
}

/** The packages of a scene that an advisory of a flaw with one of the `names` speaks of, in the order of their files. O(packages). */
export function flawPlaces(names: ReadonlySet<string>, scene: Scene): readonly FlawPlace[] {
  return lockFilesIn(scene).flatMap((file) =>
    examinedIn(file, scene).flatMap(({ found, flaws = [] }) => {
      const flaw = flaws.find(({ id, upstream }) =>
        [id, ...upstream].some((name) => names.has(name)),
      )
      if (flaw === undefined) return []
      return [placeOf({ file, found, flaw, flaws }, scene)]
    }),
  )
}

interface Meant {
  readonly file: Resource
  readonly found: FoundPackage
  readonly flaw: Flaw
  /** All that is known against it. */
  readonly flaws: readonly Flaw[]
}

function placeOf({ file, found, flaw, flaws }: Meant, scene: Scene): FlawPlace {
  const runs = found.scope === 'development' ? [] : runsOf(file, scene)
  const { file: name, line, column } = spotOf(found.place)
  const cause = { bringer: found, packages: [{ found, flaws }], isProduction: undefined }
  return {
    found,
    flaw,
    at: `${name}:${line}:${column}`,
    fix: fixOf({ found, flaws }, scene.advisories),
    isFixable: pinsFor(file, cause, scene.advisories).length > 0,
    paths: runs.map(({ container, dockerfile }) => ({
      workload: workloadOf(container.pod.owner),
      container: container.name,
      image: imageOf(container.get('image')?.value),
      dockerfile: dockerfile.document.source.file,
    })),
    exposure: exposureWords([...new Set(runs.map(({ container }) => container.pod))], scene),
  }
}

function workloadOf({ kind, name, namespace }: Resource): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`
}

function imageOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
