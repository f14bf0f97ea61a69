/**
 * A field that a step of Kustomize changes: its path, the kinds that have it (`Kind.version.group`, `*` for any, several
 * with spaces between them), and whether it is made when it is missing.
 */
export type FieldRow = readonly [path: string, kinds: string, create?: 'create']

/** The steps that change fields, by the names that `configurations` files use. */
export type FieldTable =
  | 'namePrefix'
  | 'nameSuffix'
  | 'namespace'
  | 'commonLabels'
  | 'labels'
  | 'templateLabels'
  | 'volumeClaimTemplateLabels'
  | 'commonAnnotations'
  | 'varReference'
  | 'images'
  | 'replicas'

/**
 * The fields that each step changes unless a configuration says more. Source: kubernetes-sigs/kustomize,
 * api/internal/konfig/builtinpluginconsts, the tables of kustomize 5.7 (kubectl 1.35), read 2026-11-25.
 */
export const FIELD_ROWS: Readonly<Record<FieldTable, readonly FieldRow[]>> = {
  namePrefix: [['metadata/name', '*']],
  nameSuffix: [['metadata/name', '*']],
  namespace: [
    ['metadata/name', 'Namespace', 'create'],
    ['spec/service/namespace', 'APIService.*.apiregistration.k8s.io', 'create'],
    [
      'spec/conversion/webhook/clientConfig/service/namespace',
      'CustomResourceDefinition.*.apiextensions.k8s.io',
    ],
  ],
  commonLabels: [
    ['spec/selector', 'Service.v1 ReplicationController.v1', 'create'],
    ['spec/selector/matchLabels', 'Deployment ReplicaSet DaemonSet StatefulSet.*.apps', 'create'],
    [
      'spec/template/spec/affinity/podAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels',
      'Deployment.*.apps StatefulSet.*.apps',
    ],
    [
      'spec/template/spec/affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels',
      'Deployment.*.apps StatefulSet.*.apps',
    ],
    [
      'spec/template/spec/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels',
      'Deployment.*.apps StatefulSet.*.apps',
    ],
    [
      'spec/template/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels',
      'Deployment.*.apps StatefulSet.*.apps',
    ],
    [
      'spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels',
      'Deployment.*.apps StatefulSet.*.apps',
    ],
    ['spec/selector/matchLabels', 'Job.*.batch PodDisruptionBudget.*.policy'],
    ['spec/jobTemplate/spec/selector/matchLabels', 'CronJob.*.batch'],
    ['spec/podSelector/matchLabels', 'NetworkPolicy.*.networking.k8s.io'],
    ['spec/ingress/from/podSelector/matchLabels', 'NetworkPolicy.*.networking.k8s.io'],
    ['spec/egress/to/podSelector/matchLabels', 'NetworkPolicy.*.networking.k8s.io'],
    ['metadata/labels', '*', 'create'],
    [
      'spec/template/metadata/labels',
      'ReplicationController.v1 Deployment ReplicaSet DaemonSet StatefulSet.*.apps Job.*.batch',
      'create',
    ],
    ['spec/jobTemplate/metadata/labels', 'CronJob.*.batch', 'create'],
    ['spec/jobTemplate/spec/template/metadata/labels', 'CronJob.*.batch', 'create'],
    ['spec/volumeClaimTemplates[]/metadata/labels', 'StatefulSet.*.apps', 'create'],
  ],
  labels: [],
  templateLabels: [
    ['metadata/labels', '*', 'create'],
    [
      'spec/template/metadata/labels',
      'ReplicationController.v1 Deployment ReplicaSet DaemonSet StatefulSet.*.apps Job.*.batch',
      'create',
    ],
    ['spec/jobTemplate/metadata/labels', 'CronJob.*.batch', 'create'],
    ['spec/jobTemplate/spec/template/metadata/labels', 'CronJob.*.batch', 'create'],
    ['spec/volumeClaimTemplates[]/metadata/labels', 'StatefulSet.*.apps', 'create'],
  ],
  volumeClaimTemplateLabels: [
    ['spec/volumeClaimTemplates[]/metadata/labels', 'StatefulSet.*.apps', 'create'],
  ],
  commonAnnotations: [
    ['metadata/annotations', '*', 'create'],
    [
      'spec/template/metadata/annotations',
      'ReplicationController.v1 Deployment ReplicaSet DaemonSet StatefulSet Job.*.batch',
      'create',
    ],
    ['spec/jobTemplate/metadata/annotations', 'CronJob.*.batch', 'create'],
    ['spec/jobTemplate/spec/template/metadata/annotations', 'CronJob.*.batch', 'create'],
  ],
  varReference: [
    ['spec/jobTemplate/spec/template/spec/containers/args', 'CronJob'],
    ['spec/jobTemplate/spec/template/spec/containers/command', 'CronJob'],
    ['spec/jobTemplate/spec/template/spec/containers/env/value', 'CronJob'],
    ['spec/jobTemplate/spec/template/spec/containers/volumeMounts/mountPath', 'CronJob'],
    ['spec/jobTemplate/spec/template/spec/initContainers/args', 'CronJob'],
    ['spec/jobTemplate/spec/template/spec/initContainers/command', 'CronJob'],
    ['spec/jobTemplate/spec/template/spec/initContainers/env/value', 'CronJob'],
    ['spec/jobTemplate/spec/template/spec/initContainers/volumeMounts/mountPath', 'CronJob'],
    ['spec/jobTemplate/spec/template/volumes/nfs/server', 'CronJob'],
    ['spec/template/spec/containers/args', 'DaemonSet Deployment Job ReplicaSet StatefulSet'],
    ['spec/template/spec/containers/command', 'DaemonSet Deployment Job ReplicaSet StatefulSet'],
    ['spec/template/spec/containers/env/value', 'DaemonSet Deployment Job ReplicaSet StatefulSet'],
    [
      'spec/template/spec/containers/volumeMounts/mountPath',
      'DaemonSet Deployment Job ReplicaSet StatefulSet',
    ],
    ['spec/template/spec/initContainers/args', 'DaemonSet Deployment Job ReplicaSet StatefulSet'],
    [
      'spec/template/spec/initContainers/command',
      'DaemonSet Deployment Job ReplicaSet StatefulSet',
    ],
    [
      'spec/template/spec/initContainers/env/value',
      'DaemonSet Deployment Job ReplicaSet StatefulSet',
    ],
    [
      'spec/template/spec/initContainers/volumeMounts/mountPath',
      'DaemonSet Deployment Job ReplicaSet StatefulSet',
    ],
    ['spec/template/spec/volumes/nfs/server', 'DaemonSet Deployment Job ReplicaSet'],
    ['spec/template/metadata/annotations', 'Deployment'],
    ['spec/rules/host', 'Ingress'],
    ['spec/tls/hosts', 'Ingress'],
    ['spec/tls/secretName', 'Ingress'],
    ['spec/containers/args', 'Pod'],
    ['spec/containers/command', 'Pod'],
    ['spec/containers/env/value', 'Pod'],
    ['spec/containers/volumeMounts/mountPath', 'Pod'],
    ['spec/initContainers/args', 'Pod'],
    ['spec/initContainers/command', 'Pod'],
    ['spec/initContainers/env/value', 'Pod'],
    ['spec/initContainers/volumeMounts/mountPath', 'Pod'],
    ['spec/volumes/nfs/server', 'Pod'],
    ['spec/ports/port', 'Service'],
    ['spec/ports/targetPort', 'Service'],
    ['spec/volumeClaimTemplates/spec/nfs/server', 'StatefulSet'],
    ['spec/nfs/server', 'PersistentVolume'],
    ['metadata/labels', '*'],
    ['metadata/annotations', '*'],
  ],
  images: [
    ['spec/containers[]/image', '*', 'create'],
    ['spec/initContainers[]/image', '*', 'create'],
    ['spec/volumes[]/image/reference', '*', 'create'],
    ['spec/template/spec/containers[]/image', '*', 'create'],
    ['spec/template/spec/initContainers[]/image', '*', 'create'],
    ['spec/template/spec/volumes[]/image/reference', '*', 'create'],
  ],
  replicas: [
    ['spec/replicas', 'Deployment ReplicationController ReplicaSet StatefulSet', 'create'],
  ],
}
