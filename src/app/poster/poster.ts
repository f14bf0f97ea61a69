import { groupBy } from '../../base/group.ts'
import type { GuidePage } from '../../model/guide-page.ts'
import { STOP_TITLES, STOPS, type Persona, type Stop } from '../../model/itinerary.ts'
import type { Provider } from '../../model/offering.ts'
import type { RulePage } from '../../model/rule-page.ts'
import type { Leg, Move, Poster, PosterCommand, Restriction } from '../../report/poster/poster.ts'
import { TOOL_NAME } from '../../report/report.ts'
import { TOPICS } from '../../rules/topics.ts'
import { ownersOf } from '../duty-owners.ts'
import { ownerWords } from '../guide-markdown.ts'
import type { Scan } from '../scan.ts'
import { showingOf, type Showing } from './estate.ts'
import { NEARNESS, QUESTIONS } from './questions.data.ts'
import { firstSentence } from './sentence.ts'
import { rankTopics, type RankedTopic } from './topic-order.ts'

/** What a poster is made of. */
export interface PosterTerms {
  readonly version: string
  readonly persona: Persona
  readonly provider: Provider | undefined
  readonly guides: ReadonlyMap<string, GuidePage>
  readonly pages: ReadonlyMap<string, RulePage>
  readonly commands: readonly PosterCommand[]
  /** The estate it tells of, if any. */
  readonly scan: Scan | undefined
}

// As many as one page tells without small print.
const MOST_RESTRICTIONS = 10

/** Puts a poster together: order from the topics' affinities, texts from guides and pages, states from the scan. */
export function posterOf(terms: PosterTerms): Poster {
  const { version, persona, scan } = terms
  const showing = showingOf(scan, persona, version)
  const topics = rankTopics(persona, showing.openIn, showing.isOpen)
  const told = topics.slice(0, MOST_RESTRICTIONS)
  return {
    tool: `${TOOL_NAME} ${version}`,
    persona,
    question: QUESTIONS[persona],
    legs: STOPS.map((stop) => legOf(stop, persona, showing)),
    nearness: nearnessOf(topics, persona),
    restrictions: told.map((topic) => restrictionOf(topic, terms, showing)),
    commands: terms.commands,
    moves: showing.moves ?? movesIn(told, providerOf(terms)),
    estate: showing.estate,
  }
}

function legOf(stop: Stop, persona: Persona, showing: Showing): Leg {
  const topics = [...TOPICS.values()].filter((topic) => topic.stop === stop)
  const affinities = topics.map(({ affinity }) => affinity[persona])
  return {
    number: STOPS.indexOf(stop) + 1,
    title: STOP_TITLES[stop],
    affinity: affinities.toSorted((a, b) => b - a)[0],
    standing: showing.standingOf(stop),
    sounding: showing.soundingOf(stop),
  }
}

// More names than these do not fit beside the restrictions on one sheet; `portolan guide` lists all.
const MOST_NAMES = 14

// The restrictions stand on the page with their titles already, so their numbers will do.
function nearnessOf(topics: readonly RankedTopic[], persona: Persona): Poster['nearness'] {
  return NEARNESS.map(({ affinity, title }) => {
    const own = topics.flatMap(({ topic }, at) =>
      topic.affinity[persona] === affinity ? [at] : [],
    )
    const named = own.filter((at) => at < MOST_RESTRICTIONS + MOST_NAMES)
    const rest = own.length - named.length
    return {
      title,
      topics: [
        ...named.map((at) =>
          at < MOST_RESTRICTIONS ? `${at + 1}` : shortTitle(topics[at]?.topic.title ?? ''),
        ),
        ...(rest > 0 ? [`${rest} more`] : []),
      ],
    }
  }).filter(({ topics: titles }) => titles.length > 0)
}

// What stands behind the colon lists what the topic is made of; its name says enough among others.
function shortTitle(title: string): string {
  return title.split(': ')[0] ?? title
}

function restrictionOf(ranked: RankedTopic, terms: PosterTerms, showing: Showing): Restriction {
  const { id, topic, worst } = ranked
  const guide = terms.guides.get(id)
  if (guide === undefined) throw new Error(`The topic ${id} has no guide.`)
  return {
    topic: id,
    title: topic.title,
    severity: worst.severity,
    standing: showing.standingOf(topic.stop, id),
    lead: leadOf(ranked, guide, terms),
    apply: firstSentence(guide.guideline),
    restricts: firstSentence(guide.restricts),
    lift: firstSentence(guide.lift),
    owner: ownerWords({ owners: ownersOf(topic.duty, providerOf(terms)) }),
    command: commandFor(ranked, terms.persona, showing.isOpen(worst)),
  }
}

// The boss and the user are told why, the analyst how it is used; who builds wants to know what to do at once.
function leadOf({ worst }: RankedTopic, guide: GuidePage, terms: PosterTerms): string | undefined {
  const { persona, pages } = terms
  const page = pages.get(worst.id)
  if (persona === 'boss' || persona === 'user') return guide[persona] ?? page?.[persona]
  return persona === 'analyst' && page !== undefined ? firstSentence(page.attack) : undefined
}

// The rule that is broken where one is; else the topic as a whole is more worth reading than any rule of it.
function commandFor({ id, worst }: RankedTopic, persona: Persona, isOpen: boolean): string {
  if (persona === 'analyst') return `portolan explain ${worst.id}`
  if (persona !== 'developer' || !isOpen) return `portolan guide ${id}`
  return `portolan ${worst.fix === undefined ? 'explain' : 'fix'} ${worst.id}`
}

// Without an estate it is told which restrictions are whose, under the offering where it is known.
function movesIn(told: readonly RankedTopic[], provider: Provider | undefined): readonly Move[] {
  const byParty = groupBy(told.keys(), (at) => {
    const topic = told[at]?.topic
    return topic === undefined ? '' : ownerWords({ owners: ownersOf(topic.duty, provider) })
  })
  return [...byParty].map(([party, places]) => ({
    party,
    what: `${places.length === 1 ? 'restriction' : 'restrictions'} ${places.map((at) => at + 1).join(', ')}`,
  }))
}

// What the estate tells of its offering outranks nothing being said.
function providerOf({ scan, provider }: PosterTerms): Provider | undefined {
  const offering = scan?.verdict.scene.offering
  return offering === undefined || offering === 'none' ? provider : offering
}
