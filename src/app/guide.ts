import { fail, succeed, type Result } from '../base/result.ts'
import type { GuidePage } from '../model/guide-page.ts'
import { STOPS, type Persona, type Severity, type Stop, type Topic } from '../model/itinerary.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import { GUIDE_HEADINGS } from '../rules/guide.ts'
import { TOPICS } from '../rules/topics.ts'
import type { AskedQuestion } from '../verdict/questions.ts'
import { ownerBody, ownersOf, type Owner } from './duty-owners.ts'
import type { Reader } from './explain.ts'
import { suggestion } from './nearest.ts'
import { questionsBody } from './questions.ts'
import { misuse } from './usage.ts'

/** What a guide is asked for: the whole itinerary, a stop of it, or one topic. */
export type Subject =
  | { readonly kind: 'itinerary' }
  | { readonly kind: 'stop'; readonly stop: Stop }
  | { readonly kind: 'topic'; readonly id: string; readonly topic: Topic }

/** A topic as the lists show it. */
export interface TopicRow {
  readonly id: string
  readonly stop: Stop
  readonly title: string
  readonly owners: readonly Owner[]
  /** How many rules judge it. */
  readonly rules: number
  /** What is to be done, from its guide. */
  readonly guideline: string
  /** One sentence for the boss and the user, where the topic concerns them. */
  readonly lead: string | undefined
}

/** The whole guide of a topic. Bodies are Markdown. */
export interface Guide extends TopicRow {
  readonly parts: readonly { readonly name: string; readonly body: string }[]
  readonly judgedBy: readonly {
    readonly id: string
    readonly severity: Severity
    readonly title: string
  }[]
}

/** All words that a guide may be asked for by. */
export const SUBJECTS: readonly string[] = [...STOPS, ...TOPICS.keys()]

/** The stop or topic of that name; a fault with the nearest one when there is none. */
export function chooseSubject(word: string | undefined): Result<Subject> {
  if (word === undefined) return succeed({ kind: 'itinerary' })
  const name = word.toLowerCase()
  const topic = TOPICS.get(name)
  if (topic !== undefined) return succeed({ kind: 'topic', id: name, topic })
  const stop = STOPS.find((known) => known === name)
  if (stop === undefined) {
    const remedy = `${suggestion(word, SUBJECTS)}portolan guide lists stops and topics.`
    return fail(misuse('guide', `There is no stop or topic "${word}".`, remedy))
  }
  return succeed({ kind: 'stop', stop })
}

/** The ids of the topics that a subject means, along the itinerary. */
export function topicsOf(subject: Subject): readonly string[] {
  if (subject.kind === 'topic') return [subject.id]
  return [...TOPICS]
    .filter(([, { stop }]) => subject.kind === 'itinerary' || stop === subject.stop)
    .map(([id]) => id)
}

const PROVEN_TOPICS: readonly string[] = ['isolation', 'egress']

/** Whether the configuration of one of these topics decides who can reach whom: then it is proven. */
export function isProven(topics: readonly string[]): boolean {
  return topics.some((topic) => PROVEN_TOPICS.includes(topic))
}

/** The topics of a subject, those nearest to the persona first; who is nobody in particular gets the itinerary's order. */
export function listTopics(
  subject: Subject,
  guides: ReadonlyMap<string, GuidePage>,
  reader: Reader,
): readonly TopicRow[] {
  return topicsOf(subject)
    .toSorted((a, b) => affinity(b, reader.persona) - affinity(a, reader.persona))
    .map((id) => rowOf(id, guides, reader))
}

/** The whole guide of one topic. */
export function guideTo(
  id: string,
  guides: ReadonlyMap<string, GuidePage>,
  reader: Reader,
  asked: readonly AskedQuestion[] = [],
): Guide {
  const page = pageOf(id, guides)
  const { duty } = topicOf(id)
  const questions = questionsBody(asked.filter(({ question }) => question.topic === id))
  const bodies: Readonly<Record<(typeof GUIDE_HEADINGS)[number], string>> = {
    'What it is': page.what,
    'What can go wrong': page.wrong,
    'The guideline': page.guideline,
    'Basic configuration': page.configuration,
    'What it restricts': page.restricts,
    'How to lift it': page.lift,
  }
  return {
    ...rowOf(id, guides, reader),
    parts: [
      ...GUIDE_HEADINGS.map((name) => ({ name, body: bodies[name] })),
      { name: 'Who owns it', body: ownerBody(duty, reader.provider) },
      { name: 'Rules', body: rulesBody(id) },
      ...(questions === undefined ? [] : [{ name: 'Questions', body: questions }]),
    ],
    judgedBy: rulesOf(id).map(({ id: rule, severity, title }) => ({ id: rule, severity, title })),
  }
}

function rowOf(id: string, guides: ReadonlyMap<string, GuidePage>, reader: Reader): TopicRow {
  const { title, stop, duty } = topicOf(id)
  const page = pageOf(id, guides)
  return {
    id,
    stop,
    title,
    owners: ownersOf(duty, reader.provider),
    rules: rulesOf(id).length,
    guideline: page.guideline,
    lead: leadOf(page, reader.persona),
  }
}

function topicOf(id: string): Topic {
  const topic = TOPICS.get(id)
  if (topic === undefined) throw new Error(`There is no topic ${id}.`)
  return topic
}

function pageOf(id: string, guides: ReadonlyMap<string, GuidePage>): GuidePage {
  const page = guides.get(id)
  if (page === undefined) throw new Error(`The topic ${id} has no guide.`)
  return page
}

function affinity(id: string, persona: Persona | undefined): number {
  return persona === undefined ? 0 : topicOf(id).affinity[persona]
}

function leadOf(page: GuidePage, persona: Persona | undefined): string | undefined {
  return persona === 'boss' || persona === 'user' ? page[persona] : undefined
}

function rulesOf(id: string): typeof CATALOGUE {
  return CATALOGUE.filter(({ topic }) => topic === id)
}

function rulesBody(id: string): string {
  const lines = rulesOf(id).map((rule) => `- \`${rule.id}\` (${rule.severity}): ${rule.title}.`)
  return `${lines.join('\n')}\n\n\`portolan explain ID\` tells all of one.`
}
