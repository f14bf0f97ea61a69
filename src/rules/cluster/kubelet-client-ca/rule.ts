import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'
import { complainOf, isLeftOut, type SettingCheck } from '../setting-check.ts'

const CHECK: SettingCheck = {
  name: 'authentication.x509.clientCAFile',
  isRight: ({ value = '' }) => value !== '',
  fault: () => 'The kubelet cannot check client certificates: it is given no authority.',
  doubt: 'The kubelet may be unable to check client certificates',
}

export const kubeletClientCa = defineRule({
  id: 'kubelet-client-ca',
  title: 'Give the kubelet the authority of its clients',
  topic: 'kubelet',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Kubelet authentication/authorization',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/#kubelet-authentication',
    },
  ],
  controls: { 'cis-1.12': ['4.2.3'], 'stig-v2r3': ['V-242420'] },

  subject: ['kubelet'],
  check(kubelet) {
    const setting = kubelet.setting(CHECK.name)
    return isLeftOut(kubelet, setting)
      ? [doubtAbout(setting, CHECK.doubt)]
      : complainOf(kubelet, CHECK)
  },
})
