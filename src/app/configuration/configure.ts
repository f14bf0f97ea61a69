import type { GuidePage } from '../../model/guide-page.ts'
import type { Scene } from '../../model/scene.ts'
import { CATALOGUE } from '../../rules/catalogue.ts'
import { judge } from '../../rules/judge.ts'
import { TOPICS } from '../../rules/topics.ts'
import { findingsOf, isFixable, type Finding } from '../../verdict/finding.ts'
import { draftAccountTokens } from './account-tokens.ts'
import { configurationText } from './configuration-text.ts'
import { followedBy, type Draft, type Drafter } from './draft.ts'
import { draftEncryptionInTransit } from './encryption-in-transit.ts'
import { draftEgress, draftIsolation } from './isolation.ts'
import { drafterByFixes } from './mended.ts'
import { draftNamespaces } from './namespaces.ts'
import { applied } from './overlay.ts'
import { draftResources } from './resources.ts'
import { draftStorageEncryption } from './storage-encryption.ts'
import { withholdSecrets } from './withhold-secrets.ts'

/** Findings of one rule that the configuration does not close, and who can. */
interface Remainder {
  readonly rule: string
  readonly count: number
  readonly why: string
}

/** The configuration of one topic for one estate. */
export interface Configuration extends Draft {
  readonly topic: string
  readonly title: string
  /** What the topic's rules still say once it was applied. */
  readonly left: readonly Remainder[]
  /** All of it as YAML that can be applied, told in comments. */
  readonly text: string
}

/** Topics whose configuration follows from the whole estate rather than from single faults. */
const DRAFTERS: ReadonlyMap<string, Drafter> = new Map([
  ['account-tokens', draftAccountTokens],
  ['namespaces', draftNamespaces],
  ['resources', draftResources],
  ['isolation', draftIsolation],
  ['egress', draftEgress],
  ['storage-encryption', draftStorageEncryption],
  ['encryption-in-transit', draftEncryptionInTransit],
])

/**
 * Drafts the configuration of some topics for an estate, each as if those before it were applied already, and judges
 * what is left then. O(topics x (estate x rules of the topic)); pure.
 */
export function configure(
  topics: readonly string[],
  scene: Scene,
  guides: ReadonlyMap<string, GuidePage>,
): readonly Configuration[] {
  let current = scene
  return topics.map((topic) => {
    const draft = withholdSecrets(draftFor(topic, current), current)
    current = draft.chapters.length === 0 ? current : applied(current, configurationText(draft))
    const left = remainders(topic, current)
    const title = TOPICS.get(topic)?.title ?? topic
    const example = draft.chapters.length === 0 && left.length > 0 ? guides.get(topic) : undefined
    const text = configurationText({ ...draft, topic, title, left, blocks: example?.blocks ?? [] })
    return { ...draft, topic, title, left, text }
  })
}

// One fix may reveal another (a redirect to https, once there is TLS), but not for long.
const MOST_ROUNDS = 4

// The topic's own drafter first; its rules' fixes then see the estate as that leaves it.
function draftFor(topic: string, scene: Scene): Draft {
  const mend = drafterByFixes(topic)
  let draft = DRAFTERS.get(topic)?.(scene) ?? NOTHING
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const isEmpty = draft.chapters.length === 0
    const next = mend(isEmpty ? scene : applied(scene, configurationText(draft)))
    if (next.chapters.length === 0) break
    draft = followedBy(draft, next)
  }
  return draft
}

const NOTHING: Draft = { chapters: [], notes: [] }

function remainders(topic: string, scene: Scene): readonly Remainder[] {
  const rules = CATALOGUE.filter((rule) => rule.topic === topic)
  const counts = new Map<string, Remainder>()
  for (const finding of findingsOf(judge(scene, rules), scene)) {
    const why = whyLeft(finding)
    const rule = finding.rule.id
    const count = (counts.get(`${rule} ${why}`)?.count ?? 0) + 1
    counts.set(`${rule} ${why}`, { rule, why, count })
  }
  return [...counts.values()]
}

function whyLeft(finding: Finding): string {
  if (finding.state === 'cannot-tell') return 'cannot be told from what was read'
  if (isFixable(finding)) return `portolan fix ${finding.rule.id} mends it in its own file`
  return `for a person to decide: portolan explain ${finding.rule.id}`
}
