import { unsetOrNonZero } from '../../../analysis/pod-security/answers.ts'
import { removePlace, setPlace, type Edit } from '../../../model/edit.ts'
import { isList, type Field } from '../../../model/part.ts'
import type { Place } from '../../../model/place.ts'
import type { Container, Pod } from '../../../model/pod.ts'
import { defineRule } from '../../rule.ts'
import { answerTo, doubtAbout } from '../answer.ts'
import { rootIds } from '../root-ids.ts'
import { effective, speaker } from '../security-context.ts'
import { excuseOwnUsers } from '../user-namespace.ts'

const CONTEXT = 'securityContext'
const USER = [CONTEXT, 'runAsUser'] as const
const GROUP = [CONTEXT, 'runAsGroup'] as const
const NONE: readonly Field[] = []

export const rootGroupId = defineRule({
  id: 'root-group-id',
  title: 'Keep containers out of the root group',
  topic: 'root-and-capabilities',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Configure a Security Context for a Pod or Container',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
  ],
  controls: { nsa: ['A1'], 'k8s-app-checklist': ['pod/2'] },

  subject: 'container',
  check(container, scene) {
    const { pod } = container
    if (pod.os === 'windows') return []
    const own = effective(container, GROUP)
    const ofPod = podGroups(pod)
    if (own === undefined && ofPod.length === 0) return []
    const groups = own === undefined ? ofPod : [own, ...ofPod]
    return groups.flatMap((group) => {
      const answer = excuseOwnUsers(answerTo(group, unsetOrNonZero), pod, scene)
      if (answer === 'allowed') return []
      const who = group === own ? speaker(container, own) : 'The pod'
      const field = group.place.path.findLast((step) => typeof step === 'string')
      const message =
        answer === 'forbidden'
          ? `${who} joins the root group: ${field} says 0.`
          : `${who} may join the root group: ${doubtAbout(group, pod.get('hostUsers'))}.`
      return [{ place: group.place, message, sure: answer === 'forbidden' }]
    })
  },

  fix: {
    risk: 'mayBreak', // files that only the root group may use are out of reach then
    edit: (container, { place }) =>
      place.path.at(-1) === 'runAsGroup' ? regroup(container, place) : [removePlace(place)],
  },
})

function podGroups(pod: Pod): readonly Field[] {
  const volumes = pod.get(CONTEXT, 'fsGroup')
  const more = pod.get(CONTEXT, 'supplementalGroups')
  if (volumes === undefined && more === undefined) return NONE
  const members = isList(more?.value) ? pod.list(CONTEXT, 'supplementalGroups') : [more]
  return [volumes, ...members].filter((group) => group !== undefined)
}

// A user without a group gets the root group all the same, unless the image lists that user; so it gets its own.
function regroup(container: Container, place: Place): readonly Edit[] {
  const isOwn = container.get(...GROUP) !== undefined
  const user = isOwn ? effective(container, USER) : container.pod.get(...USER)
  if (typeof user?.value === 'number' && user.value > 0) return [setPlace(place, user.value)]
  return rootIds(container, GROUP).map((group) => removePlace(group.place))
}
