import { groupBy } from '../../base/group.ts'
import { referencesOf, type Rule } from '../told.ts'
import { text } from './escape.ts'

type Reference = ReturnType<typeof referencesOf>[number]

/** What the rules of a page refer to. */
export interface Sources {
  /** The references of a rule: its own, and the numbers of those it shares with other rules. */
  readonly of: (rule: Rule) => string
  /** The list of those that are shared; nothing where none are. */
  readonly list: string
}

/** The references of some rules. One that several rules have is told once, in a list of its own. */
export function sourcesOf(rules: readonly Rule[]): Sources {
  const uses = groupBy(rules.flatMap(referencesOf), keyOf)
  const shared = [...uses].filter(([, { length }]) => length > 1)
  const numbers = new Map(shared.map(([key], index) => [key, index + 1]))
  const items = shared.flatMap(([, [reference]]) => (reference === undefined ? [] : [reference]))
  return {
    of: (rule) => ofRule(referencesOf(rule), numbers),
    list: items.length === 0 ? '' : listOf(items),
  }
}

function keyOf({ title, url }: Reference): string {
  return `${url}\n${title}`
}

function ofRule(references: readonly Reference[], numbers: ReadonlyMap<string, number>): string {
  const own = references.filter((reference) => !numbers.has(keyOf(reference)))
  const shared = references.flatMap((reference) => numbers.get(keyOf(reference)) ?? [])
  if (references.length === 0) return '<p>None.'
  const links = shared.toSorted((a, b) => a - b).map((n) => `<a href=#w${n}>${n}</a>`)
  return (
    (own.length === 0 ? '' : `<ul>${own.map((each) => `<li>${linkOf(each)}`).join('')}</ul>`) +
    (links.length === 0 ? '' : `<p>In the list of references: ${links.join(' ')}`)
  )
}

function listOf(references: readonly Reference[]): string {
  const items = references.map((each, index) => `<li id=w${index + 1}>${linkOf(each)}`)
  return (
    '<section aria-labelledby="sources"><h2 id="sources">References</h2>' +
    '<p>What several rules refer to, by the numbers that their explanations give.</p>' +
    `<ol class="sources">${items.join('\n')}</ol></section>\n`
  )
}

// A saved report may hold any text for an address.
function linkOf({ title, url }: Reference): string {
  return url.startsWith('https://') ? `<a href="${text(url)}">${text(title)}</a>` : text(title)
}
