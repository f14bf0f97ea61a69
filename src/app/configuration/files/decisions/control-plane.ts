import type { Component } from '../../../../analysis/cluster/component.ts'
import { componentsOf } from '../../../../analysis/cluster/components.ts'
import type { SettingName } from '../../../../analysis/cluster/settings.data.ts'
import type { ComponentName } from '../../../../model/component.ts'
import { addMembers, setField, type Edit } from '../../../../model/edit.ts'
import type { Resource } from '../../../../model/resource.ts'
import type { Scene } from '../../../../model/scene.ts'
import { parseVersion } from '../../../../model/version.ts'
import { apiAdmissionExtra } from '../../../../rules/cluster/api-admission-extra/rule.ts'
import { apiAdmissionImages } from '../../../../rules/cluster/api-admission-images/rule.ts'
import { apiAnonymous } from '../../../../rules/cluster/api-anonymous/rule.ts'
import { apiEncryptionOff } from '../../../../rules/cluster/api-encryption-off/rule.ts'
import { apiKubeletTls } from '../../../../rules/cluster/api-kubelet-tls/rule.ts'
import { apiSaTokensMax } from '../../../../rules/cluster/api-sa-tokens-max/rule.ts'
import { kubeletRotate } from '../../../../rules/cluster/kubelet-rotate/rule.ts'
import { kubeletTls } from '../../../../rules/cluster/kubelet-tls/rule.ts'
import type { Charge } from '../../../../rules/judge.ts'
import { fieldEdits } from '../../decisions/decision.ts'
import type { FileDecision, FileStep, NewFile } from '../file-draft.ts'

/** What is decided about the programs of the control plane and kubelets, where their settings are files. */
export const CONTROL_PLANE: readonly FileDecision[] = [
  { rules: [apiAnonymous], decide: answerHealthAlone },
  { rules: [apiAdmissionExtra, apiAdmissionImages], decide: switchPluginsOn },
  { rules: [apiKubeletTls], decide: checkKubelets },
  { rules: [apiSaTokensMax], decide: boundTokens },
  { rules: [apiEncryptionOff], decide: letK3sEncrypt },
  { rules: [kubeletTls, kubeletRotate], decide: askForCertificate },
]

// kubeadm puts its own files there, and the API server sees none that is not mounted.
const FOLDER = '/etc/kubernetes'
const KUBEADM_CA = `${FOLDER}/pki/ca.crt`

// Source: kubernetes.io, "Authenticating", anonymous authenticator configuration: on by default since 1.32, stable in
// 1.34 with apiserver.config.k8s.io/v1. Read 2026-11-25.
const CONFIGURABLE_SINCE = 32
const STABLE_SINCE = 34

function answerHealthAlone({ resource }: Charge, scene: Scene): FileStep | undefined {
  const minor = minorOf(resource)
  const apiServer = programIn('kube-apiserver', resource, scene)
  const isFlagged = apiServer?.setting('anonymous-auth').from === 'flag'
  if (apiServer === undefined || minor < CONFIGURABLE_SINCE || isFlagged) return undefined
  const settings = {
    apiVersion: `apiserver.config.k8s.io/${minor < STABLE_SINCE ? 'v1beta1' : 'v1'}`,
    kind: 'AuthenticationConfiguration',
    anonymous: {
      enabled: true,
      conditions: [{ path: '/livez' }, { path: '/readyz' }, { path: '/healthz' }],
    },
  }
  return namingFile(
    { apiServer, resource, flag: 'authentication-config' },
    { base: 'authentication.yaml', settings },
    [
      'Restricts: without a name only health is told; nodes that join by a token alone cannot read what they trust.',
      'Lift: add the path /api/v1/namespaces/kube-public/configmaps/cluster-info to the conditions while nodes join.',
    ],
  )
}

const PLUGINS = ['NodeRestriction', 'EventRateLimit', 'DenyServiceExternalIPs', 'AlwaysPullImages']

function switchPluginsOn({ resource }: Charge, scene: Scene): FileStep | undefined {
  const apiServer = programIn('kube-apiserver', resource, scene)
  if (apiServer === undefined) return undefined
  const flag = 'enable-admission-plugins'
  const plugins = [...new Set([...apiServer.members(flag), ...PLUGINS])].join(',')
  const limits = {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AdmissionConfiguration',
    plugins: [{ name: 'EventRateLimit', configuration: RATE_LIMITS }],
  }
  const named = namingFile(
    { apiServer, resource, flag: 'admission-control-config-file' },
    { base: 'admission.yaml', settings: limits },
    [
      'Restricts: no more events than EventRateLimit lets through, no Service with external IPs, and the registry is asked each time a pod starts.',
      'Lift: take one plugin out of the list.',
    ],
  )
  return (
    named && { ...named, edits: [...(named.edits ?? []), ...setting(apiServer, flag, plugins)] }
  )
}

// Source: kubernetes.io, "EventRateLimit configuration (v1alpha1)", read 2026-11-25.
const RATE_LIMITS = {
  apiVersion: 'eventratelimit.admission.k8s.io/v1alpha1',
  kind: 'Configuration',
  limits: [
    { type: 'Server', qps: 5000, burst: 20000 },
    { type: 'Namespace', qps: 50, burst: 100, cacheSize: 2000 },
  ],
}

function checkKubelets({ resource }: Charge, scene: Scene): FileStep | undefined {
  // Only of kubeadm it is known where the authority of the cluster lies.
  if (resource.type !== 'ClusterConfiguration') return undefined
  const apiServer = programIn('kube-apiserver', resource, scene)
  if (apiServer?.setting('kubelet-certificate-authority').from !== 'default') return undefined
  return {
    edits: setting(apiServer, 'kubelet-certificate-authority', KUBEADM_CA),
    words: [
      'Restricts: logs and exec work only on nodes whose kubelet serves a certificate of the cluster: approve their requests first (kubectl get csr).',
      'Lift: take the flag away.',
    ],
  }
}

// k3s makes the key and the file by itself. Source: docs.k3s.io/security/secrets-encryption, read 2026-11-25.
function letK3sEncrypt({ resource }: Charge): FileStep | undefined {
  if (resource.type !== 'K3sConfig') return undefined
  return {
    edits: fieldEdits([setField(resource, ['secrets-encryption'], true)]),
    words: [
      'Restricts: every server needs the same word; what is stored already stays in clear until k3s secrets-encrypt reencrypt.',
      'Lift: k3s secrets-encrypt disable, reencrypt, and only then take the word away.',
    ],
  }
}

function boundTokens({ resource }: Charge, scene: Scene): FileStep | undefined {
  const apiServer = programIn('kube-apiserver', resource, scene)
  return {
    edits: setting(apiServer, 'service-account-max-token-expiration', '24h'),
    words: ['Restricts: no token lives for longer than a day.', 'Lift: name a longer time.'],
  }
}

function askForCertificate({ resource, complaint }: Charge, scene: Scene): FileStep | undefined {
  if (complaint.place.path.at(-1) !== 'serverTLSBootstrap') return undefined
  return {
    edits: setting(programIn('kubelet', resource, scene), 'serverTLSBootstrap', 'true'),
    words: [
      'Restricts: a kubelet serves nothing until its request for a certificate was approved (kubectl get csr, kubectl certificate approve).',
      'Lift: take serverTLSBootstrap away.',
    ],
  }
}

function programIn(name: ComponentName, owner: Resource, scene: Scene): Component | undefined {
  return componentsOf(owner, scene).find((component) => component.name === name)
}

function setting(
  program: Component | undefined,
  name: SettingName,
  value: string,
): ReturnType<typeof fieldEdits> {
  return fieldEdits(program?.set(name, value) ?? [])
}

interface Naming {
  readonly apiServer: Component
  readonly resource: Resource
  readonly flag: 'authentication-config' | 'admission-control-config-file'
}

// Of a file that is named already only its owner knows what else is in it.
function namingFile(
  { apiServer, resource, flag }: Naming,
  made: NewFile,
  words: readonly string[],
): FileStep | undefined {
  if (resource.type !== 'ClusterConfiguration' || apiServer.setting(flag).value !== undefined)
    return undefined
  const path = `${FOLDER}/${made.base}`
  return {
    edits: fieldEdits([...apiServer.set(flag, path), mounted(resource, path, made)]),
    makes: [made],
    words: [...words, `Put ${made.base} to ${path} on each node of the control plane first.`],
  }
}

function mounted(resource: Resource, path: string, { base }: NewFile): Edit {
  const volume = {
    name: base.replace('.yaml', ''),
    hostPath: path,
    mountPath: path,
    readOnly: true,
    pathType: 'File',
  }
  return addMembers(resource, ['apiServer', 'extraVolumes'], [volume])
}

function minorOf(resource: Resource): number {
  const version = resource.get('kubernetesVersion')?.value
  return (typeof version === 'string' ? parseVersion(version)?.minor : undefined) ?? 0
}
