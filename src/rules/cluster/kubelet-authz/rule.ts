import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'

const MODE = 'authorization.mode'
const WEBHOOK = 'authentication.webhook.enabled'

export const kubeletAuthz = defineRule({
  id: 'kubelet-authz',
  title: 'Let the kubelet ask the API server who may do what',
  topic: 'kubelet',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Kubelet authentication/authorization, authorization',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/#kubelet-authorization',
    },
    {
      title: 'Kubernetes: Kubelet Configuration (v1beta1)',
      url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
    },
  ],
  controls: { 'cis-1.12': ['4.2.2'], 'stig-v2r3': ['V-242392'] },

  subject: ['kubelet'],
  check(kubelet) {
    const mode = kubelet.setting(MODE)
    const webhook = kubelet.setting(WEBHOOK)
    if (mode.sure && mode.value !== 'Webhook') {
      const message = `The kubelet allows everything to whoever has a name: its authorization is ${mode.value}.`
      return [{ place: mode.place, message, sure: true }]
    }
    if (webhook.sure && webhook.value !== 'true') {
      const message =
        'The kubelet takes no tokens: nobody can ask it but with a client certificate.'
      return [{ place: webhook.place, message, sure: true }]
    }
    const unsure = [mode, webhook].find(({ sure }) => !sure)
    return unsure === undefined ? [] : [doubtAbout(unsure, 'The kubelet may allow everything')]
  },

  fix: {
    risk: 'mayBreak', // what asked the kubelet without rights needs a role then
    edit: (kubelet) => [
      ...(kubelet.setting(MODE).value === 'Webhook' ? [] : kubelet.set(MODE, 'Webhook')),
      ...(kubelet.setting(WEBHOOK).value === 'true' ? [] : kubelet.set(WEBHOOK, 'true')),
    ],
  },
})
