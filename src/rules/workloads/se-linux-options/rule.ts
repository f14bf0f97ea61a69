import { seLinuxOptions as check } from '../../../analysis/pod-security/checks/se-linux-options.ts'
import { removePlace } from '../../../model/edit.ts'
import type { Place } from '../../../model/place.ts'
import type { Container, Pod } from '../../../model/pod.ts'
import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../answer.ts'
import { blamedFields, type BlamedField } from '../pod-security-check.ts'
import { isPrivileged } from '../privileged.ts'

const OPTIONS = ['securityContext', 'seLinuxOptions'] as const

export const seLinuxOptions = defineRule({
  id: 'se-linux-options',
  title: 'Keep to the SELinux labels made for containers',
  topic: 'kernel-confinement',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Configure a Security Context, Assign SELinux labels',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#assign-selinux-labels-to-a-container',
    },
  ],
  controls: {
    pss: ['seLinuxOptions'],
    'k8s-checklist': ['pod-security/6'],
    'k8s-app-checklist': ['linux/3'],
  },

  subject: 'pod',
  check(pod, scene) {
    if (pod.os === 'windows' || !hasOptions(pod)) return []
    return blamedFields(check, pod, scene).flatMap((field) => {
      const container = containerAt(pod, field.place)
      // Privileged mode takes the label away whatever is written.
      if (container !== undefined && isPrivileged(container)) return []
      const who = container === undefined ? 'The pod' : `Container "${container.name}"`
      return [{ place: field.place, message: tell(who, field), sure: field.sure }]
    })
  },

  fix: {
    risk: 'mayBreak', // what the node's policy lets only that label do is refused
    edit: (_, { place }) => [removePlace(place)],
  },
})

function hasOptions(pod: Pod): boolean {
  return (
    pod.get(...OPTIONS) !== undefined ||
    pod.containers.some((container) => container.get(...OPTIONS) !== undefined)
  )
}

function containerAt(pod: Pod, { path }: Place): Container | undefined {
  return pod.containers.find((container) => container.path.every((step, at) => path[at] === step))
}

function tell(who: string, field: BlamedField): string {
  const { place, value } = field
  return field.sure && typeof value === 'string'
    ? `${who} asks for the SELinux ${place.path.at(-1)} "${value}", which is not one made for containers.`
    : `${who} may have an SELinux label that is not made for containers: ${doubtAbout(field)}.`
}
