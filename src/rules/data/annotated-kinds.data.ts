// Kinds that hold a pod: its environment and its commands may carry credentials as well.
const POD_KINDS = [
  'Pod',
  'PodTemplate',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
  'argoproj.io/Rollout',
  'serving.knative.dev/Service',
] as const

/** Kinds whose annotations tools read settings from, and people write credentials into. */
export const ANNOTATED_KINDS = [
  ...POD_KINDS,
  'ConfigMap',
  'Gateway',
  'HTTPRoute',
  'Ingress',
  'IngressClass',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Secret',
  'Service',
  'ServiceAccount',
  'StorageClass',
  'argoproj.io/Application',
] as const
