import type { Block } from '../../analysis/addresses/cidr.ts'
import { ownersIn } from '../../analysis/doors/owners.ts'
import { CALICO_GLOBAL_POLICIES, CALICO_POLICIES } from '../../analysis/isolation/calico-policy.ts'
import { CILIUM_CLUSTER_POLICY, CILIUM_POLICY } from '../../analysis/isolation/cilium-policy.ts'
import type { Claim } from '../../analysis/pod-security/candidate.ts'
import { contains, isEmpty } from '../../analysis/reach/connection-set.ts'
import { reachOf } from '../../analysis/reach/reach-of.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Pod } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'

// Those that stand beside the policies of Kubernetes and may deny what these allow.
const OTHER_KINDS: readonly string[] = [
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
  CILIUM_POLICY,
  CILIUM_CLUSTER_POLICY,
  ...CALICO_POLICIES,
  ...CALICO_GLOBAL_POLICIES,
]

/** Whether policies of other kinds have a say beside those of Kubernetes. */
const hasOtherTiers = oncePerScene((scene) =>
  OTHER_KINDS.some((kind) => scene.ofKind(kind).length > 0),
)

/**
 * Whether one of some pods reaches an address at a port of TCP, as far as a rule of a NetworkPolicy lets it. See
 * `answerFromAfar` for when the engine is asked.
 */
export function answerTowards(
  pods: readonly Pod[],
  { address, port }: { readonly address: Block; readonly port: number },
  scene: Scene,
): Claim {
  // Pods that were not read may be there and reach it.
  if (pods.length === 0 || !hasOtherTiers(scene)) return true
  const reach = reachOf(scene)
  const range = reach.destinations.find(
    ({ family, first, last }) =>
      family === address.family && first <= address.bits && address.bits <= last,
  )
  if (range === undefined) return true
  let answer: Claim = false
  const owners = ownersIn(scene)
  for (const workload of new Set(pods.flatMap((pod) => owners.get(pod) ?? []))) {
    const { open, maybe } = reach.between(workload, range)
    if (contains(open, 'TCP', port)) return true
    if (contains(maybe, 'TCP', port)) answer = 'unclear'
  }
  return answer
}

/**
 * Whether something outside of its namespace reaches a pod that a rule of a NetworkPolicy opens widely. Policies of
 * Kubernetes alone add up, so that a rule is the answer; the engine is asked where others may deny, as it is not free.
 */
export function answerFromAfar(pod: Pod, scene: Scene): Claim {
  if (!hasOtherTiers(scene)) return true
  const reach = reachOf(scene)
  const own = ownersIn(scene).get(pod)
  if (own === undefined) return 'unclear'
  const others = reach.workloads.filter(({ namespace }) => namespace !== own.namespace)
  let answer: Claim = false
  for (const peer of [...reach.sources, ...others]) {
    const { open, maybe } = reach.between(peer, own)
    if (!isEmpty(open)) return true
    if (!isEmpty(maybe)) answer = 'unclear'
  }
  return answer
}
