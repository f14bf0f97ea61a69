import type { Party } from '../../model/duty.ts'
import type { Run } from '../report.ts'
import { pathOf, pointOf, positionOf } from '../spots.ts'
import type { Finding } from '../told.ts'
import { isolated, text } from './escape.ts'
import { ruleAnchor, shortMark, stateNote } from './words.ts'

// A page of five thousand findings has to stay small. So the tags that HTML lets a writer leave out are left out in
// rows, attributes that need no quotes have none, and what all rows of a group share is told by the group.

// What is read at a glance; the rest of a long list is folded away.
const FIRST_ROWS = 12

/** The rows of a group as a list, folded where there are many or where the reader does not look for places. */
export function rowList(rows: readonly string[], run: Pick<Run, 'persona'>): string {
  const isOverview = run.persona === 'boss' || run.persona === 'user'
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

/** A finding among others of its rule: its place and what is wrong there. */
export function rowOfRule(finding: Finding, run: Run): string {
  const place = `<code>${isolated(pointOf(finding.place))}</code>`
  return `<li id=${anchorOf(finding)}${stateData(finding)}>${place}${tell(finding, '', run)}`
}

/**
 * A finding among others of its file: it tells its rule besides, where the filters find its other facts, and whose move
 * it is where that is not the party of the group.
 */
export function rowOfFile(finding: Finding, party: Party, run: Run): string {
  const { rule, severity, place, duty } = finding
  const { line, column } = positionOf(place)
  const link = ` <a href=#${ruleAnchor(rule.id)}>${rule.id}</a>${duty === party ? '' : ` · ${duty}`}`
  return (
    `<li id=${anchorOf(finding)}${stateData(finding)}><code>${line}:${column}</code>` +
    tell(finding, link, run, `${shortMark(severity)} `)
  )
}

/** The id of a finding within the page; the same in the page of every run. */
export function anchorOf({ id }: Pick<Finding, 'id'>): string {
  return `f${id}`
}

function tell(finding: Finding, facts: string, run: Run, mark = ''): string {
  const owner = run.ownerOf(finding)
  const fresh = run.comparison?.isNew(finding) === true ? '<b class=new>new</b> ' : ''
  const name = owner === undefined ? '' : ` <span class=muted>${isolated(owner)}</span>`
  const evidence = run.persona === 'analyst' ? evidenceOf(finding) : ''
  return `<p>${fresh}${mark}${isolated(finding.message)}${facts}${name}${evidence}${stateNote(finding) ?? ''}`
}

// What an analyst writes into a ticket: the finding's id, the object, the field.
function evidenceOf({ id, resource, place }: Finding): string {
  const { kind, namespace, name } = resource
  const object = namespace === undefined ? name : `${namespace}/${name}`
  return `<p class=muted>${id} · ${text(kind)} ${isolated(object)} · ${isolated(pathOf(place))}`
}

function stateData({ state }: Finding): string {
  return state === 'open' ? '' : ` data-t=${state}`
}
