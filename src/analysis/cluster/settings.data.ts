import type { ComponentName } from '../../model/component.ts'

/**
 * What is known of a setting. `default` is what the program does without it, written as its flag would be: absent where
 * that is nothing at all. `since` gives the defaults of later minor releases. `adds`: members that are given several
 * times, or in several places, add up; else the last one counts. Of programs with a configuration file the setting is
 * named by its path there: `flag` is the flag that says the same, and `bare` the default without any file.
 */
export interface SettingFacts {
  readonly default?: string
  readonly since?: readonly { readonly minor: number; readonly default: string }[]
  readonly adds?: true
  readonly flag?: string
  readonly bare?: string
}

/**
 * Sources, read 2026-11-25: the references of the six programs and of their configuration files, Kubernetes 1.36
 * (https://kubernetes.io/docs/reference/command-line-tools-reference/,
 * https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/,
 * https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/), and https://etcd.io/docs/v3.6/op-guide/configuration/.
 */
export const SETTINGS = {
  'kube-apiserver': {
    'admission-control-config-file': {},
    'allow-privileged': { default: 'false' },
    'anonymous-auth': { default: 'true' },
    'audit-log-maxage': {},
    'audit-log-maxbackup': {},
    'audit-log-maxsize': {},
    'audit-log-path': {},
    'audit-policy-file': {},
    'audit-webhook-config-file': {},
    'authentication-config': {},
    'authentication-token-webhook-config-file': {},
    'authorization-config': {},
    'authorization-mode': { default: 'AlwaysAllow', adds: true },
    'authorization-policy-file': {},
    'authorization-webhook-config-file': {},
    'basic-auth-file': {},
    'bind-address': { default: '0.0.0.0' },
    'client-ca-file': {},
    'cors-allowed-origins': { adds: true },
    'disable-admission-plugins': { adds: true },
    'enable-admission-plugins': { adds: true },
    'enable-bootstrap-token-auth': { default: 'false' },
    'enable-priority-and-fairness': { default: 'true' },
    'encryption-provider-config': {},
    'encryption-provider-config-automatic-reload': { default: 'false' },
    'etcd-cafile': {},
    'etcd-certfile': {},
    'etcd-keyfile': {},
    'etcd-servers': { adds: true },
    'feature-gates': { adds: true },
    'insecure-bind-address': {},
    'insecure-port': { default: '8080', since: [{ minor: 20, default: '0' }] },
    'kubelet-certificate-authority': {},
    'kubelet-client-certificate': {},
    'kubelet-client-key': {},
    'oidc-client-id': {},
    'oidc-groups-claim': {},
    'oidc-groups-prefix': {},
    'oidc-issuer-url': {},
    'oidc-username-claim': { default: 'sub' },
    'oidc-username-prefix': {},
    profiling: { default: 'true' },
    'request-timeout': { default: '1m0s' },
    'requestheader-allowed-names': { adds: true },
    'requestheader-client-ca-file': {},
    'runtime-config': { adds: true },
    'secure-port': { default: '6443' },
    'service-account-extend-token-expiration': { default: 'true' },
    'service-account-issuer': { adds: true },
    'service-account-key-file': { adds: true },
    'service-account-lookup': { default: 'true' },
    'service-account-max-token-expiration': {},
    'service-account-signing-key-file': {},
    'tls-cert-file': {},
    'tls-cipher-suites': { adds: true },
    'tls-min-version': {},
    'tls-private-key-file': {},
    'token-auth-file': {},
  },
  'kube-controller-manager': {
    'bind-address': { default: '0.0.0.0' },
    'cluster-signing-duration': { default: '8760h0m0s' },
    'feature-gates': { adds: true },
    profiling: { default: 'true' },
    'root-ca-file': {},
    'service-account-private-key-file': {},
    'terminated-pod-gc-threshold': { default: '12500' },
    'tls-cipher-suites': { adds: true },
    'tls-min-version': {},
    'use-service-account-credentials': { default: 'false' },
  },
  'kube-scheduler': {
    'bind-address': { default: '0.0.0.0' },
    config: {},
    'feature-gates': { adds: true },
    profiling: { default: 'true' },
    'tls-cipher-suites': { adds: true },
    'tls-min-version': {},
  },
  etcd: {
    'advertise-client-urls': { default: 'http://localhost:2379', adds: true },
    'auto-tls': { default: 'false' },
    'cert-file': {},
    'cipher-suites': { adds: true },
    'client-cert-auth': { default: 'false' },
    'config-file': {},
    'key-file': {},
    'listen-client-urls': { default: 'http://localhost:2379', adds: true },
    'listen-metrics-urls': { adds: true },
    'listen-peer-urls': { default: 'http://localhost:2380', adds: true },
    'peer-auto-tls': { default: 'false' },
    'peer-cert-file': {},
    'peer-client-cert-auth': { default: 'false' },
    'peer-key-file': {},
    'peer-trusted-ca-file': {},
    'trusted-ca-file': {},
  },
  kubelet: {
    allowedUnsafeSysctls: { flag: 'allowed-unsafe-sysctls', adds: true },
    'authentication.anonymous.enabled': { flag: 'anonymous-auth', default: 'false', bare: 'true' },
    'authentication.webhook.enabled': {
      flag: 'authentication-token-webhook',
      default: 'true',
      bare: 'false',
    },
    'authentication.x509.clientCAFile': { flag: 'client-ca-file' },
    'authorization.mode': { flag: 'authorization-mode', default: 'Webhook', bare: 'AlwaysAllow' },
    configFile: { flag: 'config' },
    enableDebuggingHandlers: { flag: 'enable-debugging-handlers', default: 'true' },
    enableProfilingHandler: { default: 'true' },
    enableSystemLogHandler: { default: 'true' },
    enableSystemLogQuery: { default: 'false' },
    eventRecordQPS: { flag: 'event-qps', default: '5', since: [{ minor: 27, default: '50' }] },
    failCgroupV1: {
      flag: 'fail-cgroupv1',
      default: 'false',
      since: [{ minor: 35, default: 'true' }],
    },
    failSwapOn: { flag: 'fail-swap-on', default: 'true' },
    featureGates: { flag: 'feature-gates', adds: true },
    hostnameOverride: { flag: 'hostname-override' },
    imagePullCredentialsVerificationPolicy: {
      default: '',
      since: [{ minor: 35, default: 'NeverVerifyPreloadedImages' }],
    },
    makeIPTablesUtilChains: { flag: 'make-iptables-util-chains', default: 'true' },
    'memorySwap.swapBehavior': { default: 'NoSwap' },
    podPidsLimit: { flag: 'pod-max-pids', default: '-1' },
    protectKernelDefaults: { flag: 'protect-kernel-defaults', default: 'false' },
    readOnlyPort: { flag: 'read-only-port', default: '0', bare: '10255' },
    rotateCertificates: { flag: 'rotate-certificates', default: 'false' },
    seccompDefault: { flag: 'seccomp-default', default: 'false' },
    serverTLSBootstrap: { flag: 'rotate-server-certificates', default: 'false' },
    staticPodPath: { flag: 'pod-manifest-path' },
    staticPodURL: { flag: 'manifest-url' },
    streamingConnectionIdleTimeout: {
      flag: 'streaming-connection-idle-timeout',
      default: '4h0m0s',
    },
    tlsCertFile: { flag: 'tls-cert-file' },
    tlsCipherSuites: { flag: 'tls-cipher-suites', adds: true },
    tlsMinVersion: { flag: 'tls-min-version' },
    tlsPrivateKeyFile: { flag: 'tls-private-key-file' },
  },
  'kube-proxy': {
    bindAddress: { flag: 'bind-address', default: '0.0.0.0' },
    configFile: { flag: 'config' },
    healthzBindAddress: { flag: 'healthz-bind-address', default: '0.0.0.0:10256' },
    metricsBindAddress: { flag: 'metrics-bind-address', default: '127.0.0.1:10249' },
    mode: { flag: 'proxy-mode', default: 'iptables' },
  },
} as const satisfies Readonly<Record<ComponentName, Readonly<Record<string, SettingFacts>>>>

/** A setting that is known, of any of the programs. */
export type SettingName = {
  [Component in ComponentName]: keyof (typeof SETTINGS)[Component]
}[ComponentName]
