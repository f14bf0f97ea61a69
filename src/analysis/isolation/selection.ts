import type { Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Claim } from '../pod-security/candidate.ts'
import { claimBoth } from './claims.ts'
import { readLabelSelector, UNREADABLE, type Selector } from './label-selector.ts'
import { isWithin } from './network-policy.ts'
import { territoriesOf, type Territory } from './subjects.ts'

/** The pods a NetworkPolicy selects, those for sure and those perhaps, of how many in its namespace. */
export interface Selection {
  readonly pods: readonly Pod[]
  readonly doubtful: readonly Pod[]
  /** How many pods were read that are certain to be of its namespace. */
  readonly read: number
}

/**
 * What the `podSelector` of a NetworkPolicy selects. O(pods that carry a label it wants, or all of its namespace) at
 * the first question about it.
 */
export function selectionOf(policy: Resource, scene: Scene): Selection {
  const selections = selectionsByScene.get(scene) ?? new WeakMap<Resource, Selection>()
  selectionsByScene.set(scene, selections)
  const known = selections.get(policy)
  if (known !== undefined) return known
  const selection = select(policy, scene)
  selections.set(policy, selection)
  return selection
}

const selectionsByScene = new WeakMap<Scene, WeakMap<Resource, Selection>>()

function select(policy: Resource, scene: Scene): Selection {
  const field = policy.get('spec', 'podSelector')
  const selector = field?.resolved === false ? UNREADABLE : readLabelSelector(field?.value)
  const pods: Pod[] = []
  const doubtful: Pod[] = []
  let read = 0
  for (const territory of territoriesOf(scene)) {
    const isOwn = isWithin(policy, territory)
    if (isOwn === false) continue
    if (isOwn === true) read += territory.subjects.length
    for (const { pod, labels } of membersFor(territory, selector)) {
      const claim: Claim = claimBoth(isOwn, selector.selects(labels))
      if (claim === true) pods.push(pod)
      else if (claim === 'unclear') doubtful.push(pod)
    }
  }
  return { pods, doubtful, read }
}

function membersFor(territory: Territory, selector: Selector): Territory['subjects'] {
  return selector.isEverything ? territory.subjects : territory.candidates(selector)
}
