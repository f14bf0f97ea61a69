import { defineRule } from '../../rule.ts'
import { wideEntries } from '../wide-rules.ts'

const PORTS = {
  10250: 'runs commands in the pods of its node',
  10255: 'tells all about the pods of its node',
}

export const netKubeletEgress = defineRule({
  id: 'net-kubelet-egress',
  title: 'Open the port of the kubelet towards the nodes alone',
  topic: 'egress',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Ports and Protocols',
      url: 'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
    },
    {
      title: 'Kubernetes: API Server Bypass Risks, the kubelet API',
      url: 'https://kubernetes.io/docs/concepts/security/api-server-bypass-risks/#kubelet-api',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9030'], 'pci-containers': ['4.2.a'] },

  subject: ['NetworkPolicy'],
  check(policy) {
    return Object.entries(PORTS).flatMap(([port, powers]) =>
      wideEntries(policy, Number(port)).map(({ place }) => ({
        place: { ...place, path: [...place.path, 'port'] },
        message: `The rule opens port ${port} of every node, where the kubelet ${powers}.`,
        sure: true,
      })),
    )
  },
})
