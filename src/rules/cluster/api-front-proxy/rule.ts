import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'
import { isGiven } from '../faults.ts'

export const apiFrontProxy = defineRule({
  id: 'api-front-proxy',
  title: 'Give the front proxy a certificate authority of its own',
  topic: 'api-authentication',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Authenticating, authenticating proxy',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#authenticating-proxy',
    },
    {
      title: 'Kubernetes: Configure the Aggregation Layer, CA reusage and conflicts',
      url: 'https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/#ca-reusage-and-conflicts',
    },
  ],

  subject: ['kube-apiserver'],
  check(apiServer) {
    const proxies = apiServer.setting('requestheader-client-ca-file')
    const clients = apiServer.setting('client-ca-file')
    if (proxies.sure && !isGiven(proxies)) return []
    const unsure = [proxies, clients].find(({ sure }) => !sure)
    if (unsure !== undefined)
      return [doubtAbout(unsure, 'Clients may be able to sign in as anybody')]
    if (proxies.value !== clients.value) return []
    const [name] = apiServer.members('requestheader-allowed-names')
    const who =
      name === undefined
        ? 'Any client certificate may claim to be anybody'
        : `A client certificate for "${name}" may claim to be anybody`
    const message = `${who}: clients and the front proxy share one authority.`
    return [{ place: proxies.place, message, sure: true }]
  },
})
