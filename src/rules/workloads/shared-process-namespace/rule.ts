import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'

export const sharedProcessNamespace = defineRule({
  id: 'shared-process-namespace',
  title: 'Keep the processes of containers apart',
  topic: 'host-access',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes, Share Process Namespace between Containers in a Pod',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/',
    },
  ],

  subject: 'pod',
  check(pod) {
    const setting = pod.get('shareProcessNamespace')
    if (setting === undefined || setting.value === false) return []
    // Alone, a container shares its processes with nobody.
    if (pod.containers.filter(({ role }) => role === 'main' || role === 'sidecar').length < 2)
      return []
    return [
      {
        place: setting.place,
        message: setting.resolved
          ? 'Each container of the pod sees the processes and files of the others.'
          : 'Containers of the pod may see the processes of each other: an unrendered template decides.',
        sure: setting.value === true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // a sidecar that signals or inspects the main process no longer finds it
    edit: (_, { place }) => [removePlace(place)],
  },
})
