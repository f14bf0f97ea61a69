// What a sound object has, as the guides tell it. `test/schema/applied.test.ts` holds it against the whole catalogue.

/** What a pod says besides its containers. */
export const SOUND_POD = {
  automountServiceAccountToken: false,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 10001,
    seccompProfile: { type: 'RuntimeDefault' },
  },
}

/** What a container says. */
export const SOUND_CONTAINER = {
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
  resources: {
    requests: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '256Mi' },
    limits: { cpu: '500m', memory: '128Mi', 'ephemeral-storage': '512Mi' },
  },
  livenessProbe: { httpGet: { path: '/healthz', port: 8080 } },
  readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
}

/** A policy that closes a namespace in both directions. */
export function soundPolicy(namespace: string): string {
  return `# Who may call these pods, and whom they may call, is said by policies beside this one.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: ${namespace}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
`
}

const flag = (name: string, value: string) => ({ name, value })

// kubeadm gives the API server's pod its own certificates to read, and no other file of the machine.
const mounted = (name: string, path: string) => ({
  name,
  hostPath: path,
  mountPath: path,
  readOnly: true,
  pathType: 'File',
})

/** What the settings of programs have besides, by their kind. */
export const SOUND: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  [
    'ClusterConfiguration',
    {
      kubernetesVersion: 'v1.37.1',
      apiServer: {
        extraArgs: [
          flag('authorization-mode', 'Node,RBAC'),
          flag(
            'enable-admission-plugins',
            'NodeRestriction,EventRateLimit,DenyServiceExternalIPs,AlwaysPullImages',
          ),
          flag('admission-control-config-file', '/etc/kubernetes/admission.yaml'),
          flag('encryption-provider-config', '/etc/kubernetes/encryption.yaml'),
          flag('audit-policy-file', '/etc/kubernetes/audit.yaml'),
          flag('audit-log-path', '/var/log/kubernetes/audit.log'),
          flag('audit-log-maxage', '30'),
          flag('audit-log-maxbackup', '10'),
          flag('audit-log-maxsize', '100'),
          flag('kubelet-certificate-authority', '/etc/kubernetes/pki/ca.crt'),
          flag('profiling', 'false'),
          flag('service-account-extend-token-expiration', 'false'),
          flag('service-account-max-token-expiration', '24h'),
        ],
        extraVolumes: [
          mounted('admission', '/etc/kubernetes/admission.yaml'),
          mounted('encryption', '/etc/kubernetes/encryption.yaml'),
          mounted('audit-policy', '/etc/kubernetes/audit.yaml'),
          {
            name: 'audit-log',
            hostPath: '/var/log/kubernetes',
            mountPath: '/var/log/kubernetes',
            pathType: 'DirectoryOrCreate',
          },
        ],
      },
      controllerManager: { extraArgs: [flag('profiling', 'false')] },
      scheduler: { extraArgs: [flag('profiling', 'false')] },
    },
  ],
  [
    'KubeletConfiguration',
    {
      authentication: {
        anonymous: { enabled: false },
        webhook: { enabled: true },
        x509: { clientCAFile: '/etc/kubernetes/pki/ca.crt' },
      },
      authorization: { mode: 'Webhook' },
      readOnlyPort: 0,
      rotateCertificates: true,
      serverTLSBootstrap: true,
      seccompDefault: true,
      podPidsLimit: 4096,
      protectKernelDefaults: true,
      enableProfilingHandler: false,
      enableDebugFlagsHandler: false,
    },
  ],
])

/** What lets kubeadm's own probes ask the API server without a name; `anonymous-auth: false` refuses them too. */
export const HEALTH_ALONE = {
  apiServer: {
    extraArgs: [flag('authentication-config', '/etc/kubernetes/authentication.yaml')],
    extraVolumes: [mounted('authentication', '/etc/kubernetes/authentication.yaml')],
  },
}

/** What stands before the flags that are completed. */
export const OTHER_FLAGS = ' From here on: what other rules of the control plane ask for.'

/** What stands before the files that they name. */
export const OTHER_FILES =
  ' The API server does not start without these: adm-psa-default, api-encryption-off, audit-off show them.'

/** The file that `HEALTH_ALONE` names. */
export const HEALTH_ALONE_FILE = `# The file /etc/kubernetes/authentication.yaml: whoever has no name is told of health, and of nothing else.
apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions: [{ path: /livez }, { path: /readyz }, { path: /healthz }]
`

/** What a namespace says. */
export const SOUND_NAMESPACE = {
  metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
}

/** What an object says of the personal data in it. */
export const SOUND_CLAIMS = {
  'portolan.dev/purpose': 'orders and invoices',
  'portolan.dev/legal-basis': 'contract, Article 6(1)(b)',
  'portolan.dev/owner': 'orders@shop.example',
  'portolan.dev/retention': 'P30D',
  'portolan.dev/erase': 'cronjob/erase-customers',
  'portolan.dev/export': 'https://www.shop.example/account/export',
}

/** What bounds the pods of a namespace, together and one by one. */
export function soundBounds(namespace: string): string {
  return `apiVersion: v1
kind: ResourceQuota
metadata:
  name: namespace
  namespace: ${namespace}
spec:
  hard:
    requests.cpu: "8"
    requests.memory: 16Gi
    limits.memory: 32Gi
    pods: "40"
---
apiVersion: v1
kind: LimitRange
metadata:
  name: containers
  namespace: ${namespace}
spec:
  limits:
    - type: Container
      defaultRequest: { cpu: 100m, memory: 128Mi, ephemeral-storage: 64Mi }
      default: { cpu: "1", memory: 512Mi, ephemeral-storage: 1Gi }
`
}
