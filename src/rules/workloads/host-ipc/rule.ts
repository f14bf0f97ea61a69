import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'

export const hostIpc = defineRule({
  id: 'host-ipc',
  title: "Keep pods out of the node's shared memory",
  topic: 'host-access',
  severity: 'high',
  references: [
    {
      title: 'Linux manual, ipc_namespaces(7)',
      url: 'https://man7.org/linux/man-pages/man7/ipc_namespaces.7.html',
    },
  ],
  controls: {
    'cis-1.12': ['5.2.4'],
    pss: ['hostNamespaces'],
    'mitre-containers': ['T1611'],
    'pci-containers': ['3.1.a'],
    'bsi-app-4.4': ['A4'],
  },

  subject: 'pod',
  check(pod) {
    const setting = pod.get('hostIPC')
    if (setting === undefined || setting.value === false) return []
    return [
      {
        place: setting.place,
        message: setting.resolved
          ? 'The pod shares memory and message queues with the processes of the node.'
          : 'The pod may share memory with the processes of the node: an unrendered template decides.',
        sure: setting.value === true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // programs that speak to the node through shared memory lose it
    edit: (_, { place }) => [removePlace(place)],
  },
})
