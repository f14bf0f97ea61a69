import type { Topic } from '../../model/itinerary.ts'

/** What the rules of this stop are about. Affinities: the series' itinerary, topics DT1 to DT4, NW4 and CP4. */
export const dataTopics = {
  secrets: {
    title: 'Secrets: where they are kept, and how they reach programs',
    stop: 'data',
    affinity: { boss: 1, analyst: 1, architect: 2, developer: 3, user: 0 },
    duty: 'access',
    controls: {
      nsa: ['B7'],
      'owasp-k8s-2025': ['K03'],
      'owasp-k8s-2022': ['K08'],
      'ms-threat-matrix': ['MS-TA9027'],
    },
  },
  'storage-encryption': {
    title: 'Volumes encrypted at rest',
    stop: 'data',
    affinity: { boss: 2, analyst: 3, architect: 3, developer: 1, user: 2 },
    duty: 'volumeEncryption',
    controls: { nsa: ['B6'], 'bsi-app-4.4': ['A20'] },
  },
  'encryption-in-transit': {
    title: 'TLS and mutual TLS in transit',
    stop: 'data',
    affinity: { boss: 2, analyst: 2, architect: 3, developer: 2, user: 2 },
    duty: 'ingressTls',
    controls: { nsa: ['B6'], 'owasp-k8s-2025': ['K05'] },
  },
  certificates: {
    title: 'Certificates and their issuers',
    stop: 'data',
    affinity: { boss: 1, analyst: 0, architect: 3, developer: 2, user: 1 },
    duty: 'ingressTls',
    controls: { nsa: ['B6'] },
  },
  backups: {
    title: 'Backups, snapshots and restore',
    stop: 'data',
    affinity: { boss: 3, analyst: 2, architect: 3, developer: 1, user: 2 },
    duty: 'workloadBackup',
    controls: { 'ms-threat-matrix': ['MS-TA9038'], 'bsi-app-4.4': ['A5'] },
  },
  'personal-data': {
    title: 'Personal data: purpose, retention, region',
    stop: 'data',
    affinity: { boss: 3, analyst: 3, architect: 2, developer: 3, user: 3 },
    duty: 'personalData',
    controls: { 'ms-threat-matrix': ['MS-TA9041'] },
  },
} as const satisfies Readonly<Record<string, Topic>>
