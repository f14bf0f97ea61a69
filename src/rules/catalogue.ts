import { acrOpen } from './cloud/acr-open/rule.ts'
import { aksApiRanges } from './cloud/aks-api-ranges/rule.ts'
import { aksAudit } from './cloud/aks-audit/rule.ts'
import { aksDiskCmk } from './cloud/aks-disk-cmk/rule.ts'
import { aksEntra } from './cloud/aks-entra/rule.ts'
import { aksHttpRouting } from './cloud/aks-http-routing/rule.ts'
import { aksIdentity } from './cloud/aks-identity/rule.ts'
import { aksKms } from './cloud/aks-kms/rule.ts'
import { aksKvRotation } from './cloud/aks-kv-rotation/rule.ts'
import { aksLocalAccounts } from './cloud/aks-local-accounts/rule.ts'
import { aksNetpol } from './cloud/aks-netpol/rule.ts'
import { aksNodePublicIp } from './cloud/aks-node-public-ip/rule.ts'
import { aksPolicyDefender } from './cloud/aks-policy-defender/rule.ts'
import { aksPrivate } from './cloud/aks-private/rule.ts'
import { aksRbacOff } from './cloud/aks-rbac-off/rule.ts'
import { aksRunCommand } from './cloud/aks-run-command/rule.ts'
import { aksUpgrade } from './cloud/aks-upgrade/rule.ts'
import { aksWorkloadIdentity } from './cloud/aks-workload-identity/rule.ts'
import { bucketPublic } from './cloud/bucket-public/rule.ts'
import { bucketTls } from './cloud/bucket-tls/rule.ts'
import { cacheTls } from './cloud/cache-tls/rule.ts'
import { cloudDiskExport } from './cloud/cloud-disk-export/rule.ts'
import { cloudDisk } from './cloud/cloud-disk/rule.ts'
import { cloudFile } from './cloud/cloud-file/rule.ts'
import { dbAtRest } from './cloud/db-at-rest/rule.ts'
import { dbBackup } from './cloud/db-backup/rule.ts'
import { dbPublic } from './cloud/db-public/rule.ts'
import { dbTls } from './cloud/db-tls/rule.ts'
import { ecrHygiene } from './cloud/ecr-hygiene/rule.ts'
import { eksAccessAdmin } from './cloud/eks-access-admin/rule.ts'
import { eksAmiEol } from './cloud/eks-ami-eol/rule.ts'
import { eksAuthConfigmap } from './cloud/eks-auth-configmap/rule.ts'
import { eksCmk } from './cloud/eks-cmk/rule.ts'
import { eksCreatorAdmin } from './cloud/eks-creator-admin/rule.ts'
import { eksDeletionProtection } from './cloud/eks-deletion-protection/rule.ts'
import { eksEndpointOpen } from './cloud/eks-endpoint-open/rule.ts'
import { eksEndpointPrivateOff } from './cloud/eks-endpoint-private-off/rule.ts'
import { eksImds } from './cloud/eks-imds/rule.ts'
import { eksIrsaTrust } from './cloud/eks-irsa-trust/rule.ts'
import { eksLogs } from './cloud/eks-logs/rule.ts'
import { eksNetpolOff } from './cloud/eks-netpol-off/rule.ts'
import { eksNgSsh } from './cloud/eks-ng-ssh/rule.ts'
import { eksNodeDisk } from './cloud/eks-node-disk/rule.ts'
import { eksNodePublic } from './cloud/eks-node-public/rule.ts'
import { eksNodeRoleBroad } from './cloud/eks-node-role-broad/rule.ts'
import { eksSupportExtended } from './cloud/eks-support-extended/rule.ts'
import { eksVersionEol } from './cloud/eks-version-eol/rule.ts'
import { gkeAbac } from './cloud/gke-abac/rule.ts'
import { gkeAlphaExtip } from './cloud/gke-alpha-extip/rule.ts'
import { gkeAnonymous } from './cloud/gke-anonymous/rule.ts'
import { gkeBinauthz } from './cloud/gke-binauthz/rule.ts'
import { gkeBootCmek } from './cloud/gke-boot-cmek/rule.ts'
import { gkeChannel } from './cloud/gke-channel/rule.ts'
import { gkeClientCert } from './cloud/gke-client-cert/rule.ts'
import { gkeDatabaseEncryption } from './cloud/gke-database-encryption/rule.ts'
import { gkeDnsEndpoint } from './cloud/gke-dns-endpoint/rule.ts'
import { gkeEndpointOpen } from './cloud/gke-endpoint-open/rule.ts'
import { gkeImage } from './cloud/gke-image/rule.ts'
import { gkeInsecureBindings } from './cloud/gke-insecure-bindings/rule.ts'
import { gkeLegacyMetadata } from './cloud/gke-legacy-metadata/rule.ts'
import { gkeLogging } from './cloud/gke-logging/rule.ts'
import { gkeNetpol } from './cloud/gke-netpol/rule.ts'
import { gkeNodeSa } from './cloud/gke-node-sa/rule.ts'
import { gkePosture } from './cloud/gke-posture/rule.ts'
import { gkePrivateNodes } from './cloud/gke-private-nodes/rule.ts'
import { gkeReadonlyPort } from './cloud/gke-readonly-port/rule.ts'
import { gkeShielded } from './cloud/gke-shielded/rule.ts'
import { gkeTransit } from './cloud/gke-transit/rule.ts'
import { gkeWorkloadIdentity } from './cloud/gke-workload-identity/rule.ts'
import { kmsRotation } from './cloud/kms-rotation/rule.ts'
import { netFlowLogs } from './cloud/net-flow-logs/rule.ts'
import { queueTls } from './cloud/queue-tls/rule.ts'
import { scwBastionOpen } from './cloud/scw-bastion-open/rule.ts'
import { scwBlockNoCrypto } from './cloud/scw-block-no-crypto/rule.ts'
import { scwBucketLock } from './cloud/scw-bucket-lock/rule.ts'
import { scwBucketPublic } from './cloud/scw-bucket-public/rule.ts'
import { scwBucketSse } from './cloud/scw-bucket-sse/rule.ts'
import { scwCockpitRetention } from './cloud/scw-cockpit-retention/rule.ts'
import { scwDataPublic } from './cloud/scw-data-public/rule.ts'
import { scwIamBroad } from './cloud/scw-iam-broad/rule.ts'
import { scwIamKeyEternal } from './cloud/scw-iam-key-eternal/rule.ts'
import { scwK8sAclMissing } from './cloud/scw-k8s-acl-missing/rule.ts'
import { scwK8sAclOpen } from './cloud/scw-k8s-acl-open/rule.ts'
import { scwK8sAclProviderRanges } from './cloud/scw-k8s-acl-provider-ranges/rule.ts'
import { scwK8sAutoUpgrade } from './cloud/scw-k8s-auto-upgrade/rule.ts'
import { scwK8sDeleteExtra } from './cloud/scw-k8s-delete-extra/rule.ts'
import { scwK8sFeatureGates } from './cloud/scw-k8s-feature-gates/rule.ts'
import { scwK8sHealthData } from './cloud/scw-k8s-health-data/rule.ts'
import { scwK8sMutualizedProd } from './cloud/scw-k8s-mutualized-prod/rule.ts'
import { scwK8sOidcWeak } from './cloud/scw-k8s-oidc-weak/rule.ts'
import { scwK8sVersionEol } from './cloud/scw-k8s-version-eol/rule.ts'
import { scwLbClear } from './cloud/scw-lb-clear/rule.ts'
import { scwMongoPublic } from './cloud/scw-mongo-public/rule.ts'
import { scwPnMissing } from './cloud/scw-pn-missing/rule.ts'
import { scwPoolKubeletArgs } from './cloud/scw-pool-kubelet-args/rule.ts'
import { scwPoolPublicIp } from './cloud/scw-pool-public-ip/rule.ts'
import { scwPoolSgShared } from './cloud/scw-pool-sg-shared/rule.ts'
import { scwPoolVersionLag } from './cloud/scw-pool-version-lag/rule.ts'
import { scwRdbAtRest } from './cloud/scw-rdb-at-rest/rule.ts'
import { scwRdbBackup } from './cloud/scw-rdb-backup/rule.ts'
import { scwRdbPublic } from './cloud/scw-rdb-public/rule.ts'
import { scwRedisTls } from './cloud/scw-redis-tls/rule.ts'
import { scwRegistryPublic } from './cloud/scw-registry-public/rule.ts'
import { scwSecretInState } from './cloud/scw-secret-in-state/rule.ts'
import { scwSgInboundAccept } from './cloud/scw-sg-inbound-accept/rule.ts'
import { scwVpcAclAccept } from './cloud/scw-vpc-acl-accept/rule.ts'
import { tfBackendPlain } from './cloud/tf-backend-plain/rule.ts'
import { tfDbPassword } from './cloud/tf-db-password/rule.ts'
import { tfK8sSecretLiteral } from './cloud/tf-k8s-secret-literal/rule.ts'
import { tfKubeconfigLeak } from './cloud/tf-kubeconfig-leak/rule.ts'
import { tfProviderCreds } from './cloud/tf-provider-creds/rule.ts'
import { tfProviderUnpinned } from './cloud/tf-provider-unpinned/rule.ts'
import { tfStateCommitted } from './cloud/tf-state-committed/rule.ts'
import { tfWorldAdminPorts } from './cloud/tf-world-admin-ports/rule.ts'
import { tfWorldApiServer } from './cloud/tf-world-api-server/rule.ts'
import { admImageWebhook } from './cluster/adm-image-webhook/rule.ts'
import { admPsaDefault } from './cluster/adm-psa-default/rule.ts'
import { apiAdmissionCore } from './cluster/api-admission-core/rule.ts'
import { apiAdmissionExtra } from './cluster/api-admission-extra/rule.ts'
import { apiAdmissionImages } from './cluster/api-admission-images/rule.ts'
import { apiAnonymous } from './cluster/api-anonymous/rule.ts'
import { apiApfExempt } from './cluster/api-apf-exempt/rule.ts'
import { apiApf } from './cluster/api-apf/rule.ts'
import { apiAuthzMode } from './cluster/api-authz-mode/rule.ts'
import { apiAuthzWebhook } from './cluster/api-authz-webhook/rule.ts'
import { apiCors } from './cluster/api-cors/rule.ts'
import { apiEncryptionOff } from './cluster/api-encryption-off/rule.ts'
import { apiEtcdTls } from './cluster/api-etcd-tls/rule.ts'
import { apiFeatureGates } from './cluster/api-feature-gates/rule.ts'
import { apiFrontProxyNames } from './cluster/api-front-proxy-names/rule.ts'
import { apiFrontProxy } from './cluster/api-front-proxy/rule.ts'
import { apiJwtPrefix } from './cluster/api-jwt-prefix/rule.ts'
import { apiKubeletTls } from './cluster/api-kubelet-tls/rule.ts'
import { apiLegacyPort } from './cluster/api-legacy-port/rule.ts'
import { apiOidcPrefix } from './cluster/api-oidc-prefix/rule.ts'
import { apiProfiling } from './cluster/api-profiling/rule.ts'
import { apiSaTokensLong } from './cluster/api-sa-tokens-long/rule.ts'
import { apiSaTokensMax } from './cluster/api-sa-tokens-max/rule.ts'
import { apiSaTokens } from './cluster/api-sa-tokens/rule.ts'
import { apiStaticToken } from './cluster/api-static-token/rule.ts'
import { apiTls } from './cluster/api-tls/rule.ts'
import { auditBlind } from './cluster/audit-blind/rule.ts'
import { auditBodyLeak } from './cluster/audit-body-leak/rule.ts'
import { auditBroadDrop } from './cluster/audit-broad-drop/rule.ts'
import { auditOff } from './cluster/audit-off/rule.ts'
import { auditRetention } from './cluster/audit-retention/rule.ts'
import { bootToken } from './cluster/boot-token/rule.ts'
import { certExpiry } from './cluster/cert-expiry/rule.ts'
import { certSuperAdmin } from './cluster/cert-super-admin/rule.ts'
import { certWeak } from './cluster/cert-weak/rule.ts'
import { cpWorkloads } from './cluster/cp-workloads/rule.ts'
import { encIdentityFirst } from './cluster/enc-identity-first/rule.ts'
import { encInvalid } from './cluster/enc-invalid/rule.ts'
import { encKeyExposed } from './cluster/enc-key-exposed/rule.ts'
import { encKmsV1 } from './cluster/enc-kms-v1/rule.ts'
import { encScope } from './cluster/enc-scope/rule.ts'
import { encSecretsUncovered } from './cluster/enc-secrets-uncovered/rule.ts'
import { encWeakProvider } from './cluster/enc-weak-provider/rule.ts'
import { etcdBackupClear } from './cluster/etcd-backup-clear/rule.ts'
import { etcdClientAuth } from './cluster/etcd-client-auth/rule.ts'
import { etcdMetricsOpen } from './cluster/etcd-metrics-open/rule.ts'
import { etcdOwnCa } from './cluster/etcd-own-ca/rule.ts'
import { etcdPeerAuth } from './cluster/etcd-peer-auth/rule.ts'
import { etcdReachable } from './cluster/etcd-reachable/rule.ts'
import { kcmBind } from './cluster/kcm-bind/rule.ts'
import { kcmCerts } from './cluster/kcm-certs/rule.ts'
import { kcmSaCredentials } from './cluster/kcm-sa-credentials/rule.ts'
import { kubeletAnonymous } from './cluster/kubelet-anonymous/rule.ts'
import { kubeletAuthz } from './cluster/kubelet-authz/rule.ts'
import { kubeletClientCa } from './cluster/kubelet-client-ca/rule.ts'
import { kubeletDebug } from './cluster/kubelet-debug/rule.ts'
import { kubeletEvents } from './cluster/kubelet-events/rule.ts'
import { kubeletKernel } from './cluster/kubelet-kernel/rule.ts'
import { kubeletPids } from './cluster/kubelet-pids/rule.ts'
import { kubeletPullSecrets } from './cluster/kubelet-pull-secrets/rule.ts'
import { kubeletReadonly } from './cluster/kubelet-readonly/rule.ts'
import { kubeletRotate } from './cluster/kubelet-rotate/rule.ts'
import { kubeletSeccomp } from './cluster/kubelet-seccomp/rule.ts'
import { kubeletStaticUrl } from './cluster/kubelet-static-url/rule.ts'
import { kubeletStreaming } from './cluster/kubelet-streaming/rule.ts'
import { kubeletSwap } from './cluster/kubelet-swap/rule.ts'
import { kubeletTls } from './cluster/kubelet-tls/rule.ts'
import { nodeAge } from './cluster/node-age/rule.ts'
import { nodeCgroup1 } from './cluster/node-cgroup1/rule.ts'
import { nodeExternalIp } from './cluster/node-external-ip/rule.ts'
import { nodeKernelOld } from './cluster/node-kernel-old/rule.ts'
import { nodeLabelTrust } from './cluster/node-label-trust/rule.ts'
import { nodeOsEol } from './cluster/node-os-eol/rule.ts'
import { nodeRuntimeEol } from './cluster/node-runtime-eol/rule.ts'
import { nodeTenantMix } from './cluster/node-tenant-mix/rule.ts'
import { nodeUnmanaged } from './cluster/node-unmanaged/rule.ts'
import { proxyMetrics } from './cluster/proxy-metrics/rule.ts'
import { verEol } from './cluster/ver-eol/rule.ts'
import { verPatchLag } from './cluster/ver-patch-lag/rule.ts'
import { verSkew } from './cluster/ver-skew/rule.ts'
import { verUpgradePath } from './cluster/ver-upgrade-path/rule.ts'
import { composeCapabilities } from './code/compose-capabilities/rule.ts'
import { composeDatabaseOpen } from './code/compose-database-open/rule.ts'
import { composeHostNamespaces } from './code/compose-host-namespaces/rule.ts'
import { composeImageLatest } from './code/compose-image-latest/rule.ts'
import { composePasswordInEnvironment } from './code/compose-password-in-environment/rule.ts'
import { composePrivileged } from './code/compose-privileged/rule.ts'
import { composeRuntimeSocket } from './code/compose-runtime-socket/rule.ts'
import { composeSecretInEnvironment } from './code/compose-secret-in-environment/rule.ts'
import { composeUnconfined } from './code/compose-unconfined/rule.ts'
import { dfAddRemote } from './code/df-add-remote/rule.ts'
import { dfBaseEndOfLife } from './code/df-base-end-of-life/rule.ts'
import { dfBaseLatest } from './code/df-base-latest/rule.ts'
import { dfBaseNoDigest } from './code/df-base-no-digest/rule.ts'
import { dfCacheLeft } from './code/df-cache-left/rule.ts'
import { dfContextSecrets } from './code/df-context-secrets/rule.ts'
import { dfGitCopied } from './code/df-git-copied/rule.ts'
import { dfNoHealthcheck } from './code/df-no-healthcheck/rule.ts'
import { dfPipedShell } from './code/df-piped-shell/rule.ts'
import { dfRootUser } from './code/df-root-user/rule.ts'
import { dfSecretBuildArg } from './code/df-secret-build-arg/rule.ts'
import { dfSecretCopied } from './code/df-secret-copied/rule.ts'
import { dfSecretInEnv } from './code/df-secret-in-env/rule.ts'
import { dfSecretInRun } from './code/df-secret-in-run/rule.ts'
import { dfSetuid } from './code/df-setuid/rule.ts'
import { dfSignaturesOff } from './code/df-signatures-off/rule.ts'
import { dfSshServer } from './code/df-ssh-server/rule.ts'
import { dfSudo } from './code/df-sudo/rule.ts'
import { dfTlsOff } from './code/df-tls-off/rule.ts'
import { dfUnpinnedInstall } from './code/df-unpinned-install/rule.ts'
import { dfUnverifiedDownload } from './code/df-unverified-download/rule.ts'
import { pkgExploited } from './code/pkg-exploited/rule.ts'
import { pkgExposed } from './code/pkg-exposed/rule.ts'
import { pkgVulnerableDev } from './code/pkg-vulnerable-dev/rule.ts'
import { pkgVulnerable } from './code/pkg-vulnerable/rule.ts'
import { backupNone } from './data/backup-none/rule.ts'
import { cfgClearUrl } from './data/cfg-clear-url/rule.ts'
import { cfgDbSslOff } from './data/cfg-db-ssl-off/rule.ts'
import { cniEncryption } from './data/cni-encryption/rule.ts'
import { crtExpiry } from './data/crt-expiry/rule.ts'
import { crtIssuerWide } from './data/crt-issuer-wide/rule.ts'
import { crtKeyCommitted } from './data/crt-key-committed/rule.ts'
import { crtSelfsigned } from './data/crt-selfsigned/rule.ts'
import { crtWeak } from './data/crt-weak/rule.ts'
import { envClearUrl } from './data/env-clear-url/rule.ts'
import { envDbSslOff } from './data/env-db-ssl-off/rule.ts'
import { gdprExposure } from './data/gdpr-exposure/rule.ts'
import { gdprInventory } from './data/gdpr-inventory/rule.ts'
import { gdprJustification } from './data/gdpr-justification/rule.ts'
import { gdprLogs } from './data/gdpr-logs/rule.ts'
import { gdprMinimise } from './data/gdpr-minimise/rule.ts'
import { gdprNonprodCopy } from './data/gdpr-nonprod-copy/rule.ts'
import { gdprProcessors } from './data/gdpr-processors/rule.ts'
import { gdprProtect } from './data/gdpr-protect/rule.ts'
import { gdprRegion } from './data/gdpr-region/rule.ts'
import { gdprRetention } from './data/gdpr-retention/rule.ts'
import { gdprRights } from './data/gdpr-rights/rule.ts'
import { gwBackendTls } from './data/gw-backend-tls/rule.ts'
import { gwListener } from './data/gw-listener/rule.ts'
import { hostpathData } from './data/hostpath-data/rule.ts'
import { ingBackendClear } from './data/ing-backend-clear/rule.ts'
import { ingHsts } from './data/ing-hsts/rule.ts'
import { ingNoRedirect } from './data/ing-no-redirect/rule.ts'
import { ingNoTls } from './data/ing-no-tls/rule.ts'
import { meshIstio } from './data/mesh-istio/rule.ts'
import { meshLinkerd } from './data/mesh-linkerd/rule.ts'
import { metricsClear } from './data/metrics-clear/rule.ts'
import { pvClear } from './data/pv-clear/rule.ts'
import { pvOrphan } from './data/pv-orphan/rule.ts'
import { scDefaultClear } from './data/sc-default-clear/rule.ts'
import { scEncrypt } from './data/sc-encrypt/rule.ts'
import { scSharedPassphrase } from './data/sc-shared-passphrase/rule.ts'
import { scUnknownParameter } from './data/sc-unknown-parameter/rule.ts'
import { secEnv } from './data/sec-env/rule.ts'
import { secInAnnotation } from './data/sec-in-annotation/rule.ts'
import { secInArgs } from './data/sec-in-args/rule.ts'
import { secInConfigmap } from './data/sec-in-configmap/rule.ts'
import { secInEnv } from './data/sec-in-env/rule.ts'
import { secInValues } from './data/sec-in-values/rule.ts'
import { secMutableOld } from './data/sec-mutable-old/rule.ts'
import { secPlainGit } from './data/sec-plain-git/rule.ts'
import { secSpread } from './data/sec-spread/rule.ts'
import { secStoreWeak } from './data/sec-store-weak/rule.ts'
import { secUnused } from './data/sec-unused/rule.ts'
import { snapPolicy } from './data/snap-policy/rule.ts'
import { svcExternalname } from './data/svc-externalname/rule.ts'
import { svcLbClear } from './data/svc-lb-clear/rule.ts'
import { tmpSensitive } from './data/tmp-sensitive/rule.ts'
import { veleroKey } from './data/velero-key/rule.ts'
import { idnAggregate } from './identity/idn-aggregate/rule.ts'
import { idnAnonymousBinding } from './identity/idn-anonymous-binding/rule.ts'
import { idnAuthenticatedBinding } from './identity/idn-authenticated-binding/rule.ts'
import { idnAutomount } from './identity/idn-automount/rule.ts'
import { idnCloudAdmin } from './identity/idn-cloud-admin/rule.ts'
import { idnCloudLink } from './identity/idn-cloud-link/rule.ts'
import { idnClusterAdminNamespace } from './identity/idn-cluster-admin-namespace/rule.ts'
import { idnClusterAdmin } from './identity/idn-cluster-admin/rule.ts'
import { idnCrossNamespace } from './identity/idn-cross-namespace/rule.ts'
import { idnCsr } from './identity/idn-csr/rule.ts'
import { idnDefaultSaBound } from './identity/idn-default-sa-bound/rule.ts'
import { idnDefaultSa } from './identity/idn-default-sa/rule.ts'
import { idnDestructive } from './identity/idn-destructive/rule.ts'
import { idnDnsConfigmap } from './identity/idn-dns-configmap/rule.ts'
import { idnEditClusterWide } from './identity/idn-edit-cluster-wide/rule.ts'
import { idnEscalateBind } from './identity/idn-escalate-bind/rule.ts'
import { idnExec } from './identity/idn-exec/rule.ts'
import { idnHumanCert } from './identity/idn-human-cert/rule.ts'
import { idnHumanSa } from './identity/idn-human-sa/rule.ts'
import { idnImpersonate } from './identity/idn-impersonate/rule.ts'
import { idnKubeconfigCommitted } from './identity/idn-kubeconfig-committed/rule.ts'
import { idnKubeconfigExec } from './identity/idn-kubeconfig-exec/rule.ts'
import { idnKubeconfigInsecure } from './identity/idn-kubeconfig-insecure/rule.ts'
import { idnLegacyToken } from './identity/idn-legacy-token/rule.ts'
import { idnLogTamper } from './identity/idn-log-tamper/rule.ts'
import { idnManyRoles } from './identity/idn-many-roles/rule.ts'
import { idnMastersGroup } from './identity/idn-masters-group/rule.ts'
import { idnNamespaceLabels } from './identity/idn-namespace-labels/rule.ts'
import { idnNetworkWrite } from './identity/idn-network-write/rule.ts'
import { idnNodeWrite } from './identity/idn-node-write/rule.ts'
import { idnNodesProxy } from './identity/idn-nodes-proxy/rule.ts'
import { idnPodCreate } from './identity/idn-pod-create/rule.ts'
import { idnProviderRolesEdited } from './identity/idn-provider-roles-edited/rule.ts'
import { idnPvCreate } from './identity/idn-pv-create/rule.ts'
import { idnRoleWrite } from './identity/idn-role-write/rule.ts'
import { idnSecretsReadNamespace } from './identity/idn-secrets-read-namespace/rule.ts'
import { idnSecretsRead } from './identity/idn-secrets-read/rule.ts'
import { idnStaleSubject } from './identity/idn-stale-subject/rule.ts'
import { idnTokenLong } from './identity/idn-token-long/rule.ts'
import { idnTokenRequest } from './identity/idn-token-request/rule.ts'
import { idnUnprefixedUser } from './identity/idn-unprefixed-user/rule.ts'
import { idnUnusedAccount } from './identity/idn-unused-account/rule.ts'
import { idnWebhookWrite } from './identity/idn-webhook-write/rule.ts'
import { idnWildcardNarrow } from './identity/idn-wildcard-narrow/rule.ts'
import { idnWildcard } from './identity/idn-wildcard/rule.ts'
import { netAdminRuleShadowed } from './network/net-admin-rule-shadowed/rule.ts'
import { netAllowAll } from './network/net-allow-all/rule.ts'
import { netApiEgress } from './network/net-api-egress/rule.ts'
import { netDatabaseWide } from './network/net-database-wide/rule.ts'
import { netDeadRules } from './network/net-dead-rules/rule.ts'
import { netEgressOpen } from './network/net-egress-open/rule.ts'
import { netEnvironmentBridge } from './network/net-environment-bridge/rule.ts'
import { netExternalIps } from './network/net-external-ips/rule.ts'
import { netExternalName } from './network/net-external-name/rule.ts'
import { netGatewayAllNamespaces } from './network/net-gateway-all-namespaces/rule.ts'
import { netIngressNoHost } from './network/net-ingress-no-host/rule.ts'
import { netIngressOpen } from './network/net-ingress-open/rule.ts'
import { netIngressRetired } from './network/net-ingress-retired/rule.ts'
import { netIngressWildcardHost } from './network/net-ingress-wildcard-host/rule.ts'
import { netInvalidExcept } from './network/net-invalid-except/rule.ts'
import { netInvalidPeer } from './network/net-invalid-peer/rule.ts'
import { netKubeletEgress } from './network/net-kubelet-egress/rule.ts'
import { netLoadBalancerOpen } from './network/net-load-balancer-open/rule.ts'
import { netLoadBalancerWeb } from './network/net-load-balancer-web/rule.ts'
import { netMetadataEgress } from './network/net-metadata-egress/rule.ts'
import { netNoPolicy } from './network/net-no-policy/rule.ts'
import { netNodePort } from './network/net-node-port/rule.ts'
import { netPoliciesNotEnforced } from './network/net-policies-not-enforced/rule.ts'
import { netPolicyForeign } from './network/net-policy-foreign/rule.ts'
import { netPolicySelectsNothing } from './network/net-policy-selects-nothing/rule.ts'
import { netSnippetAnnotation } from './network/net-snippet-annotation/rule.ts'
import { netSnippetsAllowed } from './network/net-snippets-allowed/rule.ts'
import { netUnknownPortName } from './network/net-unknown-port-name/rule.ts'
import { netWorkloadOpen } from './network/net-workload-open/rule.ts'
import type { Rule } from './rule.ts'
import { apisvcSkipVerify } from './third-parties/apisvc-skip-verify/rule.ts'
import { tpArgocdWideProject } from './third-parties/tp-argocd-wide-project/rule.ts'
import { tpConversionWebhook } from './third-parties/tp-conversion-webhook/rule.ts'
import { tpDeprecatedApi } from './third-parties/tp-deprecated-api/rule.ts'
import { tpEndOfLifeComponent } from './third-parties/tp-end-of-life-component/rule.ts'
import { tpFrozenRegistry } from './third-parties/tp-frozen-registry/rule.ts'
import { tpImageUnsigned } from './third-parties/tp-image-unsigned/rule.ts'
import { tpInsecureSource } from './third-parties/tp-insecure-source/rule.ts'
import { tpOperatorAutoUpdate } from './third-parties/tp-operator-auto-update/rule.ts'
import { tpRemovedApi } from './third-parties/tp-removed-api/rule.ts'
import { tpThirdPartyRights } from './third-parties/tp-third-party-rights/rule.ts'
import { tpTiller } from './third-parties/tp-tiller/rule.ts'
import { tpUnknownRegistry } from './third-parties/tp-unknown-registry/rule.ts'
import { tpUnpinnedChart } from './third-parties/tp-unpinned-chart/rule.ts'
import { tpWebhookExemptsNamespaces } from './third-parties/tp-webhook-exempts-namespaces/rule.ts'
import { tpWebhookExemptsObjects } from './third-parties/tp-webhook-exempts-objects/rule.ts'
import { tpWebhookExternalUrl } from './third-parties/tp-webhook-external-url/rule.ts'
import { tpWebhookFailsOpen } from './third-parties/tp-webhook-fails-open/rule.ts'
import { tpWebhookReadsSecrets } from './third-parties/tp-webhook-reads-secrets/rule.ts'
import { tpWebhookScopeWide } from './third-parties/tp-webhook-scope-wide/rule.ts'
import { tpWebhookTimeout } from './third-parties/tp-webhook-timeout/rule.ts'
import { webhookCa } from './third-parties/webhook-ca/rule.ts'
import { addedCapability } from './workloads/added-capability/rule.ts'
import { appArmorUnconfined } from './workloads/app-armor-unconfined/rule.ts'
import { barePod } from './workloads/bare-pod/rule.ts'
import { blockDeviceMounted } from './workloads/block-device-mounted/rule.ts'
import { capabilitiesNotDropped } from './workloads/capabilities-not-dropped/rule.ts'
import { cloudCredentialsMounted } from './workloads/cloud-credentials-mounted/rule.ts'
import { controlPlaneScheduling } from './workloads/control-plane-scheduling/rule.ts'
import { dangerousCapability } from './workloads/dangerous-capability/rule.ts'
import { defaultNamespace } from './workloads/default-namespace/rule.ts'
import { disruptionBudgetBlocksDrains } from './workloads/disruption-budget-blocks-drains/rule.ts'
import { disruptionBudgetSelectsNothing } from './workloads/disruption-budget-selects-nothing/rule.ts'
import { etcdPathMounted } from './workloads/etcd-path-mounted/rule.ts'
import { hostDeviceMounted } from './workloads/host-device-mounted/rule.ts'
import { hostIpc } from './workloads/host-ipc/rule.ts'
import { hostLogsMounted } from './workloads/host-logs-mounted/rule.ts'
import { hostNetwork } from './workloads/host-network/rule.ts'
import { hostPathSubPath } from './workloads/host-path-sub-path/rule.ts'
import { hostPathVolume } from './workloads/host-path-volume/rule.ts'
import { hostPid } from './workloads/host-pid/rule.ts'
import { hostPort } from './workloads/host-port/rule.ts'
import { hostRootMounted } from './workloads/host-root-mounted/rule.ts'
import { imageLatest } from './workloads/image-latest/rule.ts'
import { imageWithoutDigest } from './workloads/image-without-digest/rule.ts'
import { imageWithoutTag } from './workloads/image-without-tag/rule.ts'
import { kernelPathMounted } from './workloads/kernel-path-mounted/rule.ts'
import { kubePublicUsed } from './workloads/kube-public-used/rule.ts'
import { kubeSystemUsed } from './workloads/kube-system-used/rule.ts'
import { kubeletPathMounted } from './workloads/kubelet-path-mounted/rule.ts'
import { namespaceWithoutLimitRange } from './workloads/namespace-without-limit-range/rule.ts'
import { namespaceWithoutPodSecurity } from './workloads/namespace-without-pod-security/rule.ts'
import { namespaceWithoutQuota } from './workloads/namespace-without-quota/rule.ts'
import { neverPulledImage } from './workloads/never-pulled-image/rule.ts'
import { noCpuLimit } from './workloads/no-cpu-limit/rule.ts'
import { noCpuRequest } from './workloads/no-cpu-request/rule.ts'
import { noDisruptionBudget } from './workloads/no-disruption-budget/rule.ts'
import { noEphemeralStorageLimit } from './workloads/no-ephemeral-storage-limit/rule.ts'
import { noLivenessProbe } from './workloads/no-liveness-probe/rule.ts'
import { noMemoryLimit } from './workloads/no-memory-limit/rule.ts'
import { noMemoryRequest } from './workloads/no-memory-request/rule.ts'
import { noReadinessProbe } from './workloads/no-readiness-probe/rule.ts'
import { noSeccompProfile } from './workloads/no-seccomp-profile/rule.ts'
import { pinnedToNode } from './workloads/pinned-to-node/rule.ts'
import { podSecurityOnlyWarns } from './workloads/pod-security-only-warns/rule.ts'
import { podSecurityPrivileged } from './workloads/pod-security-privileged/rule.ts'
import { podSecurityUnknownLevel } from './workloads/pod-security-unknown-level/rule.ts'
import { privilegeEscalation } from './workloads/privilege-escalation/rule.ts'
import { privilegedContainer } from './workloads/privileged-container/rule.ts'
import { probeHost } from './workloads/probe-host/rule.ts'
import { rootContainer } from './workloads/root-container/rule.ts'
import { rootGroupId } from './workloads/root-group-id/rule.ts'
import { rootNotForbidden } from './workloads/root-not-forbidden/rule.ts'
import { rootUserId } from './workloads/root-user-id/rule.ts'
import { runtimeSocketMounted } from './workloads/runtime-socket-mounted/rule.ts'
import { seLinuxOptions } from './workloads/se-linux-options/rule.ts'
import { seccompUnconfined } from './workloads/seccomp-unconfined/rule.ts'
import { sharedProcessNamespace } from './workloads/shared-process-namespace/rule.ts'
import { singleReplica } from './workloads/single-replica/rule.ts'
import { staleImage } from './workloads/stale-image/rule.ts'
import { systemPriority } from './workloads/system-priority/rule.ts'
import { toleratesEverything } from './workloads/tolerates-everything/rule.ts'
import { unmaskedProc } from './workloads/unmasked-proc/rule.ts'
import { unsafeSysctl } from './workloads/unsafe-sysctl/rule.ts'
import { volumeTypeNotRestricted } from './workloads/volume-type-not-restricted/rule.ts'
import { windowsHostProcess } from './workloads/windows-host-process/rule.ts'
import { writableRootFilesystem } from './workloads/writable-root-filesystem/rule.ts'

/** Every rule, stop by stop along the itinerary and by id within a stop. */
export const CATALOGUE: readonly Rule[] = [
  acrOpen,
  aksApiRanges,
  aksAudit,
  aksDiskCmk,
  aksEntra,
  aksHttpRouting,
  aksIdentity,
  aksKms,
  aksKvRotation,
  aksLocalAccounts,
  aksNetpol,
  aksNodePublicIp,
  aksPolicyDefender,
  aksPrivate,
  aksRbacOff,
  aksRunCommand,
  aksUpgrade,
  aksWorkloadIdentity,
  bucketPublic,
  bucketTls,
  cacheTls,
  cloudDisk,
  cloudDiskExport,
  cloudFile,
  dbAtRest,
  dbBackup,
  dbPublic,
  dbTls,
  ecrHygiene,
  eksAccessAdmin,
  eksAmiEol,
  eksAuthConfigmap,
  eksCmk,
  eksCreatorAdmin,
  eksDeletionProtection,
  eksEndpointOpen,
  eksEndpointPrivateOff,
  eksImds,
  eksIrsaTrust,
  eksLogs,
  eksNetpolOff,
  eksNgSsh,
  eksNodeDisk,
  eksNodePublic,
  eksNodeRoleBroad,
  eksSupportExtended,
  eksVersionEol,
  gkeAbac,
  gkeAlphaExtip,
  gkeAnonymous,
  gkeBinauthz,
  gkeBootCmek,
  gkeChannel,
  gkeClientCert,
  gkeDatabaseEncryption,
  gkeDnsEndpoint,
  gkeEndpointOpen,
  gkeImage,
  gkeInsecureBindings,
  gkeLegacyMetadata,
  gkeLogging,
  gkeNetpol,
  gkeNodeSa,
  gkePosture,
  gkePrivateNodes,
  gkeReadonlyPort,
  gkeShielded,
  gkeTransit,
  gkeWorkloadIdentity,
  kmsRotation,
  netFlowLogs,
  queueTls,
  scwBastionOpen,
  scwBlockNoCrypto,
  scwBucketLock,
  scwBucketPublic,
  scwBucketSse,
  scwCockpitRetention,
  scwDataPublic,
  scwIamBroad,
  scwIamKeyEternal,
  scwK8sAclMissing,
  scwK8sAclOpen,
  scwK8sAclProviderRanges,
  scwK8sAutoUpgrade,
  scwK8sDeleteExtra,
  scwK8sFeatureGates,
  scwK8sHealthData,
  scwK8sMutualizedProd,
  scwK8sOidcWeak,
  scwK8sVersionEol,
  scwLbClear,
  scwMongoPublic,
  scwPnMissing,
  scwPoolKubeletArgs,
  scwPoolPublicIp,
  scwPoolSgShared,
  scwPoolVersionLag,
  scwRdbAtRest,
  scwRdbBackup,
  scwRdbPublic,
  scwRedisTls,
  scwRegistryPublic,
  scwSecretInState,
  scwSgInboundAccept,
  scwVpcAclAccept,
  tfBackendPlain,
  tfDbPassword,
  tfK8sSecretLiteral,
  tfKubeconfigLeak,
  tfProviderCreds,
  tfProviderUnpinned,
  tfStateCommitted,
  tfWorldAdminPorts,
  tfWorldApiServer,
  admImageWebhook,
  admPsaDefault,
  apiAdmissionCore,
  apiAdmissionExtra,
  apiAdmissionImages,
  apiAnonymous,
  apiApf,
  apiApfExempt,
  apiAuthzMode,
  apiAuthzWebhook,
  apiCors,
  apiEncryptionOff,
  apiEtcdTls,
  apiFeatureGates,
  apiFrontProxy,
  apiFrontProxyNames,
  apiJwtPrefix,
  apiKubeletTls,
  apiLegacyPort,
  apiOidcPrefix,
  apiProfiling,
  apiSaTokens,
  apiSaTokensLong,
  apiSaTokensMax,
  apiStaticToken,
  apiTls,
  auditBlind,
  auditBodyLeak,
  auditBroadDrop,
  auditOff,
  auditRetention,
  bootToken,
  certExpiry,
  certSuperAdmin,
  certWeak,
  cpWorkloads,
  encIdentityFirst,
  encInvalid,
  encKeyExposed,
  encKmsV1,
  encScope,
  encSecretsUncovered,
  encWeakProvider,
  etcdBackupClear,
  etcdClientAuth,
  etcdMetricsOpen,
  etcdOwnCa,
  etcdPeerAuth,
  etcdReachable,
  kcmBind,
  kcmCerts,
  kcmSaCredentials,
  kubeletAnonymous,
  kubeletAuthz,
  kubeletClientCa,
  kubeletDebug,
  kubeletEvents,
  kubeletKernel,
  kubeletPids,
  kubeletPullSecrets,
  kubeletReadonly,
  kubeletRotate,
  kubeletSeccomp,
  kubeletStaticUrl,
  kubeletStreaming,
  kubeletSwap,
  kubeletTls,
  nodeAge,
  nodeCgroup1,
  nodeExternalIp,
  nodeKernelOld,
  nodeLabelTrust,
  nodeOsEol,
  nodeRuntimeEol,
  nodeTenantMix,
  nodeUnmanaged,
  proxyMetrics,
  verEol,
  verPatchLag,
  verSkew,
  verUpgradePath,
  idnAggregate,
  idnAnonymousBinding,
  idnAuthenticatedBinding,
  idnAutomount,
  idnCloudAdmin,
  idnCloudLink,
  idnClusterAdmin,
  idnClusterAdminNamespace,
  idnCrossNamespace,
  idnCsr,
  idnDefaultSa,
  idnDefaultSaBound,
  idnDestructive,
  idnDnsConfigmap,
  idnEditClusterWide,
  idnEscalateBind,
  idnExec,
  idnHumanCert,
  idnHumanSa,
  idnImpersonate,
  idnKubeconfigCommitted,
  idnKubeconfigExec,
  idnKubeconfigInsecure,
  idnLegacyToken,
  idnLogTamper,
  idnManyRoles,
  idnMastersGroup,
  idnNamespaceLabels,
  idnNetworkWrite,
  idnNodeWrite,
  idnNodesProxy,
  idnPodCreate,
  idnProviderRolesEdited,
  idnPvCreate,
  idnRoleWrite,
  idnSecretsRead,
  idnSecretsReadNamespace,
  idnStaleSubject,
  idnTokenLong,
  idnTokenRequest,
  idnUnprefixedUser,
  idnUnusedAccount,
  idnWebhookWrite,
  idnWildcard,
  idnWildcardNarrow,
  addedCapability,
  appArmorUnconfined,
  barePod,
  blockDeviceMounted,
  capabilitiesNotDropped,
  cloudCredentialsMounted,
  controlPlaneScheduling,
  dangerousCapability,
  defaultNamespace,
  disruptionBudgetBlocksDrains,
  disruptionBudgetSelectsNothing,
  etcdPathMounted,
  hostDeviceMounted,
  hostIpc,
  hostLogsMounted,
  hostNetwork,
  hostPathSubPath,
  hostPathVolume,
  hostPid,
  hostPort,
  hostRootMounted,
  imageLatest,
  imageWithoutDigest,
  imageWithoutTag,
  kernelPathMounted,
  kubePublicUsed,
  kubeSystemUsed,
  kubeletPathMounted,
  namespaceWithoutLimitRange,
  namespaceWithoutPodSecurity,
  namespaceWithoutQuota,
  neverPulledImage,
  noCpuLimit,
  noCpuRequest,
  noDisruptionBudget,
  noEphemeralStorageLimit,
  noLivenessProbe,
  noMemoryLimit,
  noMemoryRequest,
  noReadinessProbe,
  noSeccompProfile,
  pinnedToNode,
  podSecurityOnlyWarns,
  podSecurityPrivileged,
  podSecurityUnknownLevel,
  privilegeEscalation,
  privilegedContainer,
  probeHost,
  rootContainer,
  rootGroupId,
  rootNotForbidden,
  rootUserId,
  runtimeSocketMounted,
  seLinuxOptions,
  seccompUnconfined,
  sharedProcessNamespace,
  singleReplica,
  staleImage,
  systemPriority,
  toleratesEverything,
  unmaskedProc,
  unsafeSysctl,
  volumeTypeNotRestricted,
  windowsHostProcess,
  writableRootFilesystem,
  netAdminRuleShadowed,
  netAllowAll,
  netApiEgress,
  netDatabaseWide,
  netDeadRules,
  netEgressOpen,
  netEnvironmentBridge,
  netExternalIps,
  netExternalName,
  netGatewayAllNamespaces,
  netIngressNoHost,
  netIngressOpen,
  netIngressRetired,
  netIngressWildcardHost,
  netInvalidExcept,
  netInvalidPeer,
  netKubeletEgress,
  netLoadBalancerOpen,
  netLoadBalancerWeb,
  netMetadataEgress,
  netNoPolicy,
  netNodePort,
  netPoliciesNotEnforced,
  netPolicyForeign,
  netPolicySelectsNothing,
  netSnippetAnnotation,
  netSnippetsAllowed,
  netUnknownPortName,
  netWorkloadOpen,
  apisvcSkipVerify,
  tpArgocdWideProject,
  tpConversionWebhook,
  tpDeprecatedApi,
  tpEndOfLifeComponent,
  tpFrozenRegistry,
  tpImageUnsigned,
  tpInsecureSource,
  tpOperatorAutoUpdate,
  tpRemovedApi,
  tpThirdPartyRights,
  tpTiller,
  tpUnknownRegistry,
  tpUnpinnedChart,
  tpWebhookExemptsNamespaces,
  tpWebhookExemptsObjects,
  tpWebhookExternalUrl,
  tpWebhookFailsOpen,
  tpWebhookReadsSecrets,
  tpWebhookScopeWide,
  tpWebhookTimeout,
  webhookCa,
  backupNone,
  cfgClearUrl,
  cfgDbSslOff,
  cniEncryption,
  crtExpiry,
  crtIssuerWide,
  crtKeyCommitted,
  crtSelfsigned,
  crtWeak,
  envClearUrl,
  envDbSslOff,
  gdprExposure,
  gdprInventory,
  gdprJustification,
  gdprLogs,
  gdprMinimise,
  gdprNonprodCopy,
  gdprProcessors,
  gdprProtect,
  gdprRegion,
  gdprRetention,
  gdprRights,
  gwBackendTls,
  gwListener,
  hostpathData,
  ingBackendClear,
  ingHsts,
  ingNoRedirect,
  ingNoTls,
  meshIstio,
  meshLinkerd,
  metricsClear,
  pvClear,
  pvOrphan,
  scDefaultClear,
  scEncrypt,
  scSharedPassphrase,
  scUnknownParameter,
  secEnv,
  secInAnnotation,
  secInArgs,
  secInConfigmap,
  secInEnv,
  secInValues,
  secMutableOld,
  secPlainGit,
  secSpread,
  secStoreWeak,
  secUnused,
  snapPolicy,
  svcExternalname,
  svcLbClear,
  tmpSensitive,
  veleroKey,
  composeCapabilities,
  composeDatabaseOpen,
  composeHostNamespaces,
  composeImageLatest,
  composePasswordInEnvironment,
  composePrivileged,
  composeRuntimeSocket,
  composeSecretInEnvironment,
  composeUnconfined,
  dfAddRemote,
  dfBaseEndOfLife,
  dfBaseLatest,
  dfBaseNoDigest,
  dfCacheLeft,
  dfContextSecrets,
  dfGitCopied,
  dfNoHealthcheck,
  dfPipedShell,
  dfRootUser,
  dfSecretBuildArg,
  dfSecretCopied,
  dfSecretInEnv,
  dfSecretInRun,
  dfSetuid,
  dfSignaturesOff,
  dfSshServer,
  dfSudo,
  dfTlsOff,
  dfUnpinnedInstall,
  dfUnverifiedDownload,
  pkgExploited,
  pkgExposed,
  pkgVulnerable,
  pkgVulnerableDev,
]

/** The rule of that id or former id. */
export function ruleOf(id: string): Rule | undefined {
  return CATALOGUE.find((rule) => rule.id === id || rule.formerly?.includes(id))
}
