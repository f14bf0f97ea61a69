import type { Component } from '../../../analysis/cluster/component.ts'
import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'
import { complainApart, faultUnless, isGiven, type Fault } from '../faults.ts'

export const apiOidcPrefix = defineRule({
  id: 'api-oidc-prefix',
  title: 'Put a prefix before names that the identity provider gives',
  topic: 'api-authentication',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Authenticating, configuring the API server for OpenID Connect',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#configuring-the-api-server',
    },
    {
      title: 'Kubernetes: kube-apiserver, command line',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
    },
  ],

  subject: ['kube-apiserver'],
  check(apiServer) {
    const issuer = apiServer.setting('oidc-issuer-url')
    if (issuer.sure && !isGiven(issuer)) return []
    if (!issuer.sure && issuer.from === 'default')
      return [doubtAbout(issuer, 'Names of an identity provider may have no prefix')]
    return complainApart(faultsOf(apiServer), {
      what: 'The identity provider can make anybody an administrator',
      doubt: 'The identity provider may be able to make administrators',
    })
  },
})

function faultsOf(apiServer: Component): readonly Fault[] {
  const issuer = apiServer.setting('oidc-issuer-url')
  const users = apiServer.setting('oidc-username-prefix')
  const claim = apiServer.setting('oidc-groups-claim')
  const groups = apiServer.setting('oidc-groups-prefix')
  const isSafe = issuer.value?.startsWith('https://') === true
  return [
    ...faultUnless(users, users.value !== '-', 'names of users get no prefix'),
    // Without a claim no groups are taken.
    ...(claim.sure && !isGiven(claim)
      ? []
      : faultUnless(groups, isGiven(groups), 'names of groups get no prefix')),
    ...faultUnless(issuer, isSafe, 'its keys are fetched without TLS'),
  ]
}
