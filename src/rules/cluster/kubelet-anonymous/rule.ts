import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'

const SETTING = 'authentication.anonymous.enabled'

export const kubeletAnonymous = defineRule({
  id: 'kubelet-anonymous',
  title: 'Let nobody ask a kubelet without a name',
  topic: 'kubelet',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Kubelet authentication/authorization',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/#kubelet-authentication',
    },
    {
      title: 'Kubernetes: Kubelet Configuration (v1beta1)',
      url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
    },
  ],
  controls: { 'cis-1.12': ['4.2.1'], 'stig-v2r3': ['V-242391'] },

  subject: ['kubelet'],
  check(kubelet) {
    const setting = kubelet.setting(SETTING)
    if (setting.value === 'false') return []
    if (!setting.sure) return [doubtAbout(setting, 'The kubelet may answer anybody')]
    const reason =
      setting.from === 'default' ? 'that is its default without a file' : 'this says so'
    return [
      {
        place: setting.place,
        message: `The kubelet takes orders from anybody who reaches its port: ${reason}.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what reads its metrics without credentials needs a token then
    edit: (kubelet) => kubelet.set(SETTING, 'false'),
  },
})
