import type { Advisories, Flaw } from '../../model/advisories.ts'

const PLAIN: Flaw = {
  id: '',
  aliases: [],
  upstream: [],
  answer: 'affected',
  why: undefined,
  summary: 'An invented flaw.',
  severity: { level: 'medium', score: 5.3, text: 'medium', from: 'EX-0' },
  fixed: [],
  isMalicious: false,
  informational: undefined,
  kev: undefined,
  epss: undefined,
}

// Invented packages, told apart by what is known against them; each is flawed in 1.0.0 only.
const FLAWS: ReadonlyMap<string, Flaw> = new Map([
  [
    'burning',
    { ...PLAIN, id: 'EX-1', kev: { added: '2026-01-05', forRansom: true }, fixed: ['1.0.1'] },
  ],
  [
    'leaky',
    {
      ...PLAIN,
      id: 'EX-2',
      severity: { level: 'critical', score: 9.8, text: 'critical', from: 'EX-2' },
      fixed: ['1.0.1', '2.0.0'],
    },
  ],
  [
    'loose',
    {
      ...PLAIN,
      id: 'EX-3',
      severity: { level: 'high', score: 7.5, text: 'high', from: 'EX-3' },
      fixed: ['2.0.0'],
    },
  ],
  ['weak', { ...PLAIN, id: 'EX-4', fixed: ['1.2.0'] }],
  ['stuck', { ...PLAIN, id: 'EX-5' }],
  ['odd', { ...PLAIN, id: 'EX-6', answer: 'unknown', why: 'its version cannot be ordered' }],
  ['trojan', { ...PLAIN, id: 'MAL-1', severity: undefined, isMalicious: true }],
  ['likely', { ...PLAIN, id: 'EX-7', epss: { probability: 0.42, percentile: 0.97 } }],
  ['old', { ...PLAIN, id: 'EX-8', informational: 'unmaintained' }],
])

/** Advisories about invented packages of npm and PyPI, for examples of rules. Of other ecosystems nothing is known. */
export const EXAMPLE_ADVISORIES: Advisories = {
  snapshots: [{ ecosystem: 'npm', records: FLAWS.size, asOf: '2026-11-20T00:00:00Z' }],
  holdsDays: 14,
  faultsFor: () => [],
  has: (ecosystem) => ecosystem === 'npm' || ecosystem === 'PyPI',
  match: ({ name, version }) => {
    const flaw = version === '1.0.0' ? FLAWS.get(name) : undefined
    return flaw === undefined ? [] : [flaw]
  },
  freeAbove: ({ name }) => FLAWS.get(name)?.fixed ?? [],
}
