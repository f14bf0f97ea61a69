import type { Persona } from '../../model/itinerary.ts'
import { worstFirst } from '../order.ts'
import type { Run } from '../report.ts'
import { fileOf } from '../spots.ts'
import type { Finding } from '../told.ts'

/** Findings that are told under one heading. */
export interface Group {
  readonly heading: string
  readonly findings: readonly Finding[]
}

/** Findings that are told on one line. */
export type Row = readonly [Finding, ...Finding[]]

/**
 * The findings under headings that suit the persona: by file for those who edit files, by topic for the architect, by
 * rule for the boss and the user. Worst first; whatever the heading, the findings are the same.
 */
export function groupsOf(
  findings: readonly Finding[],
  run: Pick<Run, 'persona' | 'comparison' | 'topicOf'>,
): readonly Group[] {
  const sorted = worstFirst(findings, run.comparison)
  const groups = groupBy(sorted, (finding) => headingOf(finding, run))
  return [...groups].map(([heading, findings]) => ({ heading, findings }))
}

/** One row for each finding, or one for all of a rule in a file. */
export function rowsOf(
  findings: readonly Finding[],
  isEach: boolean,
  comparison?: Run['comparison'],
): readonly Row[] {
  if (isEach) return findings.map((finding) => [finding])
  const byRule = groupBy(findings, (finding) => {
    const { rule, state, waiver, place, crownJewel } = finding
    const isNew = comparison?.isNew(finding) ?? false
    return `${rule.id} ${state} ${isNew} ${waiver?.id ?? ''} ${crownJewel ?? ''} ${fileOf(place)}`
  })
  return [...byRule.values()]
}

/** Whether the persona reads findings file by file, so that a line need not name its file. */
export function readsFiles(persona: Persona | undefined): boolean {
  return persona === undefined || persona === 'developer' || persona === 'analyst'
}

function headingOf(
  { rule, place }: Finding,
  { persona, topicOf }: Pick<Run, 'persona' | 'topicOf'>,
): string {
  if (readsFiles(persona)) return fileOf(place)
  return persona === 'architect' ? topicOf(rule).title : rule.title
}

function groupBy(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
): ReadonlyMap<string, Row> {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return groups
}
