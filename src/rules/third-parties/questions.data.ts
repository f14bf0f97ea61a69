import type { Question } from '../question.ts'

const WRITTEN = '2026-11-25'

/** What suppliers and registries know. Subjects: the itinerary, topics TP1 to TP3. */
export const thirdPartyQuestions = {
  'registry-access': {
    stop: 'third-parties',
    topic: 'image-sources',
    question:
      'May only few people and pipelines push to the registry, and does production have one of its own?',
    duty: 'images',
    evidence: 'The rights of the registry, exported.',
    holdsDays: 180,
    reference: {
      title: 'NIST SP 800-190: Application Container Security Guide',
      url: 'https://csrc.nist.gov/pubs/sp/800/190/final',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'pci-containers': ['13.1.a', '13.1.b', '13.2.a'], 'bsi-app-4.4': ['A12'] },
  },
  'registry-scans': {
    stop: 'third-parties',
    topic: 'image-sources',
    question: 'Does the registry scan images, and does it hold back those with known flaws?',
    duty: 'images',
    evidence: 'The setting, and the last image that was held back.',
    holdsDays: 180,
    reference: {
      title: 'NIST SP 800-190: Application Container Security Guide',
      url: 'https://csrc.nist.gov/pubs/sp/800/190/final',
    },
    written: WRITTEN,
    asked: 'instead',
    controls: { 'pci-containers': ['13.3.a'], 'k8s-checklist': ['images/4'] },
  },
  'vendor-flaws-told': {
    stop: 'third-parties',
    topic: 'aging-components',
    question:
      'Does every supplier of a chart or an operator tell of flaws, and does somebody here read it?',
    duty: 'thirdParties',
    evidence: 'The list of suppliers, with where each tells and who reads.',
    holdsDays: 365,
    reference: {
      title: 'Kubernetes: Security and Disclosure Information',
      url: 'https://kubernetes.io/docs/reference/issues-security/security/',
    },
    written: WRITTEN,
    asked: 'beyond',
  },
  'vendor-rights-agreed': {
    stop: 'third-parties',
    topic: 'third-party-rights',
    question: 'Are the rights that each third party has in the cluster agreed with it in writing?',
    duty: 'thirdParties',
    evidence: 'The agreement, with the rights and the day they end.',
    holdsDays: 365,
    reference: {
      title: 'Kubernetes: Role Based Access Control Good Practices',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    },
    written: WRITTEN,
    asked: 'beyond',
  },
} as const satisfies Readonly<Record<string, Question>>
