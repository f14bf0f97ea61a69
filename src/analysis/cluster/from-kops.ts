import type { ComponentName } from '../../model/component.ts'
import { isMapping, type Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { parseVersion } from '../../model/version.ts'
import type { Configuration, Written } from './configuration.ts'
import { flagOf, flagWritten } from './flags.ts'
import { partAt } from './from-settings.ts'

const FIELDS: readonly (readonly [ComponentName, string])[] = [
  ['kube-apiserver', 'kubeAPIServer'],
  ['kube-controller-manager', 'kubeControllerManager'],
  ['kube-scheduler', 'kubeScheduler'],
  ['kubelet', 'kubelet'],
  ['kubelet', 'controlPlaneKubelet'],
  ['kubelet', 'masterKubelet'],
  ['kube-proxy', 'kubeProxy'],
]

/** The programs that a cluster of kOps configures: those it has a word about. What kOps adds of its own nobody can tell. */
export function fromKops(cluster: Resource): readonly Configuration[] {
  if (cluster.type !== 'Cluster' || !cluster.apiVersion.startsWith('kops.k8s.io/')) return []
  const version = cluster.get('spec', 'kubernetesVersion')?.value
  return FIELDS.flatMap(([name, field]) => {
    const part = partAt(cluster, 'spec', field)
    if (part === undefined) return []
    return [
      {
        name,
        sources: [cluster],
        written: [...encryption(name, cluster), ...writtenIn(name, part)],
        installer: 'kops',
        hasFile: true,
        version: typeof version === 'string' ? parseVersion(version) : undefined,
        home: (setting) => part.at(fieldOf(flagOf(name, setting) ?? setting)),
      } satisfies Configuration,
    ]
  })
}

// The file comes from kOps' own store of secrets; without this switch the API server is given none.
function encryption(name: ComponentName, cluster: Resource): readonly Written[] {
  if (name !== 'kube-apiserver') return []
  const { value, place } = cluster.get('spec', 'encryptionConfig') ?? {
    value: false,
    place: cluster.at('spec', 'encryptionConfig'),
  }
  const file = { true: '/srv/kubernetes/encryptionconfig.yaml', false: '' }[String(value)] ?? value
  return [flagWritten(name, 'encryption-provider-config', file, place)]
}

function writtenIn(name: ComponentName, part: Reader): readonly Written[] {
  if (!isMapping(part.value)) return []
  return Object.entries(part.value).map(([field, value]) =>
    flagWritten(name, flagNamed(field), value, part.at(field)),
  )
}

// `anonymousAuth`, `tlsCertFile`, `oidcClientID`: the flag in words that are written together.
function flagNamed(field: string): string {
  const plain = field
    .replace('kubeAPI', 'kubeApi')
    .replace(/(ID|CA|URL|TTL|QPS)(?=$|[A-Z])/g, capital)
  const flag = plain.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  // What goes behind the plugins that kOps names itself.
  return flag === 'append-admission-plugins' ? 'enable-admission-plugins' : flag
}

function capital(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase()
}

function fieldOf(flag: string): string {
  return flag.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
