import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless, isGiven } from '../faults.ts'

const NAME = 'service-account-max-token-expiration'

export const apiSaTokensMax = defineRule({
  id: 'api-sa-tokens-max',
  title: 'Set how long a token of a service account may live',
  topic: 'api-authentication',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Managing Service Accounts',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
    },
    {
      title: 'Kubernetes: kube-apiserver, command line',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
    },
  ],

  subject: ['kube-apiserver'],
  check(apiServer) {
    const longest = apiServer.setting(NAME)
    return complainOnce(faultUnless(longest, isGiven(longest), `${NAME} is not set`), {
      what: 'Whoever may ask for a token may ask for one that lives for years',
      doubt: 'Tokens of service accounts may live for years',
    })
  },
})
