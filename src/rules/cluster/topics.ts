import type { Topic } from '../../model/itinerary.ts'

/** What the rules of this stop are about. Affinities: the series' itinerary, topics CP1, CP2, CP5 to CP7 and ND1. */
export const clusterTopics = {
  'api-authentication': {
    title: 'Authentication to the API server',
    stop: 'cluster',
    affinity: { boss: 1, analyst: 1, architect: 3, developer: 1, user: 1 },
    duty: 'controlPlane',
    controls: {
      nsa: ['C1'],
      'owasp-k8s-2025': ['K09'],
      'owasp-k8s-2022': ['K06'],
      'pci-containers': ['1.1.a'],
    },
  },
  'api-authorization': {
    title: 'Authorization modes of the API server',
    stop: 'cluster',
    affinity: { boss: 0, analyst: 1, architect: 3, developer: 0, user: 0 },
    duty: 'controlPlane',
    controls: { nsa: ['C2'], 'owasp-k8s-2025': ['K02'], 'owasp-k8s-2022': ['K09'] },
  },
  'api-admission': {
    title: 'Admission plugins of the API server',
    stop: 'cluster',
    affinity: { boss: 1, analyst: 1, architect: 3, developer: 1, user: 0 },
    duty: 'controlPlane',
    controls: { 'owasp-k8s-2025': ['K04'], 'owasp-k8s-2022': ['K04'] },
  },
  'control-plane-tls': {
    title: 'Connections and ports of the control plane',
    stop: 'cluster',
    affinity: { boss: 1, analyst: 1, architect: 3, developer: 0, user: 1 },
    duty: 'controlPlane',
    controls: {
      nsa: ['B4'],
      'owasp-k8s-2025': ['K06', 'K07'],
      'owasp-k8s-2022': ['K09'],
    },
  },
  'control-plane-settings': {
    title: 'Settings of the programs of the control plane',
    stop: 'cluster',
    affinity: { boss: 1, analyst: 1, architect: 3, developer: 0, user: 0 },
    duty: 'controlPlane',
    controls: { 'owasp-k8s-2025': ['K07'], 'owasp-k8s-2022': ['K09'] },
  },
  'etcd-access': {
    title: 'Access to etcd',
    stop: 'cluster',
    affinity: { boss: 0, analyst: 0, architect: 3, developer: 0, user: 0 },
    duty: 'controlPlane',
    controls: {
      nsa: ['B4'],
      'owasp-k8s-2025': ['K06', 'K07'],
      'owasp-k8s-2022': ['K09'],
    },
  },
  'etcd-backup': {
    title: 'Copies of etcd',
    stop: 'cluster',
    affinity: { boss: 2, analyst: 1, architect: 3, developer: 0, user: 1 },
    duty: 'etcdBackup',
  },
  'secret-encryption': {
    title: 'Secrets encrypted in etcd',
    stop: 'cluster',
    affinity: { boss: 2, analyst: 2, architect: 3, developer: 0, user: 0 },
    duty: 'secretEncryption',
    controls: {
      nsa: ['B6'],
      'owasp-k8s-2025': ['K03'],
      'owasp-k8s-2022': ['K08'],
      'ms-threat-matrix': ['MS-TA9025'],
      'bsi-app-4.4': ['A20'],
    },
  },
  'audit-log': {
    title: 'Audit log of the API server',
    stop: 'cluster',
    affinity: { boss: 1, analyst: 3, architect: 2, developer: 0, user: 0 },
    duty: 'auditLog',
    controls: {
      nsa: ['D1'],
      'owasp-k8s-2025': ['K10'],
      'owasp-k8s-2022': ['K05'],
      'ms-threat-matrix': ['MS-TA9021', 'MS-TA9022'],
      'pci-containers': ['7.1.a'],
    },
  },
  kubelet: {
    title: 'Kubelet and kube-proxy',
    stop: 'cluster',
    affinity: { boss: 0, analyst: 0, architect: 3, developer: 0, user: 0 },
    duty: 'kubelet',
    controls: {
      nsa: ['B4'],
      'owasp-k8s-2025': ['K06'],
      'owasp-k8s-2022': ['K09'],
      'ms-threat-matrix': ['MS-TA9030'],
    },
  },
} as const satisfies Readonly<Record<string, Topic>>
