import { holdsPod, isClusterWide } from '../model/kinds.ts'
import { FOREIGN_GROUPS } from './foreign-groups.data.ts'

// Those that neither hold a pod nor live outside of namespaces. Source: `kubectl api-resources`, Kubernetes 1.36, read
// 2026-11-24.
const OTHER_KINDS: ReadonlySet<string> = new Set([
  'CSIStorageCapacity',
  'ConfigMap',
  'ControllerRevision',
  'EndpointSlice',
  'Endpoints',
  'HorizontalPodAutoscaler',
  'Ingress',
  'Lease',
  'LimitRange',
  'NetworkPolicy',
  'PersistentVolumeClaim',
  'PodDisruptionBudget',
  'ResourceClaim',
  'ResourceClaimTemplate',
  'ResourceQuota',
  'Role',
  'RoleBinding',
  'Secret',
  'Service',
  'ServiceAccount',
])

/** Whether Kubernetes itself stores objects of this kind, and so wants a name for each; named as `kindName` does. */
export function isKnownKind(type: string): boolean {
  // Reviews are questions to the API server: they are never stored.
  if (type.endsWith('Review')) return false
  return holdsPod(type) || isClusterWide(type) || OTHER_KINDS.has(type)
}

const FOREIGN: ReadonlySet<string> = new Set(FOREIGN_GROUPS.map(({ group }) => group))

/** Whether an apiVersion is one of a tool's own files, which no cluster ever sees. */
export function isForeign(apiVersion: string): boolean {
  // `builtin` is what plug-ins of Kustomize say instead of a version.
  return FOREIGN.has(groupOf(apiVersion)) || apiVersion === 'builtin'
}

/** Whether a document without metadata is a file of settings for Kubernetes' own programs, which have no names. */
export function isSetting(
  value: Readonly<Record<string, unknown>>,
  apiVersion: string,
  kind: string,
): boolean {
  const group = groupOf(apiVersion)
  if (group.endsWith('.k8s.io') || group === 'abac.authorization.kubernetes.io') return true
  if (apiVersion !== 'v1') return false
  return CORE_SETTINGS.has(kind) || (kind === 'Config' && KUBECONFIG.some((key) => key in value))
}

// From before these had groups: encryption at rest (1.12 and older), the scheduler's policy (1.22 and older).
const CORE_SETTINGS: ReadonlySet<string> = new Set(['EncryptionConfig', 'Policy'])

const KUBECONFIG = ['contexts', 'clusters', 'users'] as const

/** The group of an apiVersion; empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/')
  return slash === -1 ? '' : apiVersion.slice(0, slash)
}
