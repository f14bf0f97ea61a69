import type { Question } from '../question.ts'

const WRITTEN = '2026-11-25'

/** What is decided where the control plane and the nodes run. Subjects: the itinerary, topics CP1 to CP8 and ND1 to ND4. */
export const clusterQuestions = {
  'etcd-encryption': {
    stop: 'cluster',
    question:
      'Are Secrets encrypted in etcd, with a key that somebody other than the operator of etcd holds?',
    duty: 'secretEncryption',
    evidence:
      'The EncryptionConfiguration, or what the provider states of it in writing, with who holds the key.',
    holdsDays: 365,
    reference: {
      title: 'Kubernetes: Encrypting Confidential Data at Rest',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/',
    },
    written: WRITTEN,
    asked: 'instead',
    controls: {
      'cis-1.12': ['1.2.27', '1.2.28'],
      'k8s-checklist': ['secrets/2'],
    },
  },
  'encryption-key-rotation': {
    stop: 'cluster',
    question:
      'Have the keys that encrypt etcd been rotated, and were the stored Secrets written anew since?',
    duty: 'secretEncryption',
    evidence: 'The day of the last rotation and its record.',
    holdsDays: 365,
    reference: {
      title: 'Kubernetes: Rotating a decryption key',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#rotating-a-decryption-key',
    },
    written: WRITTEN,
    asked: 'beyond',
  },
  'etcd-restore-tested': {
    stop: 'cluster',
    question: 'Has a backup of etcd been restored as a test, and did the cluster come up?',
    duty: 'etcdBackup',
    evidence: 'The record of the test: day, duration, what was missing.',
    holdsDays: 180,
    reference: {
      title: 'Kubernetes: Backing up an etcd cluster',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#backing-up-an-etcd-cluster',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'bsi-app-4.4': ['A5'] },
  },
  'audit-log-kept': {
    stop: 'cluster',
    question:
      'Is the audit log of the API server on, and kept outside of the cluster for as long as the law wants?',
    duty: 'auditLog',
    evidence: 'The audit policy, where the log goes, and for how many days it is kept.',
    holdsDays: 365,
    reference: {
      title: 'Kubernetes: Auditing',
      url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/',
    },
    written: WRITTEN,
    asked: 'instead',
    controls: {
      nsa: ['D1'],
      'cis-1.12': ['1.2.16', '1.2.17', '1.2.18', '1.2.19', '3.2.1', '3.2.2'],
      'k8s-checklist': ['logs/1'],
      'pci-containers': ['7.1.a'],
      'owasp-k8s-2022': ['K05'],
      'owasp-k8s-2025': ['K10'],
    },
  },
  'audit-log-read': {
    stop: 'cluster',
    question: 'Does somebody look at the audit log, and does an alarm tell what must not happen?',
    duty: 'auditLog',
    evidence: 'The alarms, the last one that was followed up, and who reads them.',
    holdsDays: 180,
    reference: {
      title: 'NSA/CISA Kubernetes Hardening Guide 1.2, section D2',
      url: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { nsa: ['D2', 'D3'], 'pci-containers': ['8.2.a'] },
  },
  'root-certificate-kept': {
    stop: 'cluster',
    question: 'Is the key of the root certificate kept where no node and no pipeline can read it?',
    duty: 'controlPlane',
    evidence: 'Where it is kept, and who has access.',
    holdsDays: 365,
    reference: {
      title: 'Kubernetes: Security Checklist, authentication and authorization',
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#authentication-authorization',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'k8s-checklist': ['authn-authz/3'] },
  },
  'node-patching': {
    stop: 'cluster',
    question: 'Is every node replaced or patched within 30 days of a patch of its system?',
    duty: 'nodeImage',
    evidence: 'The age of the nodes, and how they are replaced.',
    holdsDays: 90,
    reference: {
      title: 'Scaleway: Kubernetes shared responsibility model',
      url: 'https://www.scaleway.com/en/docs/kubernetes/reference-content/kubernetes-shared-responsibility-model/',
    },
    written: WRITTEN,
    asked: 'instead',
    controls: { 'pci-containers': ['10.2.a'] },
  },
  'hardening-audited': {
    stop: 'cluster',
    question:
      'Are the settings of nodes and control plane compared with a benchmark, regularly and by a program?',
    duty: 'kubelet',
    evidence: 'The last report, and what was done about it.',
    holdsDays: 180,
    reference: {
      title: 'CIS Kubernetes Benchmark',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'bsi-app-4.4': ['A13', 'A17'], 'pci-containers': ['15.1.b'] },
  },
} as const satisfies Readonly<Record<string, Question>>
