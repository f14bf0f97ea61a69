import type { Question } from '../question.ts'

const WRITTEN = '2026-11-25'

/** What only a packet or the owner of a flow can show. Subjects: the itinerary, topics NW1 to NW5. */
export const networkQuestions = {
  'isolation-tried': {
    stop: 'network',
    topic: 'isolation',
    question: 'Has it been tried from inside a pod that forbidden connections fail?',
    duty: 'addons',
    evidence: 'What was tried, from where, and the result.',
    holdsDays: 180,
    reference: {
      title: 'Kubernetes: Declare Network Policy',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/declare-network-policy/',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'cis-1.12': ['5.3.1'], 'k8s-checklist': ['network/1'] },
  },
  'metadata-service-closed': {
    stop: 'network',
    topic: 'egress',
    question:
      'Is the metadata service of the cloud closed to pods, or does it hand out nothing of worth?',
    duty: 'network',
    evidence: 'The setting of the node pool, or a try from inside a pod.',
    holdsDays: 365,
    reference: {
      title: 'Kubernetes: Securing a Cluster, restricting cloud metadata API access',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/securing-a-cluster/#restricting-cloud-metadata-api-access',
    },
    written: WRITTEN,
    asked: 'instead',
    controls: { 'k8s-checklist': ['network/6'] },
  },
  'exposure-wanted': {
    stop: 'network',
    topic: 'exposure',
    question: 'Does somebody answer for every address that is open to the internet?',
    duty: 'ingressTls',
    evidence: 'The list of addresses and names, each with an owner.',
    holdsDays: 180,
    reference: {
      title: 'OWASP Kubernetes Top Ten 2025, K06',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/2025/en/src/K06-Overly-Exposed-Kubernetes-Components',
    },
    written: WRITTEN,
    asked: 'beyond',
  },
} as const satisfies Readonly<Record<string, Question>>
