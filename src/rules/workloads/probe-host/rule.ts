import { hostProbesAndHostLifecycle } from '../../../analysis/pod-security/checks/host-probes.ts'
import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { blamedFields } from '../pod-security-check.ts'

export const probeHost = defineRule({
  id: 'probe-host',
  title: 'Aim probes and hooks at the pod itself',
  topic: 'host-access',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes, Configure Liveness, Readiness and Startup Probes',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
    },
  ],
  controls: { pss: ['hostProbesAndHostLifecycle'], 'mitre-containers': ['T1046'] },

  subject: 'pod',
  check: (pod, scene) =>
    blamedFields(hostProbesAndHostLifecycle, pod, scene).map(({ place, value, sure }) => ({
      place,
      message: sure
        ? `The kubelet is sent to ${String(value)} in the name of the pod, from the node's own network.`
        : 'The kubelet may be sent to another host in the name of the pod, but to which cannot be told.',
      sure,
    })),

  fix: {
    risk: 'mayBreak', // a probe of another host says something else than one of the pod
    edit: (_, { place }) => [removePlace(place)],
  },
})
