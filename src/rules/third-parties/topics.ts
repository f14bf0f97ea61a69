import type { Topic } from '../../model/itinerary.ts'

/** What the rules of this stop are about. Affinities: the series' itinerary, topics TP1 to TP3. */
export const thirdPartyTopics = {
  'image-sources': {
    title: 'Registries, signatures and charts that images come from',
    stop: 'third-parties',
    affinity: { boss: 1, analyst: 0, architect: 3, developer: 3, user: 0 },
    duty: 'images',
    controls: {
      nsa: ['A3'],
      'owasp-k8s-2022': ['K02'],
      'ms-threat-matrix': ['MS-TA9002'],
      'pci-containers': ['3.3.a'],
    },
  },
  'third-party-rights': {
    title: 'Rights, webhooks and API extensions of charts and operators',
    stop: 'third-parties',
    affinity: { boss: 1, analyst: 1, architect: 3, developer: 1, user: 0 },
    duty: 'thirdParties',
    controls: { nsa: ['C2'], 'owasp-k8s-2025': ['K02'], 'owasp-k8s-2022': ['K03'] },
  },
  'aging-components': {
    title: 'Components and API versions near or past their end',
    stop: 'third-parties',
    affinity: { boss: 2, analyst: 1, architect: 3, developer: 1, user: 0 },
    duty: 'thirdParties',
    controls: {
      nsa: ['E'],
      'owasp-k8s-2025': ['K07'],
      'owasp-k8s-2022': ['K10'],
      'ms-threat-matrix': ['MS-TA9004'],
      'pci-containers': ['10.1.a'],
      'stig-v2r3': ['V-242443'],
    },
  },
} as const satisfies Readonly<Record<string, Topic>>
