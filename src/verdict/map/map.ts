import { partyIn } from '../../analysis/cluster/moved-duties.ts'
import type { ComponentName } from '../../model/component.ts'
import type { Offering } from '../../model/offering.ts'
import type { Resource } from '../../model/resource.ts'
import { isComponentRule, type Rule } from '../../rules/rule.ts'
import type { Finding } from '../finding.ts'
import { askedObjects, unknownObjects } from '../reach.ts'
import { judgeStop, type StopVerdict } from '../stops.ts'
import type { Verdict } from '../verdict.ts'
import { COMPONENT_KINDS, kindFacts, type ComponentKind } from './components.data.ts'
import { homeId, homeOf, homeOfFinding, type Home } from './home.ts'
import { PROGRAM_HOMES } from './homes.data.ts'
import { linksOf, type MapLink } from './links.ts'
import { imageHosts, noteOf } from './note.ts'
import { inOrder } from './order.ts'

/** One part of the estate as the map shows it. */
export interface MapComponent {
  /** Unique on the map, and the same whenever the same estate is drawn. */
  readonly id: string
  readonly kind: ComponentKind
  readonly title: string
  /** What it is made of or known by, in a few words; empty when there is nothing to say. */
  readonly note: string
  /** What such a thing is. */
  readonly sentence: string
  /** The id of the namespace that it is in. */
  readonly parent: string | undefined
  /** Whether the provider runs it, so that the customer may not even see it. */
  readonly isProviderRun: boolean
  /** All that is pinned to it, whatever its state. */
  readonly findings: readonly Finding[]
  /** How it stands, as a stop would; undefined for what lies outside of the estate. */
  readonly standing: Standing | undefined
}

/** The state of a component, and the counts behind it. */
export type Standing = Pick<StopVerdict, 'state' | 'counts' | 'waived' | 'cannotTell'>

/** The architecture of an estate: every finding is pinned to exactly one component. */
export interface EstateMap {
  readonly offering: Offering
  /** In the order in which they are drawn: by area, the worst namespace first, each with all that is in it. */
  readonly components: readonly MapComponent[]
  readonly links: readonly MapLink[]
}

/** Draws the architecture of what was judged. Same verdict, same map. O(objects + findings). */
export function mapOf(verdict: Verdict): EstateMap {
  const { scene } = verdict
  const drafts = draftsOf(verdict)
  const toStanding = standings(verdict)
  const components = [
    ...drafts.map((draft) => componentOf(draft, verdict, toStanding(draft))),
    ...imageSources(verdict),
    ...unreadParts(verdict),
  ]
  const ids = new Set(components.map(({ id }) => id))
  const links = linksOf(scene).filter(({ from, to }) => ids.has(from) && ids.has(to))
  const counted = components.map((component) => withWaysIn(component, links))
  return { offering: scene.offering, components: inOrder(counted), links }
}

// How many doors there are is what is worth knowing of the internet.
function withWaysIn(component: MapComponent, links: readonly MapLink[]): MapComponent {
  if (component.kind !== 'internet') return component
  const ways = links.filter(({ from }) => from === component.id).length
  return { ...component, note: ways === 1 ? '1 way in' : `${ways} ways in` }
}

/** A component while it is put together. */
interface Draft {
  readonly home: Home
  readonly objects: Resource[]
  readonly programs: ComponentName[]
  readonly findings: Finding[]
}

function draftsOf({ scene, components, findings }: Verdict): readonly Draft[] {
  const drafts = new Map<string, Draft>()
  const at = (home: Home): Draft => {
    const id = homeId(home)
    const known = drafts.get(id)
    if (known !== undefined) return known
    const draft = { home, objects: [], programs: [], findings: [] }
    drafts.set(id, draft)
    // Whoever lives in a namespace has one, written or not.
    if (home.namespace !== undefined) at({ ...home, kind: 'namespace', resource: undefined })
    return draft
  }
  for (const kind of kindsOfAll()) at({ kind, namespace: undefined, resource: undefined })
  for (const resource of scene.resources) {
    const home = homeOf(resource, scene)
    if (home !== undefined) at(home).objects.push(resource)
  }
  for (const { name } of components)
    at({ kind: PROGRAM_HOMES[name], namespace: undefined, resource: undefined }).programs.push(name)
  for (const finding of findings) at(homeOfFinding(finding, scene)).findings.push(finding)
  return [...drafts.values()]
}

function kindsOfAll(): readonly ComponentKind[] {
  return Object.keys(COMPONENT_KINDS)
    .filter(isKind)
    .filter((kind) => kindFacts(kind).isPartOfAll)
}

function isKind(word: string): word is ComponentKind {
  return word in COMPONENT_KINDS
}

function componentOf(
  draft: Draft,
  { scene }: Verdict,
  standing: Standing | undefined,
): MapComponent {
  const { home, objects, findings } = draft
  const { title, sentence, duty } = kindFacts(home.kind)
  const isRoom = home.kind === 'namespace'
  return {
    id: homeId(home),
    kind: home.kind,
    title: home.resource?.name ?? (isRoom ? home.namespace : undefined) ?? title,
    note: noteOf(home, objects, scene),
    sentence,
    parent: home.namespace === undefined || isRoom ? undefined : `namespace/${home.namespace}`,
    isProviderRun:
      duty !== undefined && scene.offering !== 'none' && partyIn(duty, scene) === 'provider',
    findings,
    standing,
  }
}

// What no rule was asked about is not well: nobody looked.
function standings({ scene, rules }: Verdict): (draft: Draft) => Standing | undefined {
  const asked = new Set(askedObjects(scene, rules))
  const unknown = new Set(unknownObjects(scene, rules))
  return ({ home, objects, programs, findings }) => {
    if (kindFacts(home.kind).area === 'outside' && findings.length === 0) return undefined
    const known = programs.filter((name) => rules.some((rule) => asksAbout(rule, name)))
    const seen = objects.filter((object) => asked.has(object)).length + known.length
    const unseen =
      objects.filter((object) => unknown.has(object)).length + programs.length - known.length
    const examined = Math.max(seen, Math.min(1, findings.length))
    return judgeStop('cluster', findings, { asked: examined + unseen, examined })
  }
}

function asksAbout(rule: Rule, name: ComponentName): boolean {
  return isComponentRule(rule) && rule.subject.includes(name)
}

function imageSources({ scene }: Verdict): readonly MapComponent[] {
  const hosts = imageHosts(scene)
  return hosts.length === 0 ? [] : [bare('images', { id: 'images', note: hosts.join(', ') })]
}

function unreadParts({ coverage }: Verdict): readonly MapComponent[] {
  return coverage
    .filter(({ asked, examined }) => examined < asked)
    .map(({ what, asked, examined, reasons }) =>
      bare('unread', {
        id: `unread/${what}`,
        title: `${asked - examined} of ${asked} ${what}`,
        note: reasons.map(({ why, count }) => `${count} ${why}`).join(', '),
        standing: judgeStop('cluster', [], { asked, examined: 0 }),
      }),
    )
}

function bare(
  kind: ComponentKind,
  own: Pick<MapComponent, 'id' | 'note'> & Partial<MapComponent>,
): MapComponent {
  const { title, sentence } = kindFacts(kind)
  return {
    kind,
    title,
    sentence,
    parent: undefined,
    isProviderRun: false,
    findings: [],
    standing: undefined,
    ...own,
  }
}
