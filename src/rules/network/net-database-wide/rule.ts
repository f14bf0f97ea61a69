import { storeKindOf } from '../../../analysis/data-stores/data-store.ts'
import {
  allowsAll,
  blockOf,
  rulesOf,
  type PolicyRule,
} from '../../../analysis/isolation/policy-rules.ts'
import { selectionOf } from '../../../analysis/isolation/selection.ts'
import { isMapping, memberOf, type Field } from '../../../model/part.ts'
import type { Place } from '../../../model/place.ts'
import type { Pod } from '../../../model/pod.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { answerFromAfar } from '../answer-from-afar.ts'
import { isExposed } from '../exposed-pods.ts'

export const netDatabaseWide = defineRule({
  id: 'net-database-wide',
  title: 'Let those reach a database who use it, not every namespace',
  topic: 'isolation',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Network Policies, behavior of to and from selectors',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
    },
  ],

  subject: ['NetworkPolicy'],
  check(policy, scene) {
    const wide = rulesOf(policy, 'ingress').flatMap(wideEnds)
    if (wide.length === 0) return []
    const store = storeBehind(policy, scene)
    // What an administrator's policy denies, or leaves to nobody, no rule of this one opens.
    const reached = store && answerFromAfar(store.pod, scene)
    if (store === undefined || reached === false) return []
    return wide.map(({ place, who }) => ({
      place,
      message: `${who} may connect to "${store.pod.owner.name}", which runs ${store.title}.`,
      sure: reached === true,
    }))
  },
})

interface WideEnd {
  readonly place: Place
  readonly who: string
}

function wideEnds(rule: PolicyRule): readonly WideEnd[] {
  // What lets everything through is net-allow-all's matter.
  if (!rule.isRead || allowsAll(rule)) return []
  if (rule.peers === undefined)
    return [{ place: rule.place, who: 'Everybody, the internet included,' }]
  return rule.peers.flatMap((peer) => {
    const who = wideWords(peer)
    return who === undefined ? [] : [{ place: peer.place, who }]
  })
}

// A block shorter than this is no network of anybody's own.
const WIDEST = 8

function wideWords(peer: Field): string | undefined {
  if ((blockOf(peer)?.block.prefix ?? WIDEST) < WIDEST) return 'The internet'
  const [namespaces, pods] = [
    memberOf(peer.value, 'namespaceSelector'),
    memberOf(peer.value, 'podSelector'),
  ]
  return isEverything(namespaces) && (pods === undefined || isEverything(pods))
    ? 'Every pod of every namespace'
    : undefined
}

function isEverything(selector: unknown): boolean {
  return isMapping(selector) && Object.keys(selector).length === 0
}

// What a Service leads to from outside has to take connections from anywhere: that is the Service's matter.
function storeBehind(
  policy: Resource,
  scene: Scene,
): { readonly pod: Pod; readonly title: string } | undefined {
  for (const pod of selectionOf(policy, scene).pods) {
    const kind = pod.containers.map(storeKindOf).find((one) => one !== undefined)
    if (kind !== undefined && !isExposed(pod, scene)) return { pod, title: kind.title }
  }
  return undefined
}
