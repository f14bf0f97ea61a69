import type { Component } from '../../../analysis/cluster/component.ts'
import { defineRule } from '../../rule.ts'
import { complainApart, faultUnless, isGiven, type Fault } from '../faults.ts'

export const apiSaTokens = defineRule({
  id: 'api-sa-tokens',
  title: 'Check tokens of service accounts properly',
  topic: 'api-authentication',
  severity: 'high',
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
  controls: { 'cis-1.12': ['1.2.21', '1.2.22'] },

  subject: ['kube-apiserver'],
  check: (apiServer) =>
    complainApart(faultsOf(apiServer), {
      what: 'Tokens of service accounts are not checked properly',
      doubt: 'Tokens of service accounts may not be checked properly',
    }),

  fix: {
    risk: 'mayBreak', // programs with a token of an account that is gone are refused
    edit: (apiServer) =>
      apiServer.setting('service-account-lookup').value === 'false'
        ? apiServer.set('service-account-lookup', 'true')
        : [],
  },
})

function faultsOf(apiServer: Component): readonly Fault[] {
  const lookup = apiServer.setting('service-account-lookup')
  const issuer = apiServer.setting('service-account-issuer')
  const [own = ''] = apiServer.members('service-account-issuer')
  const keys = apiServer.setting('service-account-key-file')
  return [
    ...faultUnless(lookup, lookup.value !== 'false', 'those of deleted accounts go on working'),
    ...faultUnless(
      issuer,
      !isGiven(issuer) || own.startsWith('https://'),
      'their issuer is no address with https, so that others cannot check them',
    ),
    ...faultUnless(keys, hasOwnKey(apiServer), 'they are checked with the key of TLS'),
  ]
}

// Without a key of their own the one of TLS is taken.
function hasOwnKey(apiServer: Component): boolean {
  const keys = apiServer.members('service-account-key-file')
  const tls = apiServer.setting('tls-private-key-file').value
  return keys.length > 0 && keys.every((key) => key !== tls)
}
