import type { Question } from '../question.ts'

const WRITTEN = '2026-11-25'

/** What the identity provider and the people who run it know. Subjects: the itinerary, topics ID1 to ID7 and CP1. */
export const identityQuestions = {
  'identity-provider': {
    stop: 'identity',
    topic: 'authentication',
    question:
      'Do people sign in to the cluster through an identity provider, with more than one factor, rather than by certificate or token?',
    duty: 'access',
    evidence: 'The configuration of the identity provider, and the rule that asks for the factors.',
    holdsDays: 365,
    reference: {
      title: 'Kubernetes: Authenticating',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/',
    },
    written: WRITTEN,
    asked: 'instead',
    controls: {
      'cis-1.12': ['3.1.1', '3.1.2', '3.1.3'],
      'k8s-checklist': ['authn-authz/1'],
      'pci-containers': ['1.1.a', '5.1.a'],
    },
  },
  'personal-credentials': {
    stop: 'identity',
    topic: 'authentication',
    question:
      'Does every person have credentials of their own, and are they revoked on the day somebody leaves?',
    duty: 'access',
    evidence: 'How leavers are handled, and the last case.',
    holdsDays: 180,
    reference: {
      title: 'Kubernetes: Hardening Guide, Authentication Mechanisms',
      url: 'https://kubernetes.io/docs/concepts/security/hardening-guide/authentication-mechanisms/',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'pci-containers': ['1.2.a', '1.3.a'] },
  },
  'access-reviewed': {
    stop: 'identity',
    topic: 'excess-rights',
    question: 'Has somebody gone through all bindings and removed what is no longer needed?',
    duty: 'access',
    evidence: 'The day, who did it, and what was removed.',
    holdsDays: 365,
    reference: {
      title: 'Kubernetes: Role Based Access Control Good Practices, periodic review',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    },
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'k8s-checklist': ['authn-authz/5'], 'pci-containers': ['2.3.a'] },
  },
  'break-glass': {
    stop: 'identity',
    topic: 'cluster-admin',
    question: 'Is the way in for emergencies sealed, and does its use raise an alarm?',
    duty: 'access',
    evidence: 'Where the credentials are, who may open them, and the last time that was tried.',
    holdsDays: 180,
    reference: {
      title: 'Kubernetes: Role Based Access Control Good Practices',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    },
    written: WRITTEN,
    asked: 'beyond',
  },
} as const satisfies Readonly<Record<string, Question>>
