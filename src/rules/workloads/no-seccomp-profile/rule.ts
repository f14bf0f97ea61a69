import { setField } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { isPrivileged } from '../privileged.ts'
import { seccompProfile } from '../profile.ts'

const PROFILE = ['securityContext', 'seccompProfile'] as const

export const noSeccompProfile = defineRule({
  id: 'no-seccomp-profile',
  title: 'Set a seccomp profile for every container',
  topic: 'kernel-confinement',
  severity: 'medium',
  references: [
    {
      title: "Kubernetes: Restrict a Container's Syscalls with seccomp",
      url: 'https://kubernetes.io/docs/tutorials/security/seccomp/',
    },
  ],
  controls: {
    'cis-1.12': ['5.6.2'],
    pss: ['seccompProfile_restricted'],
    'k8s-checklist': ['pod-security/5'],
    'k8s-app-checklist': ['linux/1'],
  },

  subject: 'container',
  check(container, scene) {
    // Privileged containers never get a profile, Windows has none; a profile that is no use is seccomp-unconfined.
    if (container.pod.os === 'windows' || isPrivileged(container)) return []
    if (seccompProfile(container, scene) !== undefined) return []
    return [
      {
        place: container.at(...PROFILE),
        message: `Container "${container.name}" names no seccomp profile: it may make any system call, unless the kubelet sets one.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // a sandbox, profiler or image builder may need a call that the runtime's profile refuses
    edit: (container) => [setField(container, [...PROFILE, 'type'], 'RuntimeDefault')],
  },
})
