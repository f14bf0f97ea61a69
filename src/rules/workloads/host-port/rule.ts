import { hostPorts } from '../../../analysis/pod-security/checks/host-ports.ts'
import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { blamedFields } from '../pod-security-check.ts'

export const hostPort = defineRule({
  id: 'host-port',
  title: 'Reach pods through a Service, not through a port of the node',
  topic: 'host-access',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes API: Container, ports',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports',
    },
  ],
  controls: { 'cis-1.12': ['5.2.12'], pss: ['hostPorts'], 'stig-v2r3': ['V-242414'] },

  subject: 'pod',
  check(pod, scene) {
    // On the node's network every port is one of the node's: that is one cause, and host-network tells it.
    if (pod.get('hostNetwork')?.value === true) return []
    return blamedFields(hostPorts, pod, scene).map(({ place, value, sure }) => ({
      place,
      message: sure
        ? `Port ${String(value)} of the node leads into the pod, past every Service and firewall of the cluster.`
        : 'A port of the node may lead into the pod, but which one cannot be told.',
      sure,
    }))
  },

  fix: {
    risk: 'mayBreak', // who came by the node's address comes by a Service then
    edit: (_, { place }) => [removePlace(place)],
  },
})
