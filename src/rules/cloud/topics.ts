import type { Topic } from '../../model/itinerary.ts'

/** What the rules of this stop are about. Affinities: the series' itinerary, topics CL1 to CL5, CP6, CP7, ND2, ND3, DT2. */
export const cloudTopics = {
  'cloud-access': {
    title: 'Who may change the cloud account, and with which keys',
    stop: 'cloud',
    affinity: { boss: 3, analyst: 1, architect: 3, developer: 1, user: 0 },
    duty: 'cloudAccount',
    controls: {
      nsa: ['C1'],
      'owasp-k8s-2025': ['K08'],
      'owasp-k8s-2022': ['K06'],
      'ms-threat-matrix': ['MS-TA9001'],
    },
  },
  'region-and-law': {
    title: 'Region, law and contract',
    stop: 'cloud',
    affinity: { boss: 3, analyst: 3, architect: 1, developer: 0, user: 2 },
    duty: 'cloudAccount',
  },
  'api-endpoint': {
    title: 'Who reaches the API server',
    stop: 'cloud',
    affinity: { boss: 2, analyst: 0, architect: 3, developer: 0, user: 0 },
    duty: 'apiEndpoint',
    controls: {
      nsa: ['B4'],
      'owasp-k8s-2025': ['K06'],
      'owasp-k8s-2022': ['K09'],
      'ms-threat-matrix': ['MS-TA9029'],
    },
  },
  'node-network': {
    title: 'Networks of the nodes, firewalls and load balancers',
    stop: 'cloud',
    affinity: { boss: 1, analyst: 0, architect: 3, developer: 0, user: 0 },
    duty: 'network',
    controls: {
      nsa: ['B4'],
      'owasp-k8s-2025': ['K06'],
      'owasp-k8s-2022': ['K07'],
      'ms-threat-matrix': ['MS-TA9031'],
    },
  },
  'offer-and-upgrades': {
    title: 'The offer, its versions and upgrades',
    stop: 'cloud',
    affinity: { boss: 3, analyst: 0, architect: 3, developer: 0, user: 0 },
    duty: 'kubernetesUpgrade',
    controls: { nsa: ['E'], 'owasp-k8s-2025': ['K07'], 'owasp-k8s-2022': ['K10'] },
  },
  'managed-settings': {
    title: 'What the managed cluster is told: sign-in, keys, logs, plugins',
    stop: 'cloud',
    affinity: { boss: 1, analyst: 2, architect: 3, developer: 0, user: 0 },
    duty: 'managedCluster',
    controls: { nsa: ['B4'], 'owasp-k8s-2025': ['K07'], 'owasp-k8s-2022': ['K09'] },
  },
  'node-machines': {
    title: 'Machines of the nodes: image, metadata service, disks, rights',
    stop: 'cloud',
    affinity: { boss: 0, analyst: 1, architect: 3, developer: 1, user: 0 },
    duty: 'nodePool',
    controls: { nsa: ['B8'], 'owasp-k8s-2025': ['K08'], 'owasp-k8s-2022': ['K09'] },
  },
  'cloud-data': {
    title: 'Buckets, databases, queues, volumes and keys of the cloud',
    stop: 'cloud',
    affinity: { boss: 2, analyst: 3, architect: 3, developer: 1, user: 2 },
    duty: 'cloudData',
    controls: { nsa: ['B6'], 'owasp-k8s-2025': ['K03'], 'owasp-k8s-2022': ['K08'] },
  },
} as const satisfies Readonly<Record<string, Topic>>
