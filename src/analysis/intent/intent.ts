import { firstBy } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Pod } from '../../model/pod.ts'
import { resourceKey } from '../../model/resource.ts'
import { isOnHost } from '../isolation/subjects.ts'
import { controlPlaneFlows } from './control-plane.ts'
import { declaredFlows } from './declared-flows.ts'
import { entranceFlows } from './entrances.ts'
import { mergeFlows, type Flow, type Party } from './flow.ts'
import { knownFlows } from './known-flows.ts'
import { namedFlows } from './named-flows.ts'
import { scrapingFlows } from './scraping.ts'

/**
 * The connections that the manifests mean, each once, with all evidence for it. Ends on their node's network are told
 * as `nodes`. An object that was rendered several times counts once, as first read. Looked up once for a scene:
 * O(texts of pods + Services + routes); throws nothing.
 */
export const intentOf = oncePerScene((scene): readonly Flow[] => {
  const pods = [...firstBy(scene.pods, ({ owner }) => resourceKey(owner)).values()]
  const first = new Map(pods.map((pod) => [resourceKey(pod.owner), pod]))
  const flows = [
    ...pods.flatMap((pod) => (isOnHost(pod) ? [] : namedFlows(pod, scene))),
    ...pods.flatMap(knownFlows),
    ...entranceFlows(scene),
    ...scrapingFlows(scene),
    ...controlPlaneFlows(scene),
    ...declaredFlows(scene),
  ]
  return mergeFlows(
    flows.flatMap((flow) => {
      const [from, to] = [seen(flow.from, first), seen(flow.to, first)]
      return from.kind === 'nodes' && to.kind === 'nodes' ? [] : [{ ...flow, from, to }]
    }),
  )
})

function seen(party: Party, first: ReadonlyMap<string, Pod>): Party {
  if (party.kind !== 'pods') return party
  if (isOnHost(party.pod)) return { kind: 'nodes' }
  const pod = first.get(resourceKey(party.pod.owner))
  return pod === undefined || pod === party.pod ? party : { kind: 'pods', pod }
}
