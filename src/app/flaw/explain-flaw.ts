import type { AdvisoryProse } from '../../advisories/store.ts'
import { countPackages } from '../../analysis/packages/flawed.ts'
import type { Fault } from '../../base/fault.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { readEstate } from '../../intake/read-estate.ts'
import { printable } from '../../report/printable.ts'
import { codeTopics } from '../../rules/code/topics.ts'
import type { KnownAdvisories } from '../db/known-advisories.ts'
import { ownerBody, ownersOf, type Owner } from '../duty-owners.ts'
import { orderOf, type PartName, type Reader } from '../explain.ts'
import { EXIT } from '../outcome.ts'
import { estateRequest, type EstateTerms } from '../scan.ts'
import { misuse } from '../usage.ts'
import { applyBody, attackBody, liftBody, restrictBody, whatBody, whyBody } from './flaw-bodies.ts'
import { flawPlaces, type FlawPlace } from './flaw-places.ts'

/** All that is known of a flaw, with where the estate has it. Bodies are Markdown. */
export interface FlawExplanation {
  readonly id: string
  /** Every name of the flaw, sorted. */
  readonly names: readonly string[]
  readonly title: string
  readonly severity: NonNullable<AdvisoryProse['severity']>['level'] | 'unknown'
  readonly lead: string
  readonly parts: readonly { readonly name: PartName; readonly body: string }[]
  readonly places: readonly ToldPlace[]
  readonly owners: readonly Owner[]
  readonly references: readonly string[]
}

/** A place as programs read it. */
interface ToldPlace extends Pick<FlawPlace, 'at' | 'paths'> {
  readonly ecosystem: string
  readonly name: string
  readonly version: string | null
  /** `unknown`: whether this version is meant cannot be told. */
  readonly answer: 'affected' | 'unknown'
  readonly scope: string
  readonly broughtBy: FlawPlace['found']['bringer'] | null
  readonly fix: string | null
  readonly state: string | null
}

/** An explanation, what could not be read for it, and how the run ends. */
export interface FlawTold {
  readonly explanation: FlawExplanation
  readonly faults: readonly Fault[]
  readonly exitCode: number
}

/** What a flaw is explained with. */
export interface FlawTerms {
  readonly estate: EstateTerms
  readonly store: KnownAdvisories | undefined
  readonly reader: Reader
}

/** Whether a word is the id of an advisory rather than of a rule: rules have no capitals and advisories have numbers. */
export function isAdvisoryId(word: string): boolean {
  return /^(?:cve|ghsa)-/i.test(word) || (/[A-Z]/.test(word) && /-.*\d/.test(word))
}

/** Explains the flaw that `id` names. Fails when nothing is known of it: without advisories, or by that name. */
export function explainFlaw(word: string, terms: FlawTerms): Result<FlawTold> {
  const { store } = terms
  const id = spelled(word)
  if (store === undefined) return fail(noDatabase(id))
  const { scene, faults } = readEstate(estateRequest(terms.estate))
  const names = store.namesOf(id)
  const places = flawPlaces(new Set(names), scene)
  const told = store.prose(id)
  const prose = told.length > 0 ? told : store.prose(places[0]?.flaw.id ?? id)
  const [first] = prose
  if (first === undefined) return fail(damageIn(store) ?? noAdvisory(id))
  const { all, examined } = countPackages(scene)
  const flaw = { id, names, prose, first, places, unexamined: all - examined }
  const explanation = explanationOf(flaw, terms.reader)
  return succeed({ explanation, faults, exitCode: faults.length > 0 ? EXIT.incomplete : EXIT.fine })
}

// What is damaged may have been about it.
function damageIn(store: KnownAdvisories): Fault | undefined {
  return store.faultsFor(store.snapshots.map(({ ecosystem }) => ecosystem))[0]
}

/** A flaw with everything that its explanation is made from. */
export interface KnownFlaw {
  readonly id: string
  readonly names: readonly string[]
  /** One or more. */
  readonly prose: readonly AdvisoryProse[]
  readonly first: AdvisoryProse
  readonly places: readonly FlawPlace[]
  /** How many packages of the estate nothing is known of. */
  readonly unexamined: number
}

function explanationOf(flaw: KnownFlaw, { persona, provider }: Reader): FlawExplanation {
  const { duty } = codeTopics['vulnerable-packages']
  const references = referencesOf(flaw)
  const bodies: Readonly<Record<PartName, string>> = {
    'What it is': whatBody(flaw),
    'Why it matters': whyBody(flaw),
    'How it is used against you': attackBody(flaw),
    Apply: applyBody(flaw),
    'What it restricts': restrictBody(flaw),
    'How to lift it': liftBody(flaw),
    'Who owns it': ownerBody(duty, provider),
    References: references.map((url) => `- ${url}`).join('\n'),
  }
  return {
    id: flaw.id,
    names: flaw.names,
    title: printable(flaw.first.summary),
    severity:
      flaw.prose.find(({ severity }) => severity !== undefined)?.severity?.level ?? 'unknown',
    lead: leadOf(flaw),
    parts: orderOf(persona).map((name) => ({ name, body: bodies[name] })),
    places: flaw.places.map(toldOf),
    owners: ownersOf(duty, provider),
    references,
  }
}

function leadOf({ places, unexamined }: KnownFlaw): string {
  const sure = places.filter(({ flaw }) => flaw.answer === 'affected').length
  const unsure = places.length - sure
  const rest =
    unexamined === 0 ? '' : ` Of ${unexamined} packages nothing is known, so they may have it, too.`
  if (places.length === 0) return `No package of what was read has it.${rest}`
  const had = `What was read has it ${times(sure)}${unsure === 0 ? '' : `, and perhaps ${times(unsure)} more`}`
  return `${had}.${rest}`
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

function referencesOf({ names, prose }: KnownFlaw): readonly string[] {
  const own = prose.flatMap(({ references }) => references.map(({ url }) => printable(url)))
  const pages = [...names, ...prose.map(({ id }) => id)]
    .filter((name) => !/^x_/i.test(name))
    .map((name) => `https://osv.dev/vulnerability/${encodeURIComponent(name)}`)
  const all = [...new Set([...pages, ...own.filter((url) => /^https?:\/\//.test(url))])]
  return all.length > 0 ? all : ['https://osv.dev/list']
}

function toldOf({ found, flaw, at, fix, paths }: FlawPlace): ToldPlace {
  const { ecosystem, name, version = null, scope, bringer = null } = found
  const state = flaw.said?.status ?? null
  const chosen = fix.kind === 'version' ? fix.version : null
  const told = { ecosystem, name, version, answer: flaw.answer, at, scope }
  return { ...told, broughtBy: bringer, fix: chosen, state, paths }
}

// People write these in any case, their makers in one.
function spelled(word: string): string {
  if (/^cve-/i.test(word)) return word.toUpperCase()
  return /^ghsa-/i.test(word) ? `GHSA-${word.slice('GHSA-'.length).toLowerCase()}` : word
}

function noDatabase(id: string): Fault {
  return misuse(
    id,
    'There is no database of advisories on this machine, so nothing is known of it.',
    'portolan db import DIR reads what OSV exports.',
  )
}

function noAdvisory(id: string): Fault {
  return misuse(
    id,
    `None of the advisories that were imported is called "${id}".`,
    'Check the id; portolan db status tells which advisories there are, and from when.',
  )
}
