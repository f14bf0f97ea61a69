import type { Topic } from '../../model/itinerary.ts'

/** What the rules of this stop are about. Affinities and owners: the series' itinerary, topics WL1 to WL7, TP1. */
export const workloadTopics = {
  'host-access': {
    title: 'Privileged containers, host namespaces, paths and ports',
    stop: 'workloads',
    affinity: { boss: 0, analyst: 1, architect: 3, developer: 2, user: 0 },
    duty: 'podSpec',
    controls: { nsa: ['A4'], 'owasp-k8s-2022': ['K01'], 'owasp-k8s-2025': ['K01'] },
  },
  'root-and-capabilities': {
    title: 'Root, escalation, capabilities',
    stop: 'workloads',
    affinity: { boss: 0, analyst: 0, architect: 2, developer: 3, user: 0 },
    duty: 'podSpec',
    controls: {
      nsa: ['A4'],
      'cis-1.12': ['5.6.3'],
      'owasp-k8s-2022': ['K01'],
      'owasp-k8s-2025': ['K01'],
      'mitre-containers': ['T1611'],
    },
  },
  'kernel-confinement': {
    title: 'Seccomp, AppArmor, SELinux, sysctls, procMount',
    stop: 'workloads',
    affinity: { boss: 0, analyst: 0, architect: 3, developer: 2, user: 0 },
    duty: 'podSpec',
    controls: {
      nsa: ['A6'],
      'owasp-k8s-2022': ['K01'],
      'owasp-k8s-2025': ['K01'],
      'mitre-containers': ['T1611'],
    },
  },
  'read-only-root': {
    title: 'Read-only root file system',
    stop: 'workloads',
    affinity: { boss: 0, analyst: 0, architect: 1, developer: 3, user: 0 },
    duty: 'podSpec',
    controls: {
      nsa: ['A2'],
      'cis-1.12': ['5.6.3'],
      'owasp-k8s-2022': ['K01'],
      'owasp-k8s-2025': ['K01'],
      'ms-threat-matrix': ['MS-TA9012'],
      'k8s-app-checklist': ['container/2'],
    },
  },
  resources: {
    title: 'Resources and quotas',
    stop: 'workloads',
    affinity: { boss: 2, analyst: 1, architect: 3, developer: 3, user: 1 },
    duty: 'podSpec',
    controls: {
      nsa: ['B3'],
      'owasp-k8s-2022': ['K01'],
      'owasp-k8s-2025': ['K01'],
      'ms-threat-matrix': ['MS-TA9040'],
      'mitre-containers': ['T1499'],
      'pci-containers': ['11.1.a'],
    },
  },
  resilience: {
    title: 'Probes, priority, controllers',
    stop: 'workloads',
    affinity: { boss: 0, analyst: 0, architect: 2, developer: 3, user: 2 },
    duty: 'podSpec',
  },
  namespaces: {
    title: 'Namespaces as a boundary',
    stop: 'workloads',
    affinity: { boss: 1, analyst: 1, architect: 3, developer: 2, user: 0 },
    duty: 'namespaceSetup',
  },
  images: {
    title: 'Image source, tag and digest',
    stop: 'workloads',
    affinity: { boss: 1, analyst: 0, architect: 3, developer: 3, user: 0 },
    duty: 'podSpec',
    controls: {
      nsa: ['A3'],
      'cis-1.12': ['5.5.1'],
      'owasp-k8s-2022': ['K02'],
      'ms-threat-matrix': ['MS-TA9002'],
      'mitre-containers': ['T1204.003'],
      'pci-containers': ['3.2.a'],
    },
  },
} as const satisfies Readonly<Record<string, Topic>>
