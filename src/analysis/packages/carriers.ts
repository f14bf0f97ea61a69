import { oncePerScene } from '../../model/once-per-scene.ts'
import { lockFilesIn } from '../../model/package.ts'
import type { Container, Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { matches } from '../../model/wildcard.ts'
import { optionOf, stepsOf, wordsOf } from '../dockerfiles/dockerfile.ts'
import { containersOf } from '../images/used-by.ts'

/** A way from the cluster to a lock file: a container whose image a Dockerfile builds that copies the file. */
export interface Run {
  readonly container: Container
  readonly dockerfile: Resource
}

/** The pods of the estate that run what a lock file lists, each once. O(runs). */
export function carriersOf(file: Resource, scene: Scene): readonly Pod[] {
  return [...new Set(runsOf(file, scene).map(({ container }) => container.pod))]
}

/**
 * Where in the estate what a lock file lists runs: in the images that are built by a Dockerfile that copies the file, or
 * the folder it lies in. As far as names tell. O(1) after the first call.
 */
export function runsOf(file: Resource, scene: Scene): readonly Run[] {
  return runsIn(scene).get(file) ?? []
}

const runsIn = oncePerScene((scene): ReadonlyMap<Resource, readonly Run[]> => {
  const files = lockFilesIn(scene)
  const runs = new Map<Resource, Run[]>()
  if (files.length === 0) return runs
  for (const dockerfile of scene.ofKind('Dockerfile')) {
    const own = containersOf(dockerfile, scene).map((container) => ({ container, dockerfile }))
    if (own.length === 0) continue
    for (const file of files.filter((each) => isCopied(each, dockerfile)))
      runs.set(file, [...(runs.get(file) ?? []), ...own])
  }
  return runs
})

// A build is handed the folder of its Dockerfile, or one above it: then what it copies is told with its way from there.
function isCopied(file: Resource, dockerfile: Resource): boolean {
  const path = stepsTo(file)
  const folder = stepsTo(dockerfile).slice(0, -1)
  const sources = sourcesOf(dockerfile)
  for (let depth = folder.length; depth >= 0; depth--) {
    if (folder.slice(0, depth).some((step, index) => path[index] !== step)) continue
    const below = path.slice(depth)
    const isBeside = depth === folder.length
    if (sources.some((source) => covers(source, below, isBeside))) return true
  }
  return false
}

function stepsTo({ document }: Resource): readonly string[] {
  return document.source.file.split('/').filter((step) => step !== '.' && step !== '')
}

function sourcesOf(dockerfile: Resource): readonly string[] {
  return stepsOf(dockerfile, 'COPY', 'ADD')
    .filter((step) => optionOf(step, 'from') === undefined)
    .flatMap((step) => wordsOf(step).slice(0, -1))
    .map(({ text }) => text)
}

function covers(source: string, path: readonly string[], isBeside: boolean): boolean {
  const steps = source.split('/').filter((step) => step !== '.' && step !== '')
  // All of a folder further up says nothing of this one: it may be handed to any build.
  if (steps.length === 0) return isBeside
  if (!isBeside && steps.length < 2 && path.length > 1) return false
  return (
    steps.length <= path.length && steps.every((step, index) => matches(step, path[index] ?? ''))
  )
}
