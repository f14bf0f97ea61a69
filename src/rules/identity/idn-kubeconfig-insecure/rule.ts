import {
  credentialInText,
  isKubeconfig,
  skipsVerification,
} from '../../../analysis/kubeconfig/kubeconfig.ts'
import { removePlace } from '../../../model/edit.ts'
import type { Field } from '../../../model/part.ts'
import { textsOf, type Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'

const SKIP = 'insecure-skip-tls-verify'
// `kubectl proxy` listens there, and what stays on the machine needs no TLS.
const LOCAL = /^http:\/\/(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?:[:/]|$)/

export const idnKubeconfigInsecure = defineRule({
  id: 'idn-kubeconfig-insecure',
  title: 'Check the certificate of the API server',
  topic: 'authentication',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: kubeconfig (v1), Cluster',
      url: 'https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/#Cluster',
    },
    {
      title: 'Kubernetes: Controlling Access to the Kubernetes API, transport security',
      url: 'https://kubernetes.io/docs/concepts/security/controlling-access/#transport-security',
    },
  ],
  controls: { nsa: ['B6'], 'ms-threat-matrix': ['MS-TA9003'] },

  subject: ['Config', 'ConfigMap'],
  check(resource) {
    return resource.type === 'ConfigMap' ? checkConfigMap(resource) : checkFile(resource)
  },

  fix: {
    risk: 'mayBreak', // a certificate signed by a private authority needs certificate-authority-data then
    edit: (_, { place }) => (place.path.at(-1) === SKIP ? [removePlace(place)] : []),
  },
})

function checkFile(kubeconfig: Resource): readonly Complaint[] {
  if (!isKubeconfig(kubeconfig)) return []
  return kubeconfig.list('clusters').flatMap((_, index) => {
    const cluster = ['clusters', index, 'cluster'] as const
    return [
      ...checkServer(kubeconfig.get(...cluster, 'server')),
      ...checkVerification(kubeconfig.get(...cluster, SKIP)),
    ]
  })
}

function checkConfigMap(configMap: Resource): readonly Complaint[] {
  return Object.entries(textsOf(configMap.get('data')?.value)).flatMap(([key, text]) => {
    // A credential beside it is worse, and another rule's matter.
    if (!skipsVerification(text) || credentialInText(text) !== undefined) return []
    return {
      place: configMap.at('data', key),
      message: `The kubeconfig in "${key}" skips the check of the API server's certificate: anybody on the way can play its part.`,
      sure: true,
    }
  })
}

function checkServer(server: Field | undefined): readonly Complaint[] {
  if (typeof server?.value !== 'string' || !server.value.startsWith('http://')) return []
  if (LOCAL.test(server.value)) return []
  return [
    {
      place: server.place,
      message:
        'The API server is called over plain HTTP: everybody on the way reads the credentials.',
      sure: true,
    },
  ]
}

function checkVerification(skip: Field | undefined): readonly Complaint[] {
  if (skip === undefined || skip.value === false) return []
  const isSure = skip.value === true
  return [
    {
      place: skip.place,
      message: isSure
        ? 'The certificate of the API server is not checked: anybody on the way can play its part.'
        : 'The certificate of the API server may not be checked: this is neither true nor false.',
      sure: isSure,
    },
  ]
}
