import { sysctls as check } from '../../../analysis/pod-security/checks/sysctls.ts'
import { removePlace } from '../../../model/edit.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { doubtAbout } from '../answer.ts'
import { blamedFields, variantFor, type BlamedField } from '../pod-security-check.ts'

const SYSCTLS = ['securityContext', 'sysctls'] as const

export const unsafeSysctl = defineRule({
  id: 'unsafe-sysctl',
  title: 'Set no kernel parameter that reaches beyond the pod',
  topic: 'kernel-confinement',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Using sysctls in a Kubernetes Cluster',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/',
    },
  ],
  controls: { pss: ['sysctls'] },

  subject: 'pod',
  check(pod, scene) {
    if (pod.get(...SYSCTLS) === undefined || pod.os === 'windows') return []
    return blamedFields(check, pod, scene)
      .filter(({ value }) => !isSafe(value, scene))
      .map(complain)
  },

  fix: {
    risk: 'mayBreak', // software tuned by it runs with the node's value
    edit: (_, { place }) => [
      removePlace({ document: place.document, path: place.path.slice(0, -1) }),
    ],
  },
})

function complain(field: BlamedField): Complaint {
  const { place, value } = field
  // A parameter without a name is refused by the API server.
  if (!field.sure || typeof value !== 'string') {
    const message = `The pod may set a kernel parameter that reaches beyond it: ${doubtAbout(field)}.`
    return { place, message, sure: false }
  }
  const message = `The pod sets the kernel parameter "${value}", which is not known to stay within the pod.`
  return { place, message, sure: true }
}

// The kubelet takes slashes for dots since 1.23. Pod Security Admission does not, which is for the pod's level to tell.
function isSafe(name: unknown, scene: Scene): boolean {
  const names = variantFor(check, scene)?.allowed ?? []
  return typeof name === 'string' && names.includes(name.replaceAll('/', '.'))
}
