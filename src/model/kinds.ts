import type { Path } from './document.ts'

/** Where each kind that Kubernetes itself runs keeps its pod: the path of the pod template or of the Pod. */
const TEMPLATES: ReadonlyMap<string, Path> = new Map<string, Path>([
  ['Pod', []],
  ['PodTemplate', ['template']],
  ['Deployment', ['spec', 'template']],
  ['StatefulSet', ['spec', 'template']],
  ['DaemonSet', ['spec', 'template']],
  ['ReplicaSet', ['spec', 'template']],
  ['ReplicationController', ['spec', 'template']],
  ['Job', ['spec', 'template']],
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
])

// Foreign kinds that run pods nearly all keep a pod template at one of these places (Argo Rollouts, Knative, Kruise).
const USUAL_TEMPLATES: readonly Path[] = [
  ['spec', 'template'],
  ['spec', 'jobTemplate', 'spec', 'template'],
]

/** The paths at which a kind may keep a pod template, most likely first; a foreign kind may keep none. */
export function templatePaths(kind: string): readonly Path[] {
  const known = TEMPLATES.get(kind)
  return known === undefined ? USUAL_TEMPLATES : [known]
}

/** Whether a kind of Kubernetes itself always holds a pod. */
export function holdsPod(kind: string): boolean {
  return TEMPLATES.has(kind)
}

// Source: `kubectl api-resources --namespaced=false`, Kubernetes 1.36, and the network-policy-api, read 2026-11-24.
const CLUSTER_WIDE: ReadonlySet<string> = new Set([
  'APIService',
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'CSIDriver',
  'CSINode',
  'CertificateSigningRequest',
  'ClusterNetworkPolicy',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterTrustBundle',
  'ComponentStatus',
  'CustomResourceDefinition',
  'DeviceClass',
  'FlowSchema',
  'GatewayClass',
  'IPAddress',
  'IngressClass',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PodSecurityPolicy',
  'PriorityClass',
  'PriorityLevelConfiguration',
  'ResourceSlice',
  'RuntimeClass',
  'SelfSubjectAccessReview',
  'ServiceCIDR',
  'StorageClass',
  'StorageVersionMigration',
  'SubjectAccessReview',
  'TokenReview',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'VolumeAttachment',
  'VolumeAttributesClass',
  'VolumeSnapshotClass',
])

// Of others: their own CustomResourceDefinitions, `scope: Cluster`, read 2026-11-24.
const FOREIGN_CLUSTER_WIDE: ReadonlySet<string> = new Set([
  'capsule.clastix.io/Tenant',
  'cert-manager.io/ClusterIssuer',
  'cilium.io/CiliumClusterwideNetworkPolicy',
  'config.openshift.io/ClusterImagePolicy',
  'crd.projectcalico.org/GlobalNetworkPolicy',
  'crd.projectcalico.org/Tier',
  'external-secrets.io/ClusterExternalSecret',
  'external-secrets.io/ClusterSecretStore',
  'kyverno.io/ClusterPolicy',
  'policies.kubewarden.io/ClusterAdmissionPolicy',
  'policy.sigstore.dev/ClusterImagePolicy',
  'projectcalico.org/GlobalNetworkPolicy',
  'projectcalico.org/Tier',
])

// What other tools' files are read as, which no cluster ever holds.
const FILES: ReadonlySet<string> = new Set(['ComposeService', 'Dockerfile', 'LockFile'])

/** Whether objects of this kind live outside of all namespaces. Kinds are named as `kindName` gives them. */
export function isClusterWide(kind: string): boolean {
  return CLUSTER_WIDE.has(kind) || FOREIGN_CLUSTER_WIDE.has(kind) || FILES.has(kind)
}

/**
 * The name rules use for a kind: plain for those of Kubernetes itself (`Deployment`), with its group for others
 * (`serving.knative.dev/Service`), so that a foreign Service is never taken for the core one.
 */
export function kindName(apiVersion: string, kind: string): string {
  const slash = apiVersion.indexOf('/')
  const group = slash === -1 ? '' : apiVersion.slice(0, slash)
  // Groups without a dot (apps, batch, policy) and those under k8s.io belong to the project itself.
  return !group.includes('.') || group.endsWith('.k8s.io') ? kind : `${group}/${kind}`
}
