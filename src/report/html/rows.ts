import { groupBy } from '../../base/group.ts'
import type { Party } from '../../model/duty.ts'
import type { Run } from '../report.ts'
import { pathOf, pointOf, positionOf } from '../spots.ts'
import type { Finding } from '../told.ts'
import { hasEvidence, nameIn, sortAlike, type Alike } from './alike.ts'
import { isolated, text } from './escape.ts'
import type { RuleNumbers } from './rule-numbers.ts'
import { shortMark, stateNote } from './words.ts'

// A page of five thousand findings has to stay small. So the tags that HTML lets a writer leave out are left out in
// rows, attributes that need no quotes have none, and what all rows of a group share is told by the group.

// What is read at a glance; the rest of a long list is folded away.
const FIRST_ROWS = 12

/** The findings of a rule: those that say the same under what they say, then the others. */
export function ruleRows(findings: readonly Finding[], run: Run): string {
  const { alike, others } = sortAlike(findings, hasEvidence(run))
  const lists = alike.map((some) => {
    const rows = some.findings.map((finding) => alikeRow(finding, run))
    return under(sharedWords(some), rowList(rows, run))
  })
  const rest = others.map((finding) => rowOfRule(finding, run))
  return lists.join('') + rowList(rest, run)
}

/** The findings of a file by severity, in a page that tells rules by those numbers. */
export function fileRows(findings: readonly Finding[], terms: FileTerms): string {
  const lists = [...groupBy(findings, ({ severity }) => severity)].map(([severity, some]) => {
    const rows = some.map((finding) => rowOfFile(finding, terms))
    return under(shortMark(severity), rowList(rows, terms.run))
  })
  return lists.join('')
}

/** What the rows of a file share. */
interface FileTerms {
  /** Whose move they are, where nothing else is said. */
  readonly party: Party
  readonly numbers: RuleNumbers
  readonly run: Run
}

/** The id of a finding within the page; the same in the page of every run. */
export function anchorOf({ id }: Pick<Finding, 'id'>): string {
  return `f${id}`
}

// Folded where there are many, or where the reader does not look for places.
function rowList(rows: readonly string[], { persona }: Pick<Run, 'persona'>): string {
  const isOverview = persona === 'boss' || persona === 'user'
  const first = rows.slice(0, isOverview ? 0 : FIRST_ROWS)
  const rest = rows.slice(first.length)
  const word = first.length === 0 ? (rest.length === 1 ? 'place' : 'places') : 'more'
  return (
    (first.length === 0 ? '' : `<ul>${first.join('\n')}</ul>\n`) +
    (rest.length === 0
      ? ''
      : `<details class=more><summary>${rest.length} ${word}</summary><ul>${rest.join('\n')}</ul></details>\n`)
  )
}

// What some rows have in common stands above them, where the script looks for it.
function under(words: string, list: string): string {
  return `<div class=some><p>${words}</p>${list}</div>`
}

function sharedWords({ words, path }: Alike): string {
  return isolated(words) + (path === undefined ? '' : ` <code>${isolated(path)}</code>`)
}

// Its place, and the name that its words leave open.
function alikeRow(finding: Finding, run: Run): string {
  return placed(finding) + tell(finding, isolated(nameIn(finding.message)), run)
}

// Its place and what is wrong there.
function rowOfRule(finding: Finding, run: Run): string {
  const path = hasEvidence(run) ? ` <code>${isolated(pathOf(finding.place))}</code>` : ''
  return placed(finding) + tell(finding, isolated(finding.message) + path, run)
}

// A finding among others of its file tells its rule besides, where the filters find its other facts, and whose move it
// is where that is not the party of the group.
function rowOfFile(finding: Finding, { party, numbers, run }: FileTerms): string {
  const { rule, place, duty, message } = finding
  const { line, column } = positionOf(place)
  const link = ` <a href=#${numbers.anchorOf(rule)}>${rule.id}</a>${duty === party ? '' : ` · ${duty}`}`
  return (
    `<li id=${anchorOf(finding)}${stateData(finding)}><b>${line}:${column}</b>` +
    tell(finding, isolated(message) + link, run)
  )
}

function placed(finding: Finding): string {
  return `<li id=${anchorOf(finding)}${stateData(finding)}><code>${isolated(pointOf(finding.place))}</code>`
}

function tell(finding: Finding, words: string, run: Run): string {
  const owner = run.ownerOf(finding)
  const fresh = run.comparison?.isNew(finding) === true ? '<b class=new>new</b> ' : ''
  const name = owner === undefined ? '' : ` <span class=muted>${isolated(owner)}</span>`
  const evidence = hasEvidence(run) ? evidenceOf(finding) : ''
  const told = `${fresh}${words}${name}${evidence}`
  return (told === '' ? '' : `<p>${told}`) + (stateNote(finding) ?? '')
}

// What an analyst writes into a ticket: the finding's id and the object. The field stands with the words.
function evidenceOf({ id, resource }: Finding): string {
  const { kind, namespace, name } = resource
  const object = namespace === undefined ? name : `${namespace}/${name}`
  return ` <small>${text(kind)} ${isolated(object)} · ${id}</small>`
}

function stateData({ state }: Finding): string {
  return state === 'open' ? '' : ` data-t=${state}`
}
