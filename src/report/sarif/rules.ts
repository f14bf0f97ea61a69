import { dutyRow } from '../../model/duty.ts'
import type { Severity, Topic } from '../../model/itinerary.ts'
import { OFFERING_TITLES, OFFERINGS } from '../../model/offering.ts'
import type { RulePage } from '../../model/rule-page.ts'
import { targetWords } from '../command.ts'
import { clip } from '../printable.ts'
import type { Run } from '../report.ts'
import { referencesOf, type Rule } from '../told.ts'
import { LEVELS } from './results.ts'

// Code scanning shows 9.0 and more as critical, 7.0 as high, 4.0 as medium, else low.
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
}

const LONGEST_DESCRIPTION = 1000

/** A rule with everything its page tells: code scanning shows `help.markdown` beside the finding. */
export function descriptorOf(rule: Rule, run: Run): object {
  const { id, title, severity } = rule
  const topic = run.topicOf(rule)
  const page = run.pages?.get(id)
  const description = page === undefined ? title : firstParagraph(page.what)
  const [reference] = referencesOf(rule)
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: title },
    fullDescription: { text: clip(description, LONGEST_DESCRIPTION) },
    ...(reference && { helpUri: reference.url }),
    help: { text: description, markdown: helpText(rule, page, run) },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      'security-severity': SECURITY_SEVERITIES[severity],
      precision: 'very-high',
      tags: ['security', 'kubernetes', topic.stop, rule.topic],
    },
  }
}

function helpText(rule: Rule, page: RulePage | undefined, run: Run): string {
  const sections = page === undefined ? [] : pageSections(page)
  const references = referencesOf(rule).map(({ title, url }) => `- [${title}](${url})`)
  return [
    `# ${rule.title}`,
    ...sections,
    ...mending(rule, run),
    `## Who owns it\n\n${ownerText(run.topicOf(rule))}`,
    `## References\n\n${references.join('\n')}`,
  ].join('\n\n')
}

// Code scanning shows no `fixes`: the command that makes the patch of these very files is told instead.
function mending({ id, fix }: Rule, { targets }: Run): readonly string[] {
  if (fix === undefined || targets.includes('-')) return []
  const command = ['portolan fix', id, ...targetWords(targets)].join(' ')
  const risk = fix.risk === 'none' ? 'Nothing will notice.' : 'It may break what runs today.'
  return [`## Mend it\n\n\`\`\`sh\n${command}\n\`\`\`\n\nThis prints the patch. ${risk}`]
}

function pageSections(page: RulePage): readonly string[] {
  return [
    `## What it is\n\n${page.what}`,
    `## Why it matters\n\n${page.why}`,
    `## How it is used against you\n\n${page.attack}`,
    `## Apply\n\n${page.apply}`,
    `## What it restricts\n\n${page.restricts}`,
    `## How to lift it\n\n${page.lift}`,
  ]
}

function ownerText({ duty }: Topic): string {
  const row = dutyRow(duty)
  const owners = OFFERINGS.map((offering) => `${OFFERING_TITLES[offering]}: ${row[offering]}`)
  return `${row.title}. ${owners.join(', ')}.`
}

function firstParagraph(prose: string): string {
  return (prose.split('\n\n')[0] ?? '').replaceAll('\n', ' ')
}

function pascalCase(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
