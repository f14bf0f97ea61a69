import type { Question } from '../question.ts'

const WRITTEN = '2026-11-25'
const SSDF = {
  title: 'NIST SP 800-218: Secure Software Development Framework',
  url: 'https://csrc.nist.gov/pubs/sp/800/218/final',
} as const

/** What is decided before anything is built. Subjects: the itinerary, topics CD1 to CD4. */
export const codeQuestions = {
  'threats-modelled': {
    stop: 'code',
    question:
      'Has somebody drawn the data flows, those of internal users included, and asked of each what could go wrong?',
    duty: 'images',
    evidence: 'The drawing, and what was changed because of it.',
    holdsDays: 365,
    reference: {
      title: 'OWASP Threat Modeling Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Threat_Modeling_Cheat_Sheet.html',
    },
    written: WRITTEN,
    asked: 'beyond',
  },
  'flaws-mended-in-time': {
    stop: 'code',
    question:
      'Is there a time within which flaws that are being exploited are mended, and is it kept?',
    duty: 'images',
    evidence: 'The times by severity, and how many were kept in the last quarter.',
    holdsDays: 90,
    reference: SSDF,
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'pci-containers': ['10.3.a'] },
  },
  'changes-reviewed': {
    stop: 'code',
    question:
      'Does a second person look at every change of code, manifests and pipelines before it runs?',
    duty: 'images',
    evidence: 'The protection of the branches, exported.',
    holdsDays: 365,
    reference: SSDF,
    written: WRITTEN,
    asked: 'beyond',
    controls: { 'pci-containers': ['14.1.a'], 'bsi-app-4.4': ['A2', 'A8'] },
  },
} as const satisfies Readonly<Record<string, Question>>
