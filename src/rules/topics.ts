import { FRAMEWORK_IDS, type Controls } from '../model/framework.ts'
import type { Stop, Topic } from '../model/itinerary.ts'
import { cloudTopics } from './cloud/topics.ts'
import { clusterTopics } from './cluster/topics.ts'
import { codeTopics } from './code/topics.ts'
import { dataTopics } from './data/topics.ts'
import { identityTopics } from './identity/topics.ts'
import { networkTopics } from './network/topics.ts'
import type { Rule } from './rule.ts'
import { thirdPartyTopics } from './third-parties/topics.ts'
import { workloadTopics } from './workloads/topics.ts'

/** Every topic by its id, in the order of the itinerary. A stop adds its own list here. */
export const TOPICS: ReadonlyMap<string, Topic> = new Map<string, Topic>(
  Object.entries({
    ...cloudTopics,
    ...clusterTopics,
    ...identityTopics,
    ...workloadTopics,
    ...networkTopics,
    ...thirdPartyTopics,
    ...dataTopics,
    ...codeTopics,
  }),
)

/** The topic of a rule. A rule whose topic is not listed is our mistake, and `catalogue.test.ts` refuses it. */
export function topicOf(rule: Pick<Rule, 'id' | 'topic'>): Topic {
  const topic = TOPICS.get(rule.topic)
  if (topic === undefined) throw new Error(`The rule ${rule.id} names no known topic.`)
  return topic
}

/** The stop a rule belongs to. */
export function stopOf(rule: Rule): Stop {
  return topicOf(rule).stop
}

/** All that a rule answers to: what its topic does, then what it does itself. Each control once. */
export function controlsOf(rule: Rule): Controls {
  const { controls: shared = {} } = topicOf(rule)
  const { controls: own = {} } = rule
  return Object.fromEntries(
    FRAMEWORK_IDS.map(
      (id) => [id, [...new Set([...(shared[id] ?? []), ...(own[id] ?? [])])]] as const,
    ).filter(([, ids]) => ids.length > 0),
  )
}
