import { PARTIES, type Party } from '../../model/duty.ts'
import { plural } from '../headline.ts'
import type { Run, Write } from '../report.ts'
import { sentenceOf } from '../text/words.ts'
import { isFixable, type Finding, type Rule } from '../told.ts'
import { isolated, text } from './escape.ts'
import type { Explain } from './explanation.ts'
import { filtersHtml } from './filters.ts'
import type { Chapter, FileGroup, RuleGroup } from './groups.ts'
import { fileRows, ruleRows } from './rows.ts'
import type { RuleNumbers } from './rule-numbers.ts'
import { ruleAnchor, severityMark } from './words.ts'

/** The findings of a page, and how many of all have no place in it. */
export interface Listed {
  readonly chapters: readonly Chapter[]
  /** By the user's filter. */
  readonly filtered: number
  /** By the limit of the page. */
  readonly left: number
}

/** What a page has besides: how rules are told in it, and by which numbers. */
export interface PageOfRules {
  readonly run: Run
  readonly explain: Explain
  readonly numbers: RuleNumbers
}

/** The findings, chapter by chapter, with the filters that a script turns on. */
export function findingsHtml(
  { chapters, filtered, left }: Listed,
  page: PageOfRules,
  out: Write,
): void {
  const findings = chapters.flatMap(({ groups }) => groups.flatMap((group) => group.findings))
  out('<section aria-labelledby="findings"><h2 id="findings">Findings</h2>\n')
  out(`<p>${countWords(findings.length, filtered, left)}</p>${filtersHtml(findings)}\n`)
  for (const { id, title, groups } of chapters) {
    out(`<section class="chapter"${title === undefined ? '' : ` aria-labelledby="${id}"`}>`)
    if (title !== undefined) out(`<h3 id="${id}">${title}</h3>\n`)
    for (const group of groups) {
      out(group.kind === 'rule' ? ruleGroup(group, page) : fileGroup(group, page))
    }
    out('</section>\n')
  }
  out('</section>\n')
}

/** Who answers for what a rule found, by its id. */
type Parties = ReadonlyMap<string, Party>

/** The rules of a page whose findings are told by file: each once, with its explanation. */
export function rulesHtml(
  { rules, parties }: { readonly rules: readonly Rule[]; readonly parties: Parties },
  { run, explain, numbers }: PageOfRules,
  out: Write,
): void {
  out('<section aria-labelledby="rules"><h2 id="rules">The rules, explained</h2>\n')
  for (const rule of rules) {
    const { stop } = run.topicOf(rule)
    const party = parties.get(rule.id) ?? ''
    const facts = [severityMark(rule.severity), `<code>${rule.id}</code>`]
    const data = `data-s="${stop}" data-v="${rule.severity}" data-o="${party}"`
    out(
      `<section class="group" id=${numbers.anchorOf(rule)} ${data}><h3 id="${ruleAnchor(rule.id)}">${text(rule.title)}</h3>` +
        `<p>${facts.join(' · ')}</p>${folded(rule, explain)}</section>\n`,
    )
  }
  out('</section>\n')
}

function countWords(listed: number, filtered: number, left: number): string {
  return [
    listed === 0 ? 'None is listed.' : `${plural(listed, 'finding')}, the worst first.`,
    ...(filtered > 0 ? [`${plural(filtered, 'finding')} counted but not shown (--severity).`] : []),
    ...(left > 0
      ? [`${plural(left, 'more finding')}, the least bad, left out: portolan scan -f json has all.`]
      : []),
  ].join(' ')
}

function ruleGroup({ rule, findings }: RuleGroup, { run, explain }: PageOfRules): string {
  const [first] = findings
  const { stop } = run.topicOf(rule)
  const duty = first?.duty ?? ''
  const facts = [
    severityMark(rule.severity),
    plural(findings.length, 'finding'),
    `<b>${duty}</b>`,
    `<code>${rule.id}</code>`,
    ...(findings.some((finding) => finding.state !== 'waived' && isFixable(finding))
      ? ['fix available']
      : []),
  ]
  const sentence = sentenceOf(rule, run) ?? ''
  return (
    `<section class="group" data-s="${stop}" data-v="${rule.severity}" data-o="${duty}">` +
    `<h4 id="${ruleAnchor(rule.id)}">${text(rule.title)}</h4><p>${facts.join(' · ')}</p>` +
    (sentence === '' ? '' : `<p class="sentence">${text(sentence)}</p>`) +
    folded(rule, explain) +
    ruleRows(findings, run) +
    '</section>\n'
  )
}

function fileGroup({ file, findings }: FileGroup, { run, numbers }: PageOfRules): string {
  const party = busiest(findings)
  const owner = findings.every(({ duty }) => duty === party)
    ? party
    : `${party}, unless said otherwise`
  return (
    `<section class="group file"><h3><code>${isolated(file)}</code></h3>` +
    `<p>${plural(findings.length, 'finding')} · <b>${owner}</b></p>` +
    fileRows(findings, { party, numbers, run }) +
    '</section>\n'
  )
}

// Whose move most of them are.
function busiest(findings: readonly Finding[]): Party {
  const counts = PARTIES.map((party) => findings.filter(({ duty }) => duty === party).length)
  return PARTIES[counts.indexOf(Math.max(...counts))] ?? 'developer'
}

function folded(rule: Rule, explain: Explain): string {
  return `<details class="why"><summary>Explain ${rule.id}</summary>${explain(rule)}</details>\n`
}
