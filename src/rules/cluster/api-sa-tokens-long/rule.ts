import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless } from '../faults.ts'

const NAME = 'service-account-extend-token-expiration'

export const apiSaTokensLong = defineRule({
  id: 'api-sa-tokens-long',
  title: 'Let tokens of pods end after an hour, not after a year',
  topic: 'api-authentication',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Managing Service Accounts, bound service account tokens',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#bound-service-account-token-volume',
    },
    {
      title: 'Kubernetes: kube-apiserver, command line',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
    },
  ],
  controls: { 'cis-1.12': ['1.2.30'] },

  subject: ['kube-apiserver'],
  check(apiServer) {
    const prolongs = apiServer.setting(NAME)
    return complainOnce(faultUnless(prolongs, prolongs.value === 'false', `${NAME} is not false`), {
      what: 'Tokens of pods work for a year, though they say an hour',
      doubt: 'Tokens of pods may work for a year',
    })
  },

  fix: {
    risk: 'mayBreak', // programs that read their token once and never again are refused after an hour
    edit: (apiServer) => apiServer.set(NAME, 'false'),
  },
})
