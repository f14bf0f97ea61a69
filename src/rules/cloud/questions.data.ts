import type { Question } from '../question.ts'

const WRITTEN = '2026-11-25'

/** What is decided in the console and the contract of the cloud. Subjects: the itinerary, topics CL1 to CL5. */
export const cloudQuestions = {
  'cloud-mfa': {
    stop: 'cloud',
    topic: 'cloud-access',
    question:
      'Does everybody who can change the cloud account sign in with more than one factor, and is its owner account kept for emergencies?',
    duty: 'access',
    evidence: 'The list of accounts with their factors, exported from the console.',
    holdsDays: 180,
    reference: {
      title: 'NIST SP 800-63B: Digital Identity Guidelines, authentication',
      url: 'https://pages.nist.gov/800-63-4/sp800-63b.html',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'pci-containers': ['1.6.a'] },
  },
  'cloud-static-keys': {
    stop: 'cloud',
    topic: 'cloud-access',
    question:
      'Is every long-lived API key of the cloud account known, needed and younger than a year?',
    duty: 'access',
    evidence: 'The list of keys with owner, age and last use.',
    holdsDays: 90,
    reference: {
      title: 'NSA/CISA Kubernetes Hardening Guide 1.2, section B8',
      url: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'pci-containers': ['1.3.a'] },
  },
  'cloud-region-law': {
    stop: 'cloud',
    topic: 'region-and-law',
    question:
      'Do region, contract and certificates of the provider fit the law that the data is under?',
    duty: 'personalData',
    evidence: 'The contract and the certificates, with the regions that are used.',
    holdsDays: 365,
    reference: {
      title: 'General Data Protection Regulation, articles 28 and 44',
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    written: WRITTEN,
    asked: 'beyond',
  },
  'cloud-endpoint-ranges': {
    stop: 'cloud',
    topic: 'api-endpoint',
    question: 'Is the API server reachable only from ranges of addresses that somebody listed?',
    duty: 'apiEndpoint',
    evidence: 'The allow-list of the cluster, with what each range is for.',
    holdsDays: 180,
    reference: {
      title: 'Kubernetes: Security Checklist, network security',
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#network-security',
    },
    written: WRITTEN,
    asked: 'instead',
    controls: {
      'k8s-checklist': ['network/5', 'network/11'],
      'pci-containers': ['4.2.a'],
      'owasp-k8s-2025': ['K06'],
    },
  },
  'cloud-upgrade-budget': {
    stop: 'cloud',
    topic: 'offer-and-upgrades',
    question: 'Are time and money set aside for the upgrades of the coming year, nodes included?',
    duty: 'kubernetesUpgrade',
    evidence: 'The plan with the dates of the next minor versions.',
    holdsDays: 365,
    reference: {
      title: 'Kubernetes: Releases and their end of life',
      url: 'https://kubernetes.io/releases/',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'pci-containers': ['10.1.a'] },
  },
} as const satisfies Readonly<Record<string, Question>>
