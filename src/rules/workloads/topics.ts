import type { Topic } from '../../model/itinerary.ts'

/** What the rules of this stop are about. Affinities and owners: the series' itinerary, topics WL1 to WL7, TP1. */
export const workloadTopics = {
  'host-access': {
    title: 'Privileged containers, host namespaces, paths and ports',
    stop: 'workloads',
    affinity: { boss: 0, analyst: 1, architect: 3, developer: 2, user: 0 },
    duty: 'podSpec',
  },
  'root-and-capabilities': {
    title: 'Root, escalation, capabilities',
    stop: 'workloads',
    affinity: { boss: 0, analyst: 0, architect: 2, developer: 3, user: 0 },
    duty: 'podSpec',
  },
  'kernel-confinement': {
    title: 'Seccomp, AppArmor, SELinux, sysctls, procMount',
    stop: 'workloads',
    affinity: { boss: 0, analyst: 0, architect: 3, developer: 2, user: 0 },
    duty: 'podSpec',
  },
  'read-only-root': {
    title: 'Read-only root file system',
    stop: 'workloads',
    affinity: { boss: 0, analyst: 0, architect: 1, developer: 3, user: 0 },
    duty: 'podSpec',
  },
  resources: {
    title: 'Resources and quotas',
    stop: 'workloads',
    affinity: { boss: 2, analyst: 1, architect: 3, developer: 3, user: 1 },
    duty: 'podSpec',
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
  },
} as const satisfies Readonly<Record<string, Topic>>
