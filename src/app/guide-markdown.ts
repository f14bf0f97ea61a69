import type { Guide, TopicRow } from './guide.ts'

/** A guide as a Markdown page. */
export function guideMarkdown(guide: Guide): string {
  const blocks = [
    `# ${guide.title}`,
    guideFacts(guide).join(' · '),
    ...quoted(guide.lead),
    ...guide.parts.flatMap(({ name, body }) => [`## ${name}`, body]),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** Topics as a Markdown page, each with its guideline. */
export function topicsMarkdown(rows: readonly TopicRow[]): string {
  const blocks = rows.flatMap((row) => [
    `## ${row.title}`,
    guideFacts(row).join(' · '),
    ...quoted(row.lead),
    row.guideline,
  ])
  return `${blocks.join('\n\n')}\n`
}

/** The facts that stand under the name of a topic. */
export function guideFacts({ id, stop, rules, ...row }: TopicRow): readonly string[] {
  return [id, `stop ${stop}`, ownerWords(row), rules === 1 ? '1 rule' : `${rules} rules`]
}

/** Who answers for a topic, in a few words. */
export function ownerWords({ owners }: Pick<TopicRow, 'owners'>): string {
  return owners.map(({ party }) => party).join(' or ')
}

function quoted(lead: string | undefined): readonly string[] {
  return lead === undefined ? [] : [`> ${lead}`]
}
