import { defineRule } from '../../rule.ts'
import { complainOf, type SettingCheck } from '../setting-check.ts'

const CHECK: SettingCheck = {
  name: 'imagePullCredentialsVerificationPolicy',
  isRight: ({ value }) => value !== 'NeverVerify',
  fault: () =>
    'Any pod may use any private image that its node already has: nobody asks for its credentials.',
  doubt: 'Any pod may use any private image that its node already has',
}

export const kubeletPullSecrets = defineRule({
  id: 'kubelet-pull-secrets',
  title: 'Ask for credentials of images that are already there',
  topic: 'kubelet',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Images, ensure image pull credential verification',
      url: 'https://kubernetes.io/docs/concepts/containers/images/#ensureimagepullcredentialverification',
    },
  ],

  subject: ['kubelet'],
  check: (kubelet) =>
    // Since 1.35 the default asks for those of all images but the ones that came with the machine.
    kubelet.setting(CHECK.name).from === 'default' ? [] : complainOf(kubelet, CHECK),

  fix: {
    risk: 'mayBreak', // pods without credentials of their own cannot use the image any more
    edit: (kubelet) => kubelet.set(CHECK.name, 'AlwaysVerify'),
  },
})
