import { defineRule } from '../../rule.ts'
import { complainOf } from '../setting-check.ts'

export const kubeletPids = defineRule({
  id: 'kubelet-pids',
  title: 'Bound the number of processes of a pod',
  topic: 'kubelet',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Process ID Limits And Reservations',
      url: 'https://kubernetes.io/docs/concepts/policy/pid-limiting/',
    },
  ],
  controls: { 'cis-1.12': ['4.2.13'] },

  subject: ['kubelet'],
  check: (kubelet) =>
    complainOf(kubelet, {
      name: 'podPidsLimit',
      isRight: ({ value }) => Number(value) > 0,
      fault: () =>
        'One pod can start processes until its node can start no more: nothing bounds them.',
      doubt: 'One pod may start processes until its node can start no more',
    }),

  fix: {
    risk: 'mayBreak', // a pod with more processes starts no new ones
    edit: (kubelet) => kubelet.set('podPidsLimit', '4096'),
  },
})
