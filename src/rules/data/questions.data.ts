import type { Question } from '../question.ts'

const WRITTEN = '2026-11-25'
const GDPR = 'https://eur-lex.europa.eu/eli/reg/2016/679/oj'

/** What tests, key stores and registers show. Subjects: the itinerary, topics DT1 to DT4, NW4 and CP4. */
export const dataQuestions = {
  'restore-tested': {
    stop: 'data',
    topic: 'backups',
    question: 'Has a backup of the data been restored as a test, and was all of it there?',
    duty: 'workloadBackup',
    evidence: 'The record of the test: day, duration, what was missing.',
    holdsDays: 180,
    reference: {
      title: 'BSI IT-Grundschutz APP.4.4, A5',
      url: 'https://www.bsi.bund.de/SharedDocs/Downloads/EN/BSI/Grundschutz/International/bsi_it_gs_comp_2022.pdf',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'bsi-app-4.4': ['A5'] },
  },
  'backups-apart': {
    stop: 'data',
    topic: 'backups',
    question:
      'Is a copy of the backups kept where the credentials of the cluster cannot delete it?',
    duty: 'workloadBackup',
    evidence: 'The account and the lock of the store.',
    holdsDays: 365,
    reference: {
      title: 'MITRE ATT&CK: Data Backup, M1053',
      url: 'https://attack.mitre.org/mitigations/M1053/',
    },
    written: WRITTEN,
    asked: 'beyond',
  },
  'volume-keys': {
    stop: 'data',
    topic: 'storage-encryption',
    question:
      'Is it known who holds the keys of the encrypted volumes, and who can take them back?',
    duty: 'volumeEncryption',
    evidence: 'The key store, and the list of those with access.',
    holdsDays: 365,
    reference: {
      title: 'NIST SP 800-57 Part 1: Recommendation for Key Management',
      url: 'https://csrc.nist.gov/pubs/sp/800/57/pt1/r5/final',
    },
    written: WRITTEN,
    asked: 'beyond',
  },
  'secrets-rotated': {
    stop: 'data',
    topic: 'secrets',
    question: 'Can every secret be renewed within a day, and has that been tried?',
    duty: 'access',
    evidence: 'The record of the last renewal of each kind.',
    holdsDays: 180,
    reference: {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'pci-containers': ['6.2.a'] },
  },
  'certificates-watched': {
    stop: 'data',
    topic: 'certificates',
    question: 'Does an alarm tell in time that a certificate ends, the private ones included?',
    duty: 'ingressTls',
    evidence: 'The alarm, and the certificates that it watches.',
    holdsDays: 365,
    reference: {
      title: 'Kubernetes: PKI certificates and requirements',
      url: 'https://kubernetes.io/docs/setup/best-practices/certificates/',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'pci-containers': ['5.1.b'] },
  },
  'personal-data-register': {
    stop: 'data',
    topic: 'personal-data',
    question: 'Is every processing of personal data in the register, with its purpose and its end?',
    duty: 'personalData',
    evidence: 'The register of processing activities.',
    holdsDays: 365,
    reference: { title: 'General Data Protection Regulation, article 30', url: GDPR },
    written: WRITTEN,
    asked: 'beyond',
  },
  'personal-data-deleted': {
    stop: 'data',
    topic: 'personal-data',
    question:
      'Does what was deleted on request also leave the backups, the logs and the copies for tests?',
    duty: 'personalData',
    evidence: 'How it is done, and the last case.',
    holdsDays: 365,
    reference: { title: 'General Data Protection Regulation, article 17', url: GDPR },
    written: WRITTEN,
    asked: 'beyond',
  },
} as const satisfies Readonly<Record<string, Question>>
