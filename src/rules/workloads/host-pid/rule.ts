import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'

export const hostPid = defineRule({
  id: 'host-pid',
  title: "Keep pods out of the node's process namespace",
  topic: 'host-access',
  severity: 'high',
  references: [
    {
      title: 'Linux manual, pid_namespaces(7)',
      url: 'https://man7.org/linux/man-pages/man7/pid_namespaces.7.html',
    },
  ],
  controls: {
    'cis-1.12': ['5.2.3'],
    pss: ['hostNamespaces'],
    'mitre-containers': ['T1611'],
    'pci-containers': ['3.1.a'],
    'bsi-app-4.4': ['A4'],
  },

  subject: 'pod',
  check(pod) {
    const setting = pod.get('hostPID')
    if (setting === undefined || setting.value === false) return []
    return [
      {
        place: setting.place,
        message: setting.resolved
          ? 'The pod sees every process of the node, and may signal those of its own user.'
          : 'The pod may see every process of the node: an unrendered template decides.',
        sure: setting.value === true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // agents that watch the node's processes see only their own then
    edit: (_, { place }) => [removePlace(place)],
  },
})
