/**
 * The options that k3s and RKE2 take in their configuration files, without those that only one of them has.
 * Sources: https://docs.k3s.io/cli/server, https://docs.k3s.io/cli/agent,
 * https://docs.rke2.io/reference/server_config, read 2026-11-25.
 */
export const RANCHER_OPTIONS = {
  /** Words that other programs' files use too: alone they say nothing. */
  common:
    'alsologtostderr bind-address config data-dir debug disable docker log node-ip node-label node-name pause-image ' +
    'profile rootless selinux server server-port snapshotter token token-file v vmodule',
  /** Words that nobody else uses. */
  own:
    'advertise-address advertise-port agent-token agent-token-file cluster-cidr cluster-dns cluster-domain cluster-init ' +
    'cluster-reset cluster-reset-restore-path container-runtime-endpoint control-plane-probe-configuration ' +
    'control-plane-resource-limits control-plane-resource-requests datastore-cafile datastore-certfile ' +
    'datastore-endpoint datastore-keyfile default-local-storage-path default-runtime disable-agent ' +
    'disable-apiserver disable-apiserver-lb disable-cloud-controller disable-controller-manager ' +
    'disable-default-registry-endpoint disable-etcd disable-helm-controller disable-kube-proxy ' +
    'disable-network-policy disable-scheduler egress-selector-mode embedded-registry enable-pprof etcd-arg ' +
    'etcd-disable-snapshots etcd-expose-metrics etcd-s3 etcd-s3-access-key etcd-s3-bucket ' +
    'etcd-s3-bucket-lookup-type etcd-s3-config-secret etcd-s3-endpoint etcd-s3-endpoint-ca etcd-s3-folder ' +
    'etcd-s3-insecure etcd-s3-proxy etcd-s3-region etcd-s3-retention etcd-s3-secret-key etcd-s3-session-token ' +
    'etcd-s3-skip-ssl-verify etcd-s3-timeout etcd-snapshot-compress etcd-snapshot-dir etcd-snapshot-name ' +
    'etcd-snapshot-retention etcd-snapshot-schedule-cron flannel-backend flannel-cni-conf flannel-conf ' +
    'flannel-external-ip flannel-iface flannel-ipv6-masq helm-job-image https-listen-port ' +
    'image-credential-provider-bin-dir image-credential-provider-config image-service-endpoint kube-apiserver-arg ' +
    'kube-cloud-controller-manager-arg kube-controller-manager-arg kube-proxy-arg kube-scheduler-arg kubelet-arg ' +
    'lb-server-port node-external-dns node-external-ip node-internal-dns node-taint nonroot-devices ' +
    'prefer-bundled-bin private-registry protect-kernel-defaults resolv-conf secrets-encryption ' +
    'secrets-encryption-provider service-cidr service-node-port-range servicelb-namespace supervisor-metrics ' +
    'system-default-registry tls-san tls-san-security vpn-auth vpn-auth-file with-node-id write-kubeconfig ' +
    'write-kubeconfig-group write-kubeconfig-mode',
  /** Words of RKE2 alone. */
  rke2:
    'audit-policy-file cloud-controller-manager-extra-env cloud-controller-manager-extra-mount ' +
    'cloud-controller-manager-image cloud-provider-config cloud-provider-name cni enable-servicelb etcd-extra-env ' +
    'etcd-extra-mount etcd-image ingress-controller kube-apiserver-extra-env kube-apiserver-extra-mount ' +
    'kube-apiserver-image kube-controller-manager-extra-env kube-controller-manager-extra-mount ' +
    'kube-controller-manager-image kube-proxy-extra-env kube-proxy-extra-mount kube-proxy-image ' +
    'kube-scheduler-extra-env kube-scheduler-extra-mount kube-scheduler-image kubelet-path ' +
    'pod-security-admission-config-file runtime-image',
} as const
