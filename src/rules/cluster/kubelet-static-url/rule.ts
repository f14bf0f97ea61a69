import { defineRule } from '../../rule.ts'
import { complainOf, type SettingCheck } from '../setting-check.ts'

// An agent of the machine itself, as Talos has one.
const LOCAL = /^https?:\/\/(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?:[:/]|$)/

const CHECK: SettingCheck = {
  name: 'staticPodURL',
  isRight: ({ value = '' }) => value === '' || LOCAL.test(value),
  fault: () =>
    'The kubelet starts whatever pods an address answers with, and no rule of the cluster is asked.',
  doubt: 'The kubelet may start whatever pods an address answers with',
}

export const kubeletStaticUrl = defineRule({
  id: 'kubelet-static-url',
  title: 'Take static pods from the machine itself',
  topic: 'kubelet',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Create static Pods, web-hosted manifest',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/#pods-created-via-http',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9017'] },

  subject: ['kubelet'],
  check: (kubelet) =>
    kubelet.setting(CHECK.name).from === 'default' ? [] : complainOf(kubelet, CHECK),
})
