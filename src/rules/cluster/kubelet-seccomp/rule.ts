import { defineRule } from '../../rule.ts'
import { complainOf } from '../setting-check.ts'

export const kubeletSeccomp = defineRule({
  id: 'kubelet-seccomp',
  title: 'Confine pods by the seccomp profile of the runtime',
  topic: 'kubelet',
  severity: 'medium',
  references: [
    {
      title: "Kubernetes: Restrict a Container's Syscalls with seccomp",
      url: 'https://kubernetes.io/docs/tutorials/security/seccomp/#enable-the-use-of-runtimedefault-as-the-default-seccomp-profile-for-all-workloads',
    },
  ],
  controls: { 'cis-1.12': ['4.2.14'], nsa: ['A6'] },

  subject: ['kubelet'],
  check: (kubelet) =>
    complainOf(kubelet, {
      name: 'seccompDefault',
      isRight: ({ value }) => value === 'true',
      fault: () =>
        'Pods that name no seccomp profile get none: they may call anything of the kernel.',
      doubt: 'Pods that name no seccomp profile may get none',
    }),

  fix: {
    risk: 'mayBreak', // a program that calls what the profile forbids fails
    edit: (kubelet) => kubelet.set('seccompDefault', 'true'),
  },
})
