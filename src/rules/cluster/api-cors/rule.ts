import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless } from '../faults.ts'

// The members are regular expressions. What is left of one that takes every origin, without anchors and scheme.
const EVERY_ORIGIN: readonly string[] = ['', '*', '.*', '.+', '(.*)', '(.+)']

export const apiCors = defineRule({
  id: 'api-cors',
  title: 'Let no foreign web page speak to the API server',
  topic: 'control-plane-tls',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: kube-apiserver, command line',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
    },
    {
      title: 'MDN: Cross-Origin Resource Sharing',
      url: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS',
    },
  ],

  subject: ['kube-apiserver'],
  check(apiServer) {
    const origins = apiServer.setting('cors-allowed-origins')
    const isOpen = apiServer.members('cors-allowed-origins').some(takesAll)
    return complainOnce(faultUnless(origins, !isOpen, 'every origin is allowed'), {
      what: 'Any web page may read answers of the API server in the browser of its visitors',
      doubt: 'Foreign web pages may read answers of the API server',
    })
  },
})

function takesAll(origin: string): boolean {
  const bare = origin
    .replace(/^\^/, '')
    .replace(/^(?:https\??:)?\/\//, '')
    .replace(/\$$/, '')
  return EVERY_ORIGIN.includes(bare)
}
