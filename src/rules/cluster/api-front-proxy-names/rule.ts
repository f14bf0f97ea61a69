import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless, isGiven } from '../faults.ts'

export const apiFrontProxyNames = defineRule({
  id: 'api-front-proxy-names',
  title: 'Name the certificates that may speak for others',
  topic: 'api-authentication',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Authenticating, authenticating proxy',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#authenticating-proxy',
    },
    {
      title: 'Kubernetes: Configure the Aggregation Layer',
      url: 'https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/#kubernetes-apiserver-client-authentication',
    },
  ],

  subject: ['kube-apiserver'],
  check(apiServer) {
    const authority = apiServer.setting('requestheader-client-ca-file')
    // Without one no proxy is trusted; one that is shared with clients is worse, and another rule's.
    if (authority.sure && !isGiven(authority)) return []
    if (authority.sure && authority.value === apiServer.setting('client-ca-file').value) return []
    const names = apiServer.setting('requestheader-allowed-names')
    return complainOnce(
      faultUnless(names, isGiven(names), 'requestheader-allowed-names is empty'),
      {
        what: "Every certificate of the front proxy's authority may speak for anybody",
        doubt: 'Every certificate of an authority may speak for anybody',
      },
    )
  },
})
