import type { ComponentName } from '../../model/component.ts'
import { isMapping, type Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { parseVersion } from '../../model/version.ts'
import type { Configuration, Written } from './configuration.ts'
import { flagOf, flagWritten } from './flags.ts'
import { partAt } from './from-settings.ts'
import { KOPS_FIELDS } from './kops-fields.data.ts'

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
        written: [...besides(name, cluster), ...writtenIn(name, part)],
        installer: 'kops',
        hasFile: true,
        version: typeof version === 'string' ? parseVersion(version) : undefined,
        home: (setting) => part.at(fieldOf(flagOf(name, setting) ?? setting)),
      } satisfies Configuration,
    ]
  })
}

// What the cluster says of the API server outside of its own field. The encryption file is in kOps' store of secrets.
function besides(name: ComponentName, cluster: Resource): readonly Written[] {
  if (name !== 'kube-apiserver') return []
  const encrypts = cluster.get('spec', 'encryptionConfig')
  const allows = cluster.get('spec', 'authorization', 'alwaysAllow')
  return [
    ...(encrypts === undefined
      ? []
      : [flagWritten(name, 'encryption-provider-config', fileIf(encrypts.value), encrypts.place)]),
    ...(allows === undefined
      ? []
      : [flagWritten(name, 'authorization-mode', 'AlwaysAllow', allows.place)]),
  ]
}

function fileIf(isOn: unknown): unknown {
  if (isOn === true) return '/srv/kubernetes/kube-apiserver/encryptionconfig.yaml'
  return isOn === false ? '' : isOn
}

function writtenIn(name: ComponentName, part: Reader): readonly Written[] {
  if (!isMapping(part.value)) return []
  return Object.entries(part.value).map(([field, value]) =>
    flagWritten(name, flagNamed(field), value, part.at(field)),
  )
}

// `anonymousAuth`, `tlsCertFile`, `oidcClientID`: the flag in words that are written together.
function flagNamed(field: string): string {
  const irregular = IRREGULAR.get(field)
  if (irregular !== undefined) return irregular
  const plain = field
    .replace('kubeAPI', 'kubeApi')
    .replace(/(ID|CA|URL|TTL|QPS)(?=$|[A-Z])/g, capital)
  return plain.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(Object.entries(KOPS_FIELDS))

function capital(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase()
}

function fieldOf(flag: string): string {
  const irregular = [...IRREGULAR].find(([, own]) => own === flag)?.[0]
  if (irregular !== undefined) return irregular
  return flag.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
