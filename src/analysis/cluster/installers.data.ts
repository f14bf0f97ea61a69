import type { ComponentName } from '../../model/component.ts'

/**
 * What an installer gives its programs where its own configuration does not say otherwise. `isWhole`: it passes nothing
 * else that our settings know, so that the program's default holds for the rest; else nobody can tell. `adds`: settings
 * to which a user's words are added, where they would elsewhere replace the installer's.
 */
export interface InstallerFacts {
  readonly settings: Readonly<Partial<Record<ComponentName, Readonly<Record<string, string>>>>>
  readonly isWhole: boolean
  readonly adds?: readonly string[]
  readonly source: string
  readonly read: string
}

const read = '2026-11-25'
const PKI = '/etc/kubernetes/pki'
const K3S_TLS = '/var/lib/rancher/k3s/server/tls'
const TALOS = '/system/secrets/kubernetes/kube-apiserver'
const TALOS_MANAGER = '/system/secrets/kubernetes/kube-controller-manager'
const KOPS = '/srv/kubernetes/kube-apiserver'
const TALOS_ETCD = '/system/secrets/etcd'

/**
 * What installers of which not everything is known leave alone all the same: read from their sources. Newer releases of
 * Talos write an authorization-config of their own, which says Node and RBAC like the mode here.
 */
const ALONE = {
  'kube-apiserver': {
    'authorization-config': '',
    'basic-auth-file': '',
    'cors-allowed-origins': '',
    'disable-admission-plugins': '',
    'enable-priority-and-fairness': 'true',
    'insecure-bind-address': '',
    'insecure-port': '0',
    'oidc-issuer-url': '',
    'request-timeout': '1m0s',
    'runtime-config': '',
    'service-account-lookup': 'true',
    'token-auth-file': '',
  },
  'kube-controller-manager': {
    'cluster-signing-duration': '8760h0m0s',
    'feature-gates': '',
    'terminated-pod-gc-threshold': '12500',
  },
} as const

const NODE_KUBELET = {
  'authentication.anonymous.enabled': 'false',
  'authentication.webhook.enabled': 'true',
  'authorization.mode': 'Webhook',
  readOnlyPort: '0',
} as const

/** What pods of the load balancer of k3s are let change. */
export const SERVICE_LB_SYSCTLS = 'net.ipv4.ip_forward,net.ipv6.conf.all.forwarding'

const K3S_PROGRAMS = {
  'kube-apiserver': {
    'allow-privileged': 'true',
    'anonymous-auth': 'false',
    'authorization-mode': 'Node,RBAC',
    'client-ca-file': `${K3S_TLS}/client-ca.crt`,
    'enable-admission-plugins': 'NodeRestriction',
    'enable-bootstrap-token-auth': 'true',
    'etcd-cafile': `${K3S_TLS}/etcd/server-ca.crt`,
    'etcd-certfile': `${K3S_TLS}/etcd/client.crt`,
    'etcd-keyfile': `${K3S_TLS}/etcd/client.key`,
    'etcd-servers': 'https://127.0.0.1:2379',
    'kubelet-certificate-authority': `${K3S_TLS}/server-ca.crt`,
    'kubelet-client-certificate': `${K3S_TLS}/client-kube-apiserver.crt`,
    'kubelet-client-key': `${K3S_TLS}/client-kube-apiserver.key`,
    profiling: 'false',
    'requestheader-allowed-names': 'system:auth-proxy',
    'requestheader-client-ca-file': `${K3S_TLS}/request-header-ca.crt`,
    'service-account-issuer': 'https://kubernetes.default.svc.cluster.local',
    'service-account-key-file': `${K3S_TLS}/service.key`,
    'service-account-signing-key-file': `${K3S_TLS}/service.current.key`,
    'tls-cert-file': `${K3S_TLS}/serving-kube-apiserver.crt`,
    'tls-private-key-file': `${K3S_TLS}/serving-kube-apiserver.key`,
  },
  'kube-controller-manager': {
    'bind-address': '127.0.0.1',
    profiling: 'false',
    'root-ca-file': `${K3S_TLS}/server-ca.crt`,
    'service-account-private-key-file': `${K3S_TLS}/service.current.key`,
    'use-service-account-credentials': 'true',
  },
  'kube-scheduler': { 'bind-address': '127.0.0.1', profiling: 'false' },
  etcd: {
    'cert-file': `${K3S_TLS}/etcd/server-client.crt`,
    'client-cert-auth': 'true',
    'key-file': `${K3S_TLS}/etcd/server-client.key`,
    'listen-client-urls': 'https://127.0.0.1:2379',
    'listen-peer-urls': 'https://127.0.0.1:2380',
    'peer-cert-file': `${K3S_TLS}/etcd/peer-server-client.crt`,
    'peer-client-cert-auth': 'true',
    'peer-key-file': `${K3S_TLS}/etcd/peer-server-client.key`,
    'peer-trusted-ca-file': `${K3S_TLS}/etcd/peer-ca.crt`,
    'trusted-ca-file': `${K3S_TLS}/etcd/server-ca.crt`,
  },
  kubelet: {
    ...NODE_KUBELET,
    'authentication.x509.clientCAFile': '/var/lib/rancher/k3s/agent/client-ca.crt',
    failSwapOn: 'false',
    streamingConnectionIdleTimeout: '4h0m0s',
    // k3s renews them itself, each time it starts.
    rotateCertificates: 'true',
    tlsCertFile: '/var/lib/rancher/k3s/agent/serving-kubelet.crt',
    tlsPrivateKeyFile: '/var/lib/rancher/k3s/agent/serving-kubelet.key',
  },
} as const

/** Every installer whose own files we read. */
export const INSTALLERS = {
  kubeadm: {
    settings: {
      'kube-apiserver': {
        'allow-privileged': 'true',
        'authorization-mode': 'Node,RBAC',
        'client-ca-file': `${PKI}/ca.crt`,
        'enable-admission-plugins': 'NodeRestriction',
        'enable-bootstrap-token-auth': 'true',
        'etcd-cafile': `${PKI}/etcd/ca.crt`,
        'etcd-certfile': `${PKI}/apiserver-etcd-client.crt`,
        'etcd-keyfile': `${PKI}/apiserver-etcd-client.key`,
        'etcd-servers': 'https://127.0.0.1:2379',
        'kubelet-client-certificate': `${PKI}/apiserver-kubelet-client.crt`,
        'kubelet-client-key': `${PKI}/apiserver-kubelet-client.key`,
        'requestheader-allowed-names': 'front-proxy-client',
        'requestheader-client-ca-file': `${PKI}/front-proxy-ca.crt`,
        'service-account-issuer': 'https://kubernetes.default.svc.cluster.local',
        'service-account-key-file': `${PKI}/sa.pub`,
        'service-account-signing-key-file': `${PKI}/sa.key`,
        'tls-cert-file': `${PKI}/apiserver.crt`,
        'tls-private-key-file': `${PKI}/apiserver.key`,
      },
      'kube-controller-manager': {
        'bind-address': '127.0.0.1',
        'root-ca-file': `${PKI}/ca.crt`,
        'service-account-private-key-file': `${PKI}/sa.key`,
        'use-service-account-credentials': 'true',
      },
      'kube-scheduler': { 'bind-address': '127.0.0.1' },
      etcd: {
        'cert-file': `${PKI}/etcd/server.crt`,
        'client-cert-auth': 'true',
        'key-file': `${PKI}/etcd/server.key`,
        'listen-client-urls': 'https://127.0.0.1:2379',
        'listen-metrics-urls': 'http://127.0.0.1:2381',
        'listen-peer-urls': 'https://127.0.0.1:2380',
        'peer-cert-file': `${PKI}/etcd/peer.crt`,
        'peer-client-cert-auth': 'true',
        'peer-key-file': `${PKI}/etcd/peer.key`,
        'peer-trusted-ca-file': `${PKI}/etcd/ca.crt`,
        'trusted-ca-file': `${PKI}/etcd/ca.crt`,
      },
      kubelet: {
        ...NODE_KUBELET,
        'authentication.x509.clientCAFile': `${PKI}/ca.crt`,
        rotateCertificates: 'true',
        staticPodPath: '/etc/kubernetes/manifests',
      },
    },
    isWhole: true,
    source:
      'https://kubernetes.io/docs/reference/setup-tools/kubeadm/implementation-details/; https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm: app/phases/controlplane/manifests.go, app/phases/etcd/local.go, app/componentconfigs/kubelet.go',
    read,
  },
  // Its load balancer lets its pods forward packets: what switches it off is read where the options are.
  k3s: {
    settings: {
      ...K3S_PROGRAMS,
      kubelet: { ...K3S_PROGRAMS.kubelet, allowedUnsafeSysctls: SERVICE_LB_SYSCTLS },
    },
    isWhole: true,
    source:
      'https://github.com/k3s-io/k3s/blob/master/pkg/daemons/control/server.go, pkg/daemons/agent/agent_linux.go and pkg/agent/config',
    read,
  },
  // What k3s gives its programs, with what RKE2 adds on the way.
  rke2: {
    settings: {
      ...K3S_PROGRAMS,
      'kube-apiserver': {
        ...K3S_PROGRAMS['kube-apiserver'],
        'admission-control-config-file': '/etc/rancher/rke2/rke2-pss.yaml',
        'encryption-provider-config': '/var/lib/rancher/rke2/server/cred/encryption-config.json',
      },
      'kube-controller-manager': {
        ...K3S_PROGRAMS['kube-controller-manager'],
        'terminated-pod-gc-threshold': '1000',
      },
    },
    isWhole: true,
    source:
      'https://github.com/rancher/rke2/blob/master/pkg/executor/staticpod/staticpod.go, pkg/rke2/rke2.go and pkg/rke2/psa.go (2026-08-21)',
    read,
  },
  talos: {
    settings: {
      'kube-apiserver': {
        ...ALONE['kube-apiserver'],
        'admission-control-config-file':
          '/system/config/kubernetes/kube-apiserver/admission-control-config.yaml',
        'anonymous-auth': 'false',
        'audit-log-maxage': '30',
        'audit-log-maxbackup': '10',
        'audit-log-maxsize': '100',
        'audit-log-path': '/var/log/audit/kube/kube-apiserver.log',
        'audit-policy-file': '/system/config/kubernetes/kube-apiserver/auditpolicy.yaml',
        'authorization-mode': 'Node,RBAC',
        'client-ca-file': `${TALOS}/ca.crt`,
        'enable-admission-plugins': 'NodeRestriction',
        'enable-bootstrap-token-auth': 'true',
        'encryption-provider-config': `${TALOS}/encryptionconfig.yaml`,
        'etcd-cafile': `${TALOS}/etcd-client-ca.crt`,
        'etcd-certfile': `${TALOS}/etcd-client.crt`,
        'etcd-keyfile': `${TALOS}/etcd-client.key`,
        'etcd-servers': 'https://localhost:2379',
        'feature-gates': '',
        'kubelet-certificate-authority': '',
        'kubelet-client-certificate': `${TALOS}/apiserver-kubelet-client.crt`,
        'kubelet-client-key': `${TALOS}/apiserver-kubelet-client.key`,
        profiling: 'false',
        'requestheader-allowed-names': 'front-proxy-client',
        'requestheader-client-ca-file': `${TALOS}/aggregator-ca.crt`,
        'service-account-extend-token-expiration': 'true',
        'service-account-issuer': 'https://localhost:6443',
        'service-account-max-token-expiration': '',
        'service-account-key-file': `${TALOS}/service-account.pub`,
        'service-account-signing-key-file': `${TALOS}/service-account.key`,
        'tls-cert-file': `${TALOS}/apiserver.crt`,
        // Newer releases name VersionTLS13 alone, which is as good.
        'tls-cipher-suites': 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
        'tls-min-version': 'VersionTLS12',
        'tls-private-key-file': `${TALOS}/apiserver.key`,
      },
      'kube-controller-manager': {
        ...ALONE['kube-controller-manager'],
        'bind-address': '127.0.0.1',
        profiling: 'false',
        'root-ca-file': `${TALOS_MANAGER}/ca.crt`,
        'service-account-private-key-file': `${TALOS_MANAGER}/service-account.key`,
        'tls-min-version': 'VersionTLS13',
        'use-service-account-credentials': 'true',
      },
      'kube-scheduler': {
        'bind-address': '127.0.0.1',
        config: '/system/config/kubernetes/kube-scheduler/scheduler-config.yaml',
      },
      etcd: {
        'auto-tls': 'false',
        'cert-file': `${TALOS_ETCD}/server.crt`,
        'client-cert-auth': 'true',
        'key-file': `${TALOS_ETCD}/server.key`,
        'listen-client-urls': 'https://0.0.0.0:2379',
        'listen-metrics-urls': '',
        'listen-peer-urls': 'https://0.0.0.0:2380',
        'peer-auto-tls': 'false',
        'peer-cert-file': `${TALOS_ETCD}/peer.crt`,
        'peer-client-cert-auth': 'true',
        'peer-key-file': `${TALOS_ETCD}/peer.key`,
        'peer-trusted-ca-file': `${TALOS_ETCD}/ca.crt`,
        'trusted-ca-file': `${TALOS_ETCD}/ca.crt`,
      },
      kubelet: {
        ...NODE_KUBELET,
        'authentication.x509.clientCAFile': '/etc/kubernetes/pki/ca.crt',
        featureGates: '',
        failSwapOn: 'false',
        'memorySwap.swapBehavior': 'NoSwap',
        protectKernelDefaults: 'true',
        rotateCertificates: 'true',
        staticPodPath: '/etc/kubernetes/manifests',
        streamingConnectionIdleTimeout: '5m0s',
        tlsMinVersion: 'VersionTLS13',
      },
    },
    isWhole: false,
    adds: ['authorization-mode', 'enable-admission-plugins', 'feature-gates', 'tls-cipher-suites'],
    source:
      'https://github.com/siderolabs/talos/blob/main/internal/app/machined/pkg: controllers/k8s/control_plane_final.go, controllers/k8s/kubelet_spec.go, system/services/etcd.go (2026-08-21)',
    read,
  },
  kops: {
    settings: {
      'kube-apiserver': {
        ...ALONE['kube-apiserver'],
        'allow-privileged': 'true',
        'anonymous-auth': 'false',
        'authorization-mode': 'Node,RBAC',
        'client-ca-file': '/srv/kubernetes/ca.crt',
        'enable-admission-plugins':
          'DefaultStorageClass,DefaultTolerationSeconds,LimitRanger,MutatingAdmissionWebhook,NamespaceLifecycle,NodeRestriction,ResourceQuota,RuntimeClass,ServiceAccount,ValidatingAdmissionPolicy,ValidatingAdmissionWebhook',
        'encryption-provider-config': '',
        'etcd-cafile': `${KOPS}/etcd-ca.crt`,
        'etcd-certfile': `${KOPS}/etcd-client.crt`,
        'etcd-keyfile': `${KOPS}/etcd-client.key`,
        'etcd-servers': 'https://127.0.0.1:4001',
        'feature-gates': '',
        'kubelet-certificate-authority': '',
        'kubelet-client-certificate': `${KOPS}/kubelet-api.crt`,
        'kubelet-client-key': `${KOPS}/kubelet-api.key`,
        profiling: 'true',
        'requestheader-allowed-names': 'aggregator',
        'requestheader-client-ca-file': `${KOPS}/apiserver-aggregator-ca.crt`,
        'service-account-extend-token-expiration': 'true',
        'service-account-issuer': 'https://api.internal',
        'service-account-key-file': `${KOPS}/service-account.pub`,
        'service-account-max-token-expiration': '',
        'tls-cert-file': `${KOPS}/server.crt`,
        'tls-cipher-suites': '',
        'tls-min-version': '',
        'tls-private-key-file': `${KOPS}/server.key`,
      },
      'kube-controller-manager': {
        ...ALONE['kube-controller-manager'],
        'bind-address': '0.0.0.0',
        profiling: 'true',
        'root-ca-file': '/srv/kubernetes/ca.crt',
        'service-account-private-key-file':
          '/srv/kubernetes/kube-controller-manager/service-account.key',
        'use-service-account-credentials': 'true',
      },
      'kube-scheduler': {
        'bind-address': '0.0.0.0',
        config: '/var/lib/kube-scheduler/config.yaml',
      },
      kubelet: { featureGates: '' },
    },
    isWhole: false,
    adds: ['enable-admission-plugins'],
    source:
      'https://github.com/kubernetes/kops/tree/master/nodeup/pkg/model/tests/golden/minimal (2026-08-22)',
    read,
  },
} as const satisfies Readonly<Record<string, InstallerFacts>>

/** An installer whose own files we read. */
export type Installer = keyof typeof INSTALLERS
