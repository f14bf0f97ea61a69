import { oncePerScene } from '../../model/once-per-scene.ts'
import { isMapping, memberOf } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { isText } from '../pod-security/answers.ts'
import type { Claim } from '../pod-security/candidate.ts'
import { claimBoth } from './claims.ts'
import { readLabelSelector, UNREADABLE, type Selector } from './label-selector.ts'
import { isWithin } from './network-policy.ts'
import { namesNamespace, territoriesOf, type Territory } from './subjects.ts'

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
  const { byPolicy, byText } = selectionsIn(scene)
  const known = byPolicy.get(policy)
  if (known !== undefined) return known
  const text = selectionText(policy)
  const same = text === undefined ? undefined : byText.get(text)
  const selection = same ?? select(policy, scene)
  byPolicy.set(policy, selection)
  if (text !== undefined) byText.set(text, selection)
  return selection
}

/** What is known so far, by the policy and by its namespace with the labels it wants: several may say the same. */
interface Selections {
  readonly byPolicy: Map<Resource, Selection>
  readonly byText: Map<string, Selection>
}

const selectionsIn = oncePerScene((): Selections => ({ byPolicy: new Map(), byText: new Map() }))

// Only for what is no more than labels: what else a selector may say is rarely said twice.
function selectionText(policy: Resource): string | undefined {
  const selector = policy.get(...POD_SELECTOR)?.value
  if (!isMapping(selector) || Object.keys(selector).some((key) => key !== 'matchLabels'))
    return undefined
  const labels = memberOf(selector, 'matchLabels') ?? {}
  if (!isMapping(labels) || !Object.values(labels).every(isText)) return undefined
  return JSON.stringify([policy.namespace, namesNamespace(policy), labels])
}

const POD_SELECTOR = ['spec', 'podSelector'] as const

function select(policy: Resource, scene: Scene): Selection {
  const field = policy.get(...POD_SELECTOR)
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
