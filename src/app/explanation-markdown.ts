import { STOP_TITLES } from '../model/itinerary.ts'
import type { Explanation } from './explain.ts'
import type { FlawExplanation } from './flaw/explain-flaw.ts'

/** An explanation as a Markdown page. */
export function explanationMarkdown(explanation: Explanation): string {
  const { name, title, lead, parts } = explanation
  const blocks = [
    `# ${name}`,
    `**${title}.** ${factsOf(explanation).join(' · ')}`,
    ...(lead === undefined ? [] : [`> ${lead}`]),
    ...parts.flatMap((part) => [`## ${part.name}`, part.body]),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** The facts that stand under the name of a rule. */
export function factsOf({
  id,
  severity,
  stop,
  topic,
  fixable,
  formerly,
}: Explanation): readonly string[] {
  return [
    id,
    severity,
    `stop ${STOP_TITLES[stop]}`,
    topic,
    fixable ? 'fix available' : 'no fix',
    ...(formerly.length === 0 ? [] : [`formerly ${formerly.join(', ')}`]),
  ]
}

/** The explanation of a flaw as a Markdown page. */
export function flawMarkdown(explanation: FlawExplanation): string {
  const { title, lead, parts } = explanation
  const blocks = [
    `# ${title}`,
    flawFacts(explanation).join(' · '),
    `> ${lead}`,
    ...parts.flatMap((part) => [`## ${part.name}`, part.body]),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** The facts that stand under the name of a flaw. */
export function flawFacts({ id, severity }: FlawExplanation): readonly string[] {
  return [id, severity === 'unknown' ? 'no severity known' : severity, `stop ${STOP_TITLES.code}`]
}
