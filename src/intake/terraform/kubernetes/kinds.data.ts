/**
 * The API object behind each resource of Terraform's Kubernetes provider, by the type without `kubernetes_` and without
 * the version at its end. Source: hashicorp/kubernetes 2.38, its schema, read 2026-11-25.
 */
export const KUBERNETES_KINDS: Readonly<
  Record<string, { readonly apiVersion: string; readonly kind: string }>
> = {
  api_service: { apiVersion: 'apiregistration.k8s.io/v1', kind: 'APIService' },
  cluster_role: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole' },
  cluster_role_binding: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding' },
  config_map: { apiVersion: 'v1', kind: 'ConfigMap' },
  cron_job: { apiVersion: 'batch/v1', kind: 'CronJob' },
  csi_driver: { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver' },
  daemon_set: { apiVersion: 'apps/v1', kind: 'DaemonSet' },
  daemonset: { apiVersion: 'apps/v1', kind: 'DaemonSet' },
  default_service_account: { apiVersion: 'v1', kind: 'ServiceAccount' },
  deployment: { apiVersion: 'apps/v1', kind: 'Deployment' },
  endpoints: { apiVersion: 'v1', kind: 'Endpoints' },
  endpoint_slice: { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' },
  horizontal_pod_autoscaler: { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' },
  ingress: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
  ingress_class: { apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass' },
  job: { apiVersion: 'batch/v1', kind: 'Job' },
  limit_range: { apiVersion: 'v1', kind: 'LimitRange' },
  mutating_webhook_configuration: {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
  },
  namespace: { apiVersion: 'v1', kind: 'Namespace' },
  network_policy: { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
  persistent_volume: { apiVersion: 'v1', kind: 'PersistentVolume' },
  persistent_volume_claim: { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
  pod: { apiVersion: 'v1', kind: 'Pod' },
  pod_disruption_budget: { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' },
  priority_class: { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass' },
  replication_controller: { apiVersion: 'v1', kind: 'ReplicationController' },
  resource_quota: { apiVersion: 'v1', kind: 'ResourceQuota' },
  role: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' },
  role_binding: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding' },
  runtime_class: { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass' },
  secret: { apiVersion: 'v1', kind: 'Secret' },
  service: { apiVersion: 'v1', kind: 'Service' },
  service_account: { apiVersion: 'v1', kind: 'ServiceAccount' },
  stateful_set: { apiVersion: 'apps/v1', kind: 'StatefulSet' },
  storage_class: { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' },
  validating_webhook_configuration: {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
  },
}

/** Names that the API does not spell as the others are made from the provider's. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  binary_data: 'binaryData',
  cluster_ip: 'clusterIP',
  cluster_ips: 'clusterIPs',
  external_ips: 'externalIPs',
  host_ip: 'hostIP',
  host_ipc: 'hostIPC',
  host_pid: 'hostPID',
  iscsi: 'iscsi',
  load_balancer_ip: 'loadBalancerIP',
  non_resource_urls: 'nonResourceURLs',
  pod_ip: 'podIP',
  scale_io: 'scaleIO',
  storage_policy_id: 'storagePolicyID',
  target_cpu_utilization_percentage: 'targetCPUUtilizationPercentage',
  volume_id: 'volumeID',
}

/** Blocks that stand for the members of a list, with the name of that list. All others stand for one mapping. */
export const LIST_NAMES: Readonly<Record<string, string>> = {
  allowed_topologies: 'allowedTopologies',
  cluster_role_selectors: 'clusterRoleSelectors',
  container: 'containers',
  egress: 'egress',
  env: 'env',
  env_from: 'envFrom',
  from: 'from',
  host_aliases: 'hostAliases',
  http_header: 'httpHeaders',
  image_pull_secret: 'imagePullSecrets',
  image_pull_secrets: 'imagePullSecrets',
  ingress: 'ingress',
  init_container: 'initContainers',
  items: 'items',
  limit: 'limits',
  match_expressions: 'matchExpressions',
  match_fields: 'matchFields',
  metric: 'metrics',
  node_selector_term: 'nodeSelectorTerms',
  option: 'options',
  path: 'paths',
  policy: 'policies',
  port: 'ports',
  ports: 'ports',
  preferred_during_scheduling_ignored_during_execution:
    'preferredDuringSchedulingIgnoredDuringExecution',
  readiness_gate: 'readinessGates',
  rule: 'rules',
  sources: 'sources',
  subject: 'subjects',
  subset: 'subsets',
  sysctl: 'sysctls',
  tls: 'tls',
  to: 'to',
  toleration: 'tolerations',
  topology_spread_constraint: 'topologySpreadConstraints',
  volume: 'volumes',
  volume_claim_template: 'volumeClaimTemplates',
  volume_device: 'volumeDevices',
  volume_mount: 'volumeMounts',
  webhook: 'webhooks',
}

/** Blocks that stand for a list, or for one mapping, in one place only: `parent.block`, with their names there. */
export const LOCAL_LIST_NAMES: Readonly<Record<string, string | undefined>> = {
  'pod_affinity.required_during_scheduling_ignored_during_execution':
    'requiredDuringSchedulingIgnoredDuringExecution',
  'pod_anti_affinity.required_during_scheduling_ignored_during_execution':
    'requiredDuringSchedulingIgnoredDuringExecution',
  'service_account.secret': 'secrets',
  // The port of the Service behind an Ingress.
  'service.port': undefined,
}
