import { isPlaceholder } from '../../../model/part.ts'
import type { Pod } from '../../../model/pod.ts'
import { podLabels } from '../../../model/scene.ts'
import { isManifest, manifestOf, type Chapter } from '../draft.ts'
import { editValue } from '../edit-value.ts'
import type { Room } from './rooms.ts'

const NAME_LABEL = 'app.kubernetes.io/name'
// Source: Kubernetes, Labels and Selectors, syntax of values.
const LABEL_VALUE = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/

/** Gives pods that no policy can name a label of their own; nothing where a template hides what labels they have. */
export function draftLabel(pod: Pod, room: Room): Chapter | undefined {
  const { owner } = pod
  const manifest = manifestOf(owner)
  const isHidden = Object.values(podLabels(pod)).some(isPlaceholder)
  if (manifest === undefined || isHidden || !LABEL_VALUE.test(owner.name)) return undefined
  const place = pod.metadata.at('labels', NAME_LABEL)
  const labelled = editValue(manifest, [{ kind: 'set', place, value: owner.name }])
  if (!isManifest(labelled)) return undefined
  const why = `${room.prefix}${owner.name}: a label, as no policy can name its pods without one.`
  return { why: [why], manifests: [labelled] }
}
