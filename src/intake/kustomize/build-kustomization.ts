import type { Fault } from '../../base/fault.ts'
import type { Document } from '../../model/document.ts'
import { NOTHING } from './accumulation.ts'
import { accumulate, startBuild } from './build.ts'
import { finish } from './finishing.ts'
import { readKustomization } from './kustomization.ts'
import { memberNode } from './node.ts'
import { mergeTableFor } from './openapi.ts'
import { refusalIn } from './refusal.ts'
import { sortItems } from './sorting.ts'
import { documentOf } from './to-document.ts'
import type { Workshop } from './workshop.ts'

/** What a build gave: its objects in the order of `kubectl kustomize`, and what was left out or why there is nothing. */
export interface Built {
  readonly documents: readonly Document[]
  readonly faults: readonly Fault[]
  /** Whether the build came to its end. */
  readonly isBuilt: boolean
}

/**
 * Builds the kustomization in `folder`, a real path, as `kubectl kustomize` does. Each node of each object keeps the file
 * that it came from, or the line that decided it. Never throws for what the files hold; nothing outside the workshop's
 * boundaries is read, nothing is fetched and no program is run.
 */
export function buildKustomization(workshop: Workshop, folder: string): Built {
  try {
    const kustomization = readKustomization(workshop, folder, undefined)
    const build = startBuild(workshop, mergeTableFor(workshop, kustomization))
    const accumulation = accumulate(build, kustomization, NOTHING)
    const finished = finish(accumulation, memberNode(kustomization.node, 'buildMetadata'))
    const items = sortItems(finished, memberNode(kustomization.node, 'sortOptions'))
    const via = { maker: 'kustomize', target: workshop.nameOf(folder) || '.', inputs: [] } as const
    return {
      documents: items.map(({ node }) => documentOf(node, via)),
      faults: accumulation.faults,
      isBuilt: true,
    }
  } catch (error) {
    const fault = refusalIn(error)
    if (fault === undefined) throw error
    return { documents: [], faults: [fault], isBuilt: false }
  }
}
