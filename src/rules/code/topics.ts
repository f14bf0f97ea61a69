import type { Topic } from '../../model/itinerary.ts'

/** What the rules of this stop are about. Affinities: the series' itinerary, topics CD2 and CD3. */
export const codeTopics = {
  'image-content': {
    title: 'Dockerfiles, Compose files and what images hold',
    stop: 'code',
    affinity: { boss: 0, analyst: 0, architect: 1, developer: 3, user: 0 },
    duty: 'images',
    controls: { nsa: ['A3'], 'owasp-k8s-2025': ['K01'], 'owasp-k8s-2022': ['K01'] },
  },
  'repository-secrets': {
    title: 'Secrets in repositories and images',
    stop: 'code',
    affinity: { boss: 1, analyst: 1, architect: 1, developer: 3, user: 0 },
    duty: 'images',
    controls: {
      nsa: ['B7'],
      'owasp-k8s-2025': ['K03'],
      'owasp-k8s-2022': ['K08'],
      'ms-threat-matrix': ['MS-TA9027'],
    },
  },
  'vulnerable-packages': {
    title: 'Packages with known flaws',
    stop: 'code',
    affinity: { boss: 2, analyst: 1, architect: 1, developer: 3, user: 0 },
    duty: 'images',
    controls: { nsa: ['A3'], 'owasp-k8s-2022': ['K02'] },
  },
} as const satisfies Readonly<Record<string, Topic>>
