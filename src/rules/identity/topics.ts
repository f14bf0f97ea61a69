import type { Topic } from '../../model/itinerary.ts'

/** What the rules of this stop are about. Affinities: the series' itinerary, topics ID1 to ID7 and CP1. */
export const identityTopics = {
  'cluster-admin': {
    title: 'cluster-admin and system:masters',
    stop: 'identity',
    affinity: { boss: 2, analyst: 1, architect: 3, developer: 1, user: 0 },
    duty: 'access',
    controls: {
      nsa: ['C2'],
      'owasp-k8s-2025': ['K02'],
      'owasp-k8s-2022': ['K03'],
      'ms-threat-matrix': ['MS-TA9019'],
    },
  },
  'secret-readers': {
    title: 'Who reads Secrets',
    stop: 'identity',
    affinity: { boss: 1, analyst: 2, architect: 3, developer: 1, user: 1 },
    duty: 'access',
    controls: {
      nsa: ['C2'],
      'owasp-k8s-2025': ['K02', 'K03'],
      'owasp-k8s-2022': ['K03', 'K08'],
      'ms-threat-matrix': ['MS-TA9025'],
    },
  },
  'excess-rights': {
    title: 'Wildcards, excess, orphans',
    stop: 'identity',
    affinity: { boss: 0, analyst: 2, architect: 3, developer: 1, user: 0 },
    duty: 'access',
    controls: { nsa: ['C2'], 'owasp-k8s-2025': ['K02'], 'owasp-k8s-2022': ['K03'] },
  },
  'escalation-rights': {
    title: 'Rights that lead to more rights',
    stop: 'identity',
    affinity: { boss: 0, analyst: 1, architect: 3, developer: 1, user: 0 },
    duty: 'access',
    controls: { nsa: ['C2'], 'owasp-k8s-2025': ['K02'], 'owasp-k8s-2022': ['K03'] },
  },
  'pod-access': {
    title: 'Create, enter and forward to pods',
    stop: 'identity',
    affinity: { boss: 0, analyst: 1, architect: 3, developer: 2, user: 1 },
    duty: 'access',
    controls: { nsa: ['C2'], 'owasp-k8s-2025': ['K02'], 'owasp-k8s-2022': ['K03'] },
  },
  'account-tokens': {
    title: 'Service accounts and their tokens',
    stop: 'identity',
    affinity: { boss: 0, analyst: 0, architect: 2, developer: 3, user: 0 },
    duty: 'podSpec',
    controls: {
      nsa: ['A5'],
      'owasp-k8s-2025': ['K09'],
      'owasp-k8s-2022': ['K06'],
      'ms-threat-matrix': ['MS-TA9016'],
    },
  },
  authentication: {
    title: 'Users, groups, kubeconfig files and client keys',
    stop: 'identity',
    affinity: { boss: 1, analyst: 1, architect: 3, developer: 1, user: 1 },
    duty: 'access',
    controls: { nsa: ['C1'], 'owasp-k8s-2025': ['K09'], 'owasp-k8s-2022': ['K06'] },
  },
  'cloud-identities': {
    title: 'Cloud identities of workloads',
    stop: 'identity',
    affinity: { boss: 1, analyst: 0, architect: 3, developer: 2, user: 0 },
    duty: 'access',
    controls: { nsa: ['B8'], 'owasp-k8s-2025': ['K08'], 'ms-threat-matrix': ['MS-TA9028'] },
  },
} as const satisfies Readonly<Record<string, Topic>>
