import { isMapping, isPlaceholder } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import { podLabels, type Scene } from '../../model/scene.ts'
import { hasLabels } from '../../model/selector.ts'

/** The pods that a Service selects. O(pods with the first label of its selector). */
export function podsBehind(service: Resource, scene: Scene): readonly Pod[] {
  const selector = service.get('spec', 'selector')?.value
  if (!isMapping(selector)) return []
  const [first] = Object.entries(selector)
  if (first === undefined || typeof first[1] !== 'string' || isPlaceholder(first[1])) return []
  return scene
    .labelled(service.namespace, first[0], first[1])
    .filter((pod) => hasLabels(selector, podLabels(pod)))
}
