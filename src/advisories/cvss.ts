import calculator from 'ae-cvss-calculator'
import type { AdvisorySeverity } from './match.ts'
import type { SeverityText } from './osv/record.ts'

type Level = AdvisorySeverity['level']

/** A severity as text, with what it comes to. */
export interface Rated {
  readonly level: Level
  readonly score?: number | undefined
  readonly text: string
}

/** The worst that several severities come to; undefined when none of them can be read. */
export function worstOf(severities: readonly SeverityText[]): Rated | undefined {
  return severities
    .flatMap((severity) => rate(severity) ?? [])
    .toSorted((one, other) => rankOf(other) - rankOf(one))[0]
}

/** What a severity comes to: a CVSS 2, 3 or 4 vector or a word. Undefined when it cannot be read. */
function rate({ type, score: text }: SeverityText): Rated | undefined {
  const word = WORDS[text.toLowerCase()]
  if (word !== undefined) return { level: word, score: undefined, text }
  const score = scoreOf(text)
  if (score === undefined) return undefined
  return { level: type === 'CVSS_V2' ? levelOfV2(score) : levelOf(score), score, text }
}

const WORDS: Readonly<Record<string, Level>> = {
  negligible: 'low',
  low: 'low',
  medium: 'medium',
  high: 'high',
  critical: 'critical',
}

// Many advisories share a vector, and CVSS 4 takes its time.
const known = new Map<string, number | undefined>()

function scoreOf(vector: string): number | undefined {
  if (!known.has(vector)) known.set(vector, calculate(vector))
  return known.get(vector)
}

function calculate(vector: string): number | undefined {
  if (!isComplete(vector)) return undefined
  try {
    const { overall } = calculator.fromVector(vector)?.calculateScores() ?? {}
    return overall !== undefined && Number.isFinite(overall) ? overall : undefined
  } catch {
    // Vectors come from many hands; one that cannot be read leaves the severity unknown, which is told.
    return undefined
  }
}

// The calculator takes what is missing or odd for no impact: a vector that cannot be read would come to 0.
function isComplete(vector: string): boolean {
  const version = VERSIONS.find((known) => vector.startsWith(`CVSS:${known}/`))
  if (version === undefined && vector.startsWith('CVSS:')) return false
  const metrics = vector.split('/')
  return BASE_METRICS[version ?? '2.0'].every((known) =>
    metrics.some((metric) => metric.length === known.indexOf(':') + 2 && fits(metric, known)),
  )
}

function fits(metric: string, known: string): boolean {
  const values = known.indexOf(':') + 1
  return (
    metric.startsWith(known.slice(0, values)) && known.slice(values).includes(metric.slice(values))
  )
}

const VERSIONS = ['3.0', '3.1', '4.0'] as const

// What has to be there, with the values that it may have: section 2 of each specification.
const BASE_3 = ['AV:NALP', 'AC:LH', 'PR:NLH', 'UI:NR', 'S:UC', 'C:NLH', 'I:NLH', 'A:NLH']
const BASE_METRICS = {
  '2.0': ['AV:LAN', 'AC:HML', 'Au:MSN', 'C:NPC', 'I:NPC', 'A:NPC'],
  '3.0': BASE_3,
  '3.1': BASE_3,
  '4.0': [
    'AV:NALP',
    'AC:LH',
    'AT:NP',
    'PR:NLH',
    'UI:NPA',
    'VC:HLN',
    'VI:HLN',
    'VA:HLN',
    'SC:HLN',
    'SI:HLN',
    'SA:HLN',
  ],
} as const

// CVSS 3.1 section 5, CVSS 4.0 section 6.
function levelOf(score: number): Level {
  if (score >= 9) return 'critical'
  if (score >= 7) return 'high'
  if (score >= 4) return 'medium'
  return score > 0 ? 'low' : 'none'
}

// NVD's words for CVSS 2, which has no critical: https://nvd.nist.gov/vuln-metrics/cvss
function levelOfV2(score: number): Level {
  if (score >= 7) return 'high'
  return score >= 4 ? 'medium' : 'low'
}

const LEVELS: readonly Level[] = ['none', 'low', 'medium', 'high', 'critical']
const SCORES = 10

function rankOf({ level, score }: Rated): number {
  return LEVELS.indexOf(level) * (SCORES + 1) + (score ?? 0)
}
