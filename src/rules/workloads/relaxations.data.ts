import type { CheckId } from '../../analysis/pod-security/checks.ts'
import type { Json } from '../../model/edit.ts'

/** Fields of a pod, as Kubernetes writes their paths, and what is written there; null takes the field away. */
export type Settings = Readonly<Record<string, Json>>

/** A way to need less than the whole restriction lifted. */
export interface Relaxation {
  /** The demand of the Pod Security Standards that stands in the way. */
  readonly check: CheckId
  readonly tells: string
  /** The first Kubernetes 1.x in which it helps; in all of them when it is absent. */
  readonly sinceMinor?: number
  /** Whether the demand is met then, or still fails but for less. */
  readonly effect: 'satisfies' | 'narrows'
  /** What fails instead. */
  readonly opens: readonly CheckId[]
  /** What makes a pod fail that keeps to everything else. */
  readonly fault: Settings
  /** What to write instead. */
  readonly instead: Settings
}

const FIRST = 'spec.containers[0]'
const SECOND = 'spec.containers[1]'
const CONTEXT = `${FIRST}.securityContext`

/**
 * For every demand of the restricted level the narrowest ways around it, the best first. A test applies each to a pod
 * and asks the Pod Security Standards and all rules what is left.
 */
export const RELAXATIONS: readonly Relaxation[] = [
  {
    check: 'privileged',
    tells: 'Add the one capability that is needed instead of all of them.',
    effect: 'satisfies',
    opens: ['capabilities_baseline'],
    fault: { [`${CONTEXT}.privileged`]: true },
    instead: {
      [`${CONTEXT}.privileged`]: false,
      [`${CONTEXT}.capabilities`]: { drop: ['ALL'], add: ['NET_ADMIN'] },
    },
  },
  {
    check: 'hostNamespaces',
    tells: 'To see the processes of the other containers, share the process namespace of the pod.',
    effect: 'satisfies',
    opens: [],
    fault: { 'spec.hostPID': true },
    instead: { 'spec.hostPID': false, 'spec.shareProcessNamespace': true },
  },
  {
    check: 'hostNamespaces',
    tells: 'To be reached at the node, publish the one port instead of joining its network.',
    effect: 'satisfies',
    opens: ['hostPorts'],
    fault: { 'spec.hostNetwork': true },
    instead: {
      'spec.hostNetwork': false,
      [`${FIRST}.ports`]: [{ containerPort: 9100, hostPort: 9100 }],
    },
  },
  {
    check: 'hostNamespaces',
    tells:
      'To share memory between the containers of the pod, mount an emptyDir that is in memory.',
    effect: 'satisfies',
    opens: [],
    fault: { 'spec.hostIPC': true },
    instead: {
      'spec.hostIPC': false,
      'spec.volumes': [{ name: 'shared', emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } }],
    },
  },
  {
    check: 'hostPathVolumes',
    tells: 'Keep what has to last in a claim, and what has not in an emptyDir.',
    effect: 'satisfies',
    opens: [],
    fault: { 'spec.volumes': [{ name: 'store', hostPath: { path: '/srv/store' } }] },
    instead: {
      'spec.volumes': [{ name: 'store', persistentVolumeClaim: { claimName: 'store' } }],
    },
  },
  {
    check: 'hostPathVolumes',
    tells: 'Mount the one folder that is needed, and only to be read.',
    effect: 'narrows',
    opens: [],
    fault: {
      'spec.volumes': [{ name: 'node', hostPath: { path: '/' } }],
      [`${FIRST}.volumeMounts`]: [{ name: 'node', mountPath: '/node' }],
    },
    instead: {
      'spec.volumes': [{ name: 'node', hostPath: { path: '/srv/app', type: 'Directory' } }],
      [`${FIRST}.volumeMounts`]: [{ name: 'node', mountPath: '/node', readOnly: true }],
    },
  },
  {
    check: 'hostPorts',
    tells: 'Let a Service of type NodePort or LoadBalancer lead to the port of the pod.',
    effect: 'satisfies',
    opens: [],
    fault: { [`${FIRST}.ports`]: [{ containerPort: 8080, hostPort: 8080 }] },
    instead: { [`${FIRST}.ports`]: [{ containerPort: 8080 }] },
  },
  {
    check: 'hostProbesAndHostLifecycle',
    tells: 'Ask the other host from within the container, by a command.',
    effect: 'satisfies',
    opens: [],
    fault: { [`${FIRST}.livenessProbe`]: { httpGet: { host: 'db.example', port: 80 } } },
    instead: {
      [`${FIRST}.livenessProbe`]: { exec: { command: ['wget', '-qO-', 'http://db.example'] } },
    },
  },
  {
    check: 'capabilities_baseline',
    tells: 'Drop all capabilities and add the one that is needed.',
    effect: 'narrows',
    opens: [],
    fault: { [`${CONTEXT}.capabilities`]: { drop: ['ALL'], add: ['SYS_ADMIN', 'NET_ADMIN'] } },
    instead: { [`${CONTEXT}.capabilities`]: { drop: ['ALL'], add: ['NET_ADMIN'] } },
  },
  {
    check: 'capabilities_restricted',
    tells: 'To listen on a port below 1024, add NET_BIND_SERVICE: restricted takes that one.',
    effect: 'satisfies',
    opens: [],
    fault: { [`${CONTEXT}.capabilities`]: null },
    instead: { [`${CONTEXT}.capabilities`]: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } },
  },
  {
    check: 'capabilities_restricted',
    tells: 'Drop all capabilities and add the one that is needed.',
    effect: 'narrows',
    opens: [],
    fault: { [`${CONTEXT}.capabilities`]: { drop: ['ALL'], add: ['CHOWN', 'SETUID', 'SETGID'] } },
    instead: { [`${CONTEXT}.capabilities`]: { drop: ['ALL'], add: ['CHOWN'] } },
  },
  {
    check: 'procMount',
    tells: 'Give the pod users of its own: what it does to /proc then stays its own.',
    sinceMinor: 35,
    effect: 'satisfies',
    opens: ['procMount_restricted'],
    fault: { [`${CONTEXT}.procMount`]: 'Unmasked' },
    instead: { 'spec.hostUsers': false },
  },
  {
    check: 'procMount_restricted',
    tells: 'Unmask /proc for the one container that starts others.',
    sinceMinor: 35,
    effect: 'narrows',
    opens: [],
    fault: {
      'spec.hostUsers': false,
      [`${CONTEXT}.procMount`]: 'Unmasked',
      [`${SECOND}.securityContext.procMount`]: 'Unmasked',
    },
    instead: { [`${SECOND}.securityContext.procMount`]: null },
  },
  {
    check: 'seLinuxOptions',
    tells: 'Use the type for containers that start an init system: baseline takes that one.',
    effect: 'satisfies',
    opens: [],
    fault: { [`${CONTEXT}.seLinuxOptions`]: { type: 'spc_t' } },
    instead: { [`${CONTEXT}.seLinuxOptions`]: { type: 'container_init_t' } },
  },
  {
    check: 'seccompProfile_baseline',
    tells: "Name a profile of your own: the runtime's, and the one call that it refuses.",
    effect: 'satisfies',
    opens: [],
    fault: { [`${CONTEXT}.seccompProfile`]: { type: 'Unconfined' } },
    instead: {
      [`${CONTEXT}.seccompProfile`]: { type: 'Localhost', localhostProfile: 'profiles/app.json' },
    },
  },
  {
    check: 'seccompProfile_restricted',
    tells: "Name a profile of your own: the runtime's, and the one call that it refuses.",
    effect: 'satisfies',
    opens: [],
    fault: { 'spec.securityContext.seccompProfile': null },
    instead: {
      [`${CONTEXT}.seccompProfile`]: { type: 'Localhost', localhostProfile: 'profiles/app.json' },
      [`${SECOND}.securityContext.seccompProfile`]: { type: 'RuntimeDefault' },
    },
  },
  {
    check: 'appArmorProfile',
    tells: 'Name a profile of your own that allows the one thing more.',
    effect: 'satisfies',
    opens: [],
    fault: { [`${CONTEXT}.appArmorProfile`]: { type: 'Unconfined' } },
    instead: {
      [`${CONTEXT}.appArmorProfile`]: { type: 'Localhost', localhostProfile: 'app' },
    },
  },
  {
    check: 'sysctls',
    tells: 'Where a low port is all that is wanted, a sysctl that is known to be safe gives it.',
    effect: 'satisfies',
    opens: [],
    fault: { 'spec.securityContext.sysctls': [{ name: 'net.core.somaxconn', value: '1024' }] },
    instead: {
      'spec.securityContext.sysctls': [
        { name: 'net.ipv4.ip_unprivileged_port_start', value: '80' },
      ],
    },
  },
  {
    check: 'sysctls',
    tells: 'Set the one sysctl that is needed.',
    effect: 'narrows',
    opens: [],
    fault: {
      'spec.securityContext.sysctls': [
        { name: 'net.core.somaxconn', value: '1024' },
        { name: 'kernel.msgmax', value: '65536' },
      ],
    },
    instead: { 'spec.securityContext.sysctls': [{ name: 'net.core.somaxconn', value: '1024' }] },
  },
  {
    check: 'windowsHostProcess',
    tells: 'Run as the administrator of the container instead of as a process of the node.',
    effect: 'satisfies',
    opens: [],
    fault: { 'spec.securityContext.windowsOptions': { hostProcess: true } },
    instead: {
      'spec.securityContext.windowsOptions': {
        hostProcess: false,
        runAsUserName: 'ContainerAdministrator',
      },
    },
  },
  {
    check: 'allowPrivilegeEscalation',
    tells: 'Allow it for the one container that needs it.',
    effect: 'narrows',
    opens: [],
    fault: {
      [`${CONTEXT}.allowPrivilegeEscalation`]: true,
      [`${SECOND}.securityContext.allowPrivilegeEscalation`]: true,
    },
    instead: { [`${SECOND}.securityContext.allowPrivilegeEscalation`]: false },
  },
  {
    check: 'restrictedVolumes',
    tells: 'Reach the storage through a claim: who may use which is then for the cluster to say.',
    effect: 'satisfies',
    opens: [],
    fault: {
      'spec.volumes': [{ name: 'store', nfs: { server: 'nfs.example', path: '/store' } }],
    },
    instead: {
      'spec.volumes': [{ name: 'store', persistentVolumeClaim: { claimName: 'store' } }],
    },
  },
  {
    check: 'runAsNonRoot',
    tells: 'Give the pod users of its own: its root is nobody on the node.',
    sinceMinor: 35,
    effect: 'satisfies',
    opens: [],
    fault: { 'spec.securityContext.runAsNonRoot': null },
    instead: { 'spec.hostUsers': false },
  },
  {
    check: 'runAsNonRoot',
    tells: 'Allow root in the one container that needs it.',
    effect: 'narrows',
    opens: [],
    fault: {
      'spec.securityContext.runAsNonRoot': null,
      'spec.securityContext.runAsUser': null,
    },
    instead: {
      [`${SECOND}.securityContext.runAsNonRoot`]: true,
    },
  },
  {
    check: 'runAsUser',
    tells: 'Give the pod users of its own: its root is nobody on the node.',
    sinceMinor: 35,
    effect: 'satisfies',
    opens: [],
    fault: { 'spec.securityContext.runAsUser': 0 },
    instead: { 'spec.hostUsers': false },
  },
  {
    check: 'runAsUser',
    tells: 'Run the one container as root that needs it.',
    effect: 'narrows',
    opens: [],
    fault: { [`${CONTEXT}.runAsUser`]: 0, [`${SECOND}.securityContext.runAsUser`]: 0 },
    instead: { [`${SECOND}.securityContext.runAsUser`]: 1000 },
  },
]
