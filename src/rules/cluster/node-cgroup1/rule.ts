import { defineRule } from '../../rule.ts'
import { complainOf, type SettingCheck } from '../setting-check.ts'

const CHECK: SettingCheck = {
  name: 'failCgroupV1',
  isRight: ({ value }) => value === 'true',
  fault: () => 'The kubelet runs on the old control groups (v1), which nobody works on any more.',
  doubt: 'The kubelet may run on the old control groups (v1)',
}

export const nodeCgroup1 = defineRule({
  id: 'node-cgroup1',
  title: 'Run nodes with control groups of version 2',
  topic: 'kubelet',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: About cgroup v2',
      url: 'https://kubernetes.io/docs/concepts/architecture/cgroups/',
    },
  ],

  subject: ['kubelet'],
  check: (kubelet) =>
    // What its machine has the kubelet does not say: only who allows the old ones needs them.
    kubelet.setting(CHECK.name).from === 'default' ? [] : complainOf(kubelet, CHECK),
})
