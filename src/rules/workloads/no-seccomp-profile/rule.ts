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
      title: 'Pod Security Standards, Restricted: Seccomp',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
    },
    {
      title: "Kubernetes: Restrict a Container's Syscalls with seccomp",
      url: 'https://kubernetes.io/docs/tutorials/security/seccomp/',
    },
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.6.2',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    {
      title:
        'NSA/CISA Kubernetes Hardening Guide 1.2, hardening application container environments',
      url: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K01 Insecure Workload Configurations',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

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
