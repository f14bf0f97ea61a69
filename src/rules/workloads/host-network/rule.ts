import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { effective } from '../security-context.ts'

const HOST_PROCESS = ['securityContext', 'windowsOptions', 'hostProcess'] as const

export const hostNetwork = defineRule({
  id: 'host-network',
  title: "Keep pods out of the node's network",
  topic: 'host-access',
  severity: 'high',
  references: [
    {
      title: 'Linux manual, network_namespaces(7)',
      url: 'https://man7.org/linux/man-pages/man7/network_namespaces.7.html',
    },
  ],
  controls: {
    'cis-1.12': ['5.2.5'],
    pss: ['hostNamespaces'],
    'pci-containers': ['3.1.a'],
    'bsi-app-4.4': ['A4'],
  },

  subject: 'pod',
  check(pod) {
    const setting = pod.get('hostNetwork')
    if (setting === undefined || setting.value === false) return []
    // A host process of Windows has the node's network by its nature, and is told so by its own rule.
    if (pod.containers.some((container) => effective(container, HOST_PROCESS)?.value === true))
      return []
    return [
      {
        place: setting.place,
        message: setting.resolved
          ? "The pod uses the node's network: no NetworkPolicy holds it, and the node's own services answer it."
          : "The pod may use the node's network: an unrendered template decides.",
        sure: setting.value === true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what listens on the node's address is reached through a Service instead
    edit: (_, { place }) => [removePlace(place)],
  },
})
