import { readCertificates, type Certificate } from '../../analysis/certificates/read-certificate.ts'
import { isKubeconfig, kubeconfigUsers } from '../../analysis/kubeconfig/kubeconfig.ts'
import { decodeBase64 } from '../../analysis/secrets/base64.ts'
import type { Path } from '../../model/document.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'

/** The kinds of objects in which certificates of the cluster itself are kept. */
export const HOLDING_KINDS = ['Config', 'MachineConfig', 'Secret', 'ConfigMap'] as const

/** A certificate of the cluster itself, where it is written and what it is, in words that begin a sentence. */
export interface HeldCertificate extends Certificate {
  readonly place: Place
  readonly what: string
  /** Whether the object is only a way in, which is of no use any more when the certificate has ended. */
  readonly isWayIn: boolean
}

/** Whether an object is one that holds certificates of the cluster: of Secrets and ConfigMaps few do. */
export function holdsCertificates(resource: Resource): boolean {
  return fieldsOf(resource).length > 0
}

/** The certificates of the cluster itself that an object holds; of a bundle each. Throws nothing. */
export function heldCertificates(resource: Resource): readonly HeldCertificate[] {
  return fieldsOf(resource).flatMap(({ path, what, isText = false }) => {
    const field = resource.get(...path)
    if (typeof field?.value !== 'string') return []
    const pem = isText ? field.value : decodeBase64(field.value.replaceAll(/\s/g, ''))
    return readCertificates(pem ?? '').map((certificate) => ({
      ...certificate,
      place: field.place,
      what,
      isWayIn: resource.type === 'Config',
    }))
  })
}

interface CertificateField {
  readonly path: Path
  readonly what: string
  readonly isText?: boolean
}

function fieldsOf(resource: Resource): readonly CertificateField[] {
  switch (resource.type) {
    case 'Config':
      return isKubeconfig(resource) ? ofKubeconfig(resource) : []
    case 'MachineConfig':
      return resource.apiVersion === 'talos' ? TALOS : []
    case 'Secret':
      return ofClusterApi(resource)
    default:
      return ofPublished(resource)
  }
}

function ofKubeconfig(kubeconfig: Resource): readonly CertificateField[] {
  return [
    ...kubeconfig.list('clusters').map((_, index) => ({
      path: ['clusters', index, 'cluster', 'certificate-authority-data'],
      what: 'The authority of the cluster',
    })),
    ...kubeconfigUsers(kubeconfig).map(({ name, path }) => ({
      path: [...path, 'client-certificate-data'],
      what: `The certificate of user "${name}"`,
    })),
  ]
}

const TALOS: readonly CertificateField[] = [
  { path: ['machine', 'ca', 'crt'], what: 'The authority of the machines' },
  { path: ['cluster', 'ca', 'crt'], what: 'The authority of the cluster' },
  { path: ['cluster', 'aggregatorCA', 'crt'], what: 'The authority of the front proxy' },
  { path: ['cluster', 'etcd', 'ca', 'crt'], what: 'The authority of etcd' },
]

function ofClusterApi(secret: Resource): readonly CertificateField[] {
  if (secret.get('type')?.value !== 'cluster.x-k8s.io/secret') return []
  return [{ path: ['data', 'tls.crt'], what: `The authority in Secret "${secret.name}"` }]
}

// What the API server publishes for the servers behind it.
function ofPublished({ name, namespace }: Resource): readonly CertificateField[] {
  if (name !== 'extension-apiserver-authentication' || namespace !== 'kube-system') return []
  return [
    { path: ['data', 'client-ca-file'], what: 'The authority of clients', isText: true },
    {
      path: ['data', 'requestheader-client-ca-file'],
      what: 'The authority of the front proxy',
      isText: true,
    },
  ]
}
