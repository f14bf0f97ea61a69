import type { Framework } from '../control.ts'

/** Ids are those of the checks in the API server's Pod Security admission (policy/check_*.go). */
export const PSS: Framework = {
  id: 'pss',
  title: 'Pod Security Standards',
  edition: '1.37',
  url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  read: '2026-11-24',
  sections: [
    {
      scope: ['workloads'],
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
      controls: {
        privileged: 'No privileged containers (baseline)',
        hostNamespaces: 'No namespaces of the node (baseline)',
        hostPathVolumes: 'No paths of the node (baseline)',
        hostPorts: 'No ports of the node (baseline)',
        hostProbesAndHostLifecycle: 'No other host in probes and lifecycle hooks (baseline)',
        capabilities_baseline: "No capabilities beyond the runtime's usual ones (baseline)",
        procMount: '/proc stays masked (baseline)',
        seLinuxOptions: 'Only the usual SELinux types, no own users and roles (baseline)',
        seccompProfile_baseline: 'Seccomp is not switched off (baseline)',
        appArmorProfile: 'AppArmor is not switched off (baseline)',
        sysctls: 'Only sysctls that are known to be safe (baseline)',
        windowsHostProcess: 'No HostProcess containers on Windows (baseline)',
      },
    },
    {
      scope: ['workloads'],
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
      controls: {
        allowPrivilegeEscalation: 'No process gains more than its parent has (restricted)',
        capabilities_restricted:
          'All capabilities are dropped, NET_BIND_SERVICE may return (restricted)',
        restrictedVolumes: 'Only kinds of volumes that bring nothing from outside (restricted)',
        runAsNonRoot: 'Containers must run as another user than root (restricted)',
        runAsUser: 'No user id 0 (restricted)',
        seccompProfile_restricted: 'A seccomp profile is named (restricted)',
        procMount_restricted: '/proc stays masked, in user namespaces too (restricted)',
      },
    },
  ],
}
