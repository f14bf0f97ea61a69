/**
 * Fields of kOps that are not named after their flag. What they become is what kOps passes.
 * Source: https://github.com/kubernetes/kops/blob/master/pkg/apis/kops/v1alpha2/componentconfig.go, read 2026-11-25.
 */
export const KOPS_FIELDS = {
  // What goes behind the plugins that kOps names itself.
  appendAdmissionPlugins: 'enable-admission-plugins',
  auditLogMaxAge: 'audit-log-maxage',
  auditLogMaxBackups: 'audit-log-maxbackup',
  auditLogMaxSize: 'audit-log-maxsize',
  authenticationConfigFile: 'authentication-config',
  ClusterSigningDuration: 'cluster-signing-duration',
  enableProfiling: 'profiling',
  etcdCaFile: 'etcd-cafile',
  etcdCertFile: 'etcd-certfile',
  etcdKeyFile: 'etcd-keyfile',
  podPidsLimit: 'pod-max-pids',
  terminatedPodGCThreshold: 'terminated-pod-gc-threshold',
} as const
