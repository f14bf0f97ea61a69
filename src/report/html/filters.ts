import { PARTIES } from '../../model/duty.ts'
import { SEVERITIES, STOP_TITLES, STOPS } from '../../model/itinerary.ts'
import type { Finding } from '../told.ts'
import { text } from './escape.ts'

const STATES = ['open', 'waived', 'cannot-tell'] as const

/**
 * What narrows the list. It is hidden until the script that makes it work shows it; nothing is lost without. Only what
 * the list has is offered.
 */
export function filtersHtml(findings: readonly Finding[]): string {
  if (findings.length < 2) return ''
  const stops = new Set(findings.map(({ stop }) => stop))
  const severities = new Set(findings.map(({ severity }) => severity))
  const owners = new Set(findings.map(({ duty }) => duty))
  const states = new Set(findings.map(({ state }) => state))
  return (
    '<search id="filters" class="filters" hidden aria-label="Findings">' +
    choice(
      's',
      'Stop',
      STOPS.filter((stop) => stops.has(stop)).map((stop) => [stop, STOP_TITLES[stop]]),
    ) +
    choice('v', 'Severity', SEVERITIES.filter((word) => severities.has(word)).map(twice)) +
    choice('o', 'Whose move', PARTIES.filter((word) => owners.has(word)).map(twice)) +
    choice(
      't',
      'State',
      STATES.filter((word) => states.has(word)).map((word) => [word, word.replace('-', ' ')]),
    ) +
    '<label for="q">Text <input id="q" type="search" autocomplete="off" spellcheck="false"></label>' +
    '<button type="button" id="all">Show all</button>' +
    '<p role="status" id="count"></p></search>'
  )
}

function twice(word: string): readonly [string, string] {
  return [word, word]
}

function choice(
  key: string,
  label: string,
  options: readonly (readonly [value: string, name: string])[],
): string {
  const rows = options.map(([value, name]) => `<option value="${value}">${text(name)}</option>`)
  return (
    `<label for="by-${key}">${label} <select id="by-${key}" data-key="${key}">` +
    `<option value="">any</option>${rows.join('')}</select></label>`
  )
}
