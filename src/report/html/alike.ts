import { groupBy } from '../../base/group.ts'
import type { Run } from '../report.ts'
import { pathOf } from '../spots.ts'
import type { Finding } from '../told.ts'

/** Findings of one rule whose messages differ in one name at most. */
export interface Alike {
  /** What all of them say, with `…` in the place of the name. */
  readonly words: string
  /** The field of all of them, where it is told. */
  readonly path: string | undefined
  readonly findings: readonly Finding[]
}

// Fewer are shorter, and read better, one by one.
const FEWEST_ALIKE = 4

/**
 * The findings of one rule that say the same, to be told in those words once; and those that say something of their
 * own. Who is told the field of each finding (`hasPaths`) gets those of another field apart.
 */
export function sortAlike(
  findings: readonly Finding[],
  hasPaths: boolean,
): { readonly alike: readonly Alike[]; readonly others: readonly Finding[] } {
  const groups = groupBy(findings, (finding) => {
    const path = hasPaths ? pathOf(finding.place) : ''
    return `${wordsOf(finding)}\n${path}`
  })
  const alike = [...groups.values()].flatMap((some) => alikeOf(some, hasPaths))
  const told = new Set(alike.flatMap((each) => each.findings))
  return { alike, others: findings.filter((finding) => !told.has(finding)) }
}

function alikeOf(findings: readonly Finding[], hasPaths: boolean): readonly Alike[] {
  const [first] = findings
  if (first === undefined || findings.length < FEWEST_ALIKE) return []
  const words = wordsOf(first)
  if (words === undefined) return []
  return [{ words, path: hasPaths ? pathOf(first.place) : undefined, findings }]
}

/** The name that a message has in quotes; nothing for one without. */
export function nameIn(message: string): string {
  return NAMED.exec(message)?.[2] ?? ''
}

/** Whether the evidence of every finding is told: what an analyst writes into a ticket. */
export function hasEvidence({ persona }: Pick<Run, 'persona'>): boolean {
  return persona === 'analyst'
}

// One name in quotes; where there are more, or quotes within a name, nobody can say what is one.
const NAMED = /^([^"]*)"([^"]+)"([^"]*)$/

function wordsOf({ message }: Finding): string | undefined {
  if (!message.includes('"')) return message
  const [, before, , after] = NAMED.exec(message) ?? []
  return before === undefined || after === undefined ? undefined : `${before}…${after}`
}
