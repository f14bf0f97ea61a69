import type { Question } from '../question.ts'

const WRITTEN = '2026-11-25'

/** What only those who run the workloads can say. Subjects: the itinerary, topics WL1 to WL7. */
export const workloadQuestions = {
  'runtime-watched': {
    stop: 'workloads',
    topic: 'kernel-confinement',
    question: 'Does something notice new programs, shells and unusual calls in running containers?',
    duty: 'kubelet',
    evidence: 'The tool, what it watches, and the last alarm that was followed up.',
    holdsDays: 180,
    reference: {
      title: 'NSA/CISA Kubernetes Hardening Guide 1.2, section D2',
      url: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { nsa: ['D2', 'D3'], 'pci-containers': ['8.2.a'] },
  },
  'logs-gathered': {
    stop: 'workloads',
    topic: 'resilience',
    question:
      'Do the logs of all containers leave their nodes, and are they kept where a container cannot change them?',
    duty: 'addons',
    evidence: 'Where they go, who reads them, and for how many days they are kept.',
    holdsDays: 365,
    reference: {
      title: 'Kubernetes: Logging Architecture',
      url: 'https://kubernetes.io/docs/concepts/cluster-administration/logging/',
    },
    written: WRITTEN,
    asked: 'instead',
    controls: { nsa: ['D1'], 'pci-containers': ['8.1.a'] },
  },
  'separation-planned': {
    stop: 'workloads',
    topic: 'namespaces',
    question:
      'Is it written down which applications, tests and tenants may share a cluster or a node?',
    duty: 'namespaceSetup',
    evidence: 'The plan, and the day it was agreed.',
    holdsDays: 365,
    reference: {
      title: 'Kubernetes: Multi-tenancy',
      url: 'https://kubernetes.io/docs/concepts/security/multi-tenancy/',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'pci-containers': ['16.1.a'] },
  },
} as const satisfies Readonly<Record<string, Question>>
