import { oncePerScene } from '../../model/once-per-scene.ts'
import { lockFilesIn } from '../../model/package.ts'
import type { Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { matches } from '../../model/wildcard.ts'
import { optionOf, stepsOf, wordsOf } from '../dockerfiles/dockerfile.ts'
import { containersOf } from '../images/used-by.ts'

/**
 * The pods of the estate that run what a lock file lists: those whose image is built by a Dockerfile that copies the
 * file, or the folder it lies in. As far as names tell. O(1) after the first call.
 */
export function carriersOf(file: Resource, scene: Scene): readonly Pod[] {
  return carriersIn(scene).get(file) ?? []
}

const carriersIn = oncePerScene((scene): ReadonlyMap<Resource, readonly Pod[]> => {
  const files = lockFilesIn(scene)
  const carriers = new Map<Resource, Set<Pod>>()
  if (files.length === 0) return new Map()
  for (const dockerfile of scene.ofKind('Dockerfile')) {
    const pods = containersOf(dockerfile, scene).map(({ pod }) => pod)
    if (pods.length === 0) continue
    for (const file of files.filter((each) => isCopied(each, dockerfile))) {
      const own = carriers.get(file) ?? new Set()
      for (const pod of pods) own.add(pod)
      carriers.set(file, own)
    }
  }
  return new Map([...carriers].map(([file, pods]) => [file, [...pods]]))
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
