import type { FieldRow } from './fields.data.ts'

/** The fields that hold the name of an object of kind `target`, which is written as in `FieldRow`. */
export interface ReferenceRow {
  readonly target: string
  readonly fields: readonly FieldRow[]
}

/**
 * Where objects name others, so that the name follows when the other one is renamed. Source: kubernetes-sigs/kustomize,
 * api/internal/konfig/builtinpluginconsts/namereference.go, the table of kustomize 5.7 (kubectl 1.35), read 2026-11-25.
 */
export const REFERENCE_ROWS: readonly ReferenceRow[] = [
  {
    target: 'Deployment',
    fields: [['spec/scaleTargetRef/name', 'HorizontalPodAutoscaler']],
  },
  {
    target: 'ReplicationController',
    fields: [['spec/scaleTargetRef/name', 'HorizontalPodAutoscaler']],
  },
  {
    target: 'ReplicaSet',
    fields: [['spec/scaleTargetRef/name', 'HorizontalPodAutoscaler']],
  },
  {
    target: 'StatefulSet',
    fields: [['spec/scaleTargetRef/name', 'HorizontalPodAutoscaler']],
  },
  {
    target: 'ConfigMap.v1',
    fields: [
      ['spec/volumes/configMap/name', 'Pod.v1'],
      ['spec/containers/env/valueFrom/configMapKeyRef/name', 'Pod.v1'],
      ['spec/initContainers/env/valueFrom/configMapKeyRef/name', 'Pod.v1'],
      ['spec/containers/envFrom/configMapRef/name', 'Pod.v1'],
      ['spec/initContainers/envFrom/configMapRef/name', 'Pod.v1'],
      ['spec/volumes/projected/sources/configMap/name', 'Pod.v1'],
      ['template/spec/volumes/configMap/name', 'PodTemplate'],
      ['template/spec/containers/env/valueFrom/configMapKeyRef/name', 'PodTemplate'],
      ['template/spec/initContainers/env/valueFrom/configMapKeyRef/name', 'PodTemplate'],
      ['template/spec/containers/envFrom/configMapRef/name', 'PodTemplate'],
      ['template/spec/initContainers/envFrom/configMapRef/name', 'PodTemplate'],
      ['template/spec/volumes/projected/sources/configMap/name', 'PodTemplate'],
      [
        'spec/template/spec/volumes/configMap/name',
        'Deployment ReplicaSet DaemonSet StatefulSet Job',
      ],
      [
        'spec/template/spec/containers/env/valueFrom/configMapKeyRef/name',
        'Deployment ReplicaSet DaemonSet StatefulSet Job',
      ],
      [
        'spec/template/spec/initContainers/env/valueFrom/configMapKeyRef/name',
        'Deployment ReplicaSet DaemonSet StatefulSet Job',
      ],
      [
        'spec/template/spec/containers/envFrom/configMapRef/name',
        'Deployment ReplicaSet DaemonSet StatefulSet Job',
      ],
      [
        'spec/template/spec/initContainers/envFrom/configMapRef/name',
        'Deployment ReplicaSet DaemonSet StatefulSet Job',
      ],
      [
        'spec/template/spec/volumes/projected/sources/configMap/name',
        'Deployment ReplicaSet DaemonSet StatefulSet Job',
      ],
      ['spec/jobTemplate/spec/template/spec/volumes/configMap/name', 'CronJob'],
      ['spec/jobTemplate/spec/template/spec/volumes/projected/sources/configMap/name', 'CronJob'],
      [
        'spec/jobTemplate/spec/template/spec/containers/env/valueFrom/configMapKeyRef/name',
        'CronJob',
      ],
      [
        'spec/jobTemplate/spec/template/spec/initContainers/env/valueFrom/configMapKeyRef/name',
        'CronJob',
      ],
      ['spec/jobTemplate/spec/template/spec/containers/envFrom/configMapRef/name', 'CronJob'],
      ['spec/jobTemplate/spec/template/spec/initContainers/envFrom/configMapRef/name', 'CronJob'],
      ['spec/configSource/configMap', 'Node'],
      ['rules/resourceNames', 'Role ClusterRole'],
      ['metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap', 'Ingress'],
    ],
  },
  {
    target: 'Secret.v1',
    fields: [
      ['spec/volumes/secret/secretName', 'Pod.v1'],
      ['spec/containers/env/valueFrom/secretKeyRef/name', 'Pod.v1'],
      ['spec/initContainers/env/valueFrom/secretKeyRef/name', 'Pod.v1'],
      ['spec/containers/envFrom/secretRef/name', 'Pod.v1'],
      ['spec/initContainers/envFrom/secretRef/name', 'Pod.v1'],
      ['spec/imagePullSecrets/name', 'Pod.v1'],
      ['spec/volumes/projected/sources/secret/name', 'Pod.v1'],
      ['template/spec/volumes/secret/secretName', 'PodTemplate'],
      ['template/spec/containers/env/valueFrom/secretKeyRef/name', 'PodTemplate'],
      ['template/spec/initContainers/env/valueFrom/secretKeyRef/name', 'PodTemplate'],
      ['template/spec/containers/envFrom/secretRef/name', 'PodTemplate'],
      ['template/spec/initContainers/envFrom/secretRef/name', 'PodTemplate'],
      ['template/spec/imagePullSecrets/name', 'PodTemplate'],
      ['template/spec/volumes/projected/sources/secret/name', 'PodTemplate'],
      [
        'spec/template/spec/volumes/secret/secretName',
        'Deployment ReplicaSet DaemonSet StatefulSet Job',
      ],
      [
        'spec/template/spec/containers/env/valueFrom/secretKeyRef/name',
        'Deployment ReplicaSet DaemonSet StatefulSet Job Service.v1.serving.knative.dev',
      ],
      [
        'spec/template/spec/initContainers/env/valueFrom/secretKeyRef/name',
        'Deployment ReplicaSet DaemonSet StatefulSet Job',
      ],
      [
        'spec/template/spec/containers/envFrom/secretRef/name',
        'Deployment ReplicaSet DaemonSet StatefulSet Job',
      ],
      [
        'spec/template/spec/initContainers/envFrom/secretRef/name',
        'Deployment ReplicaSet DaemonSet StatefulSet Job',
      ],
      [
        'spec/template/spec/imagePullSecrets/name',
        'Deployment ReplicaSet DaemonSet StatefulSet Job',
      ],
      [
        'spec/template/spec/volumes/projected/sources/secret/name',
        'Deployment ReplicaSet DaemonSet StatefulSet Job',
      ],
      ['spec/jobTemplate/spec/template/spec/volumes/secret/secretName', 'CronJob'],
      ['spec/jobTemplate/spec/template/spec/volumes/projected/sources/secret/name', 'CronJob'],
      ['spec/jobTemplate/spec/template/spec/containers/env/valueFrom/secretKeyRef/name', 'CronJob'],
      [
        'spec/jobTemplate/spec/template/spec/initContainers/env/valueFrom/secretKeyRef/name',
        'CronJob',
      ],
      ['spec/jobTemplate/spec/template/spec/containers/envFrom/secretRef/name', 'CronJob'],
      ['spec/jobTemplate/spec/template/spec/initContainers/envFrom/secretRef/name', 'CronJob'],
      ['spec/jobTemplate/spec/template/spec/imagePullSecrets/name', 'CronJob'],
      ['spec/tls/secretName', 'Ingress'],
      ['metadata/annotations/ingress.kubernetes.io\\/auth-secret', 'Ingress'],
      ['metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret', 'Ingress'],
      ['metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret', 'Ingress'],
      ['imagePullSecrets/name', 'ServiceAccount'],
      ['parameters/secretName', 'StorageClass'],
      ['parameters/adminSecretName', 'StorageClass'],
      ['parameters/userSecretName', 'StorageClass'],
      ['parameters/secretRef', 'StorageClass'],
      ['rules/resourceNames', 'Role ClusterRole'],
      ['spec/azureFile/secretName', 'PersistentVolume'],
    ],
  },
  {
    target: 'Service.v1',
    fields: [
      ['spec/serviceName', 'StatefulSet.*.apps'],
      ['spec/rules/http/paths/backend/serviceName', 'Ingress'],
      ['spec/backend/serviceName', 'Ingress'],
      ['spec/rules/http/paths/backend/service/name', 'Ingress'],
      ['spec/defaultBackend/service/name', 'Ingress'],
      ['spec/service/name', 'APIService.*.apiregistration.k8s.io'],
      [
        'webhooks/clientConfig/service',
        'ValidatingWebhookConfiguration.*.admissionregistration.k8s.io MutatingWebhookConfiguration.*.admissionregistration.k8s.io',
      ],
    ],
  },
  {
    target: 'Role.*.rbac.authorization.k8s.io',
    fields: [['roleRef/name', 'RoleBinding.*.rbac.authorization.k8s.io']],
  },
  {
    target: 'ClusterRole.*.rbac.authorization.k8s.io',
    fields: [
      [
        'roleRef/name',
        'RoleBinding.*.rbac.authorization.k8s.io ClusterRoleBinding.*.rbac.authorization.k8s.io',
      ],
    ],
  },
  {
    target: 'ServiceAccount.v1',
    fields: [
      [
        'subjects',
        'RoleBinding.*.rbac.authorization.k8s.io ClusterRoleBinding.*.rbac.authorization.k8s.io',
      ],
      ['spec/serviceAccountName', 'Pod'],
      [
        'spec/template/spec/serviceAccountName',
        'StatefulSet Deployment ReplicationController Job DaemonSet',
      ],
      ['spec/jobTemplate/spec/template/spec/serviceAccountName', 'CronJob'],
    ],
  },
  {
    target: 'PersistentVolumeClaim.v1',
    fields: [
      ['spec/volumes/persistentVolumeClaim/claimName', 'Pod'],
      [
        'spec/template/spec/volumes/persistentVolumeClaim/claimName',
        'StatefulSet Deployment ReplicationController Job DaemonSet',
      ],
      ['spec/jobTemplate/spec/template/spec/volumes/persistentVolumeClaim/claimName', 'CronJob'],
    ],
  },
  {
    target: 'PersistentVolume.v1',
    fields: [
      ['spec/volumeName', 'PersistentVolumeClaim'],
      ['rules/resourceNames', 'ClusterRole'],
    ],
  },
  {
    target: 'StorageClass.v1.storage.k8s.io',
    fields: [
      ['spec/storageClassName', 'PersistentVolume PersistentVolumeClaim'],
      ['spec/volumeClaimTemplates/spec/storageClassName', 'StatefulSet'],
    ],
  },
  {
    target: 'PriorityClass.v1.scheduling.k8s.io',
    fields: [
      ['spec/priorityClassName', 'Pod'],
      [
        'spec/template/spec/priorityClassName',
        'StatefulSet Deployment ReplicationController Job DaemonSet',
      ],
      ['spec/jobTemplate/spec/template/spec/priorityClassName', 'CronJob'],
    ],
  },
  {
    target: 'IngressClass.v1.networking.k8s.io/v1',
    fields: [['spec/ingressClassName', 'Ingress']],
  },
  {
    target: 'ValidatingAdmissionPolicy.*.admissionregistration.k8s.io',
    fields: [
      ['spec/policyName', 'ValidatingAdmissionPolicyBinding.*.admissionregistration.k8s.io'],
    ],
  },
]
