import type { Scene } from '../../model/scene.ts'
import { TOPICS } from '../../rules/topics.ts'
import { draftAccountTokens } from './account-tokens.ts'
import { configurationText, removalText, type Library } from './configuration-text.ts'
import type { Draft, Drafter } from './draft.ts'
import { draftEncryptionInTransit } from './encryption-in-transit.ts'
import { draftFiles } from './files/draft-files.ts'
import type { FileDraft } from './files/file-draft.ts'
import { filesOfTopic, withFileDrafts, type DraftedFiles } from './files/file-sequence.ts'
import { readAgain } from './files/read-again.ts'
import { draftEgress, draftIsolation } from './isolation.ts'
import { drafterByRules } from './mended.ts'
import { draftNamespaces } from './namespaces.ts'
import type { Tier } from './network/admin-tier.ts'
import { applied } from './overlay.ts'
import { remaindersOf, type Remainder } from './remainder.ts'
import { draftResources } from './resources.ts'
import { NOTHING, withDraft, withoutPhantoms, type Drafts } from './sequence.ts'
import { draftStorageEncryption } from './storage-encryption.ts'
import { withholdSecrets } from './withhold-secrets.ts'

/** The configuration of one topic for one estate. */
export interface Configuration extends Draft {
  readonly topic: string
  readonly title: string
  /** Files that programs read, as they should be. */
  readonly files: readonly FileDraft[]
  /** What the topic's rules still say once all of it was applied. */
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

// One answer may reveal another (a redirect to https, once there is TLS), but not for long.
const MOST_ROUNDS = 12

/** What configurations are written with. */
interface Terms {
  readonly library: Library
  /** Drafted already, and known of by the scene. */
  readonly files?: DraftedFiles
  readonly tier?: Tier | undefined
}

/**
 * Drafts the configuration of some topics for an estate, round by round until no topic has anything to add to what the
 * others wrote, and judges what is left then. `done` is the estate once all was applied. O(rounds x topics x (estate x
 * rules of the topic)); pure.
 */
export function configure(
  topics: readonly string[],
  scene: Scene,
  { library, files = new Map(), tier }: Terms,
): { readonly configurations: readonly Configuration[]; readonly done: Scene } {
  const start = { drafts: new Map(), files, done: scene }
  const { drafts, files: drafted, done } = draftAll(topics, start, tier)
  const configurations = topics.map((topic) => {
    const draft = drafts.get(topic) ?? NOTHING
    const left = remaindersOf(topic, done)
    const title = TOPICS.get(topic)?.title ?? topic
    const files = filesOfTopic(drafted, topic)
    const example = draft.chapters.length + files.length === 0 && left.length > 0
    const blocks = example ? (library.guides.get(topic)?.blocks ?? []) : []
    const text = configurationText({ ...draft, topic, title, files, left, blocks, library })
    return { ...draft, topic, title, files, left, text }
  })
  return { configurations, done }
}

interface Drafted {
  readonly drafts: Drafts
  readonly files: DraftedFiles
  readonly done: Scene
}

function draftAll(topics: readonly string[], start: Drafted, tier: Tier | undefined): Drafted {
  let drafted = start
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { done } = drafted
    for (const topic of topics) drafted = draftTopic(topic, drafted, tier)
    if (drafted.done === done) break
  }
  return { ...drafted, drafts: withoutPhantoms(drafted.drafts, start.done) }
}

function draftTopic(
  topic: string,
  { drafts, files, done }: Drafted,
  tier: Tier | undefined,
): Drafted {
  const next = draftFor(topic, done, tier)
  const { drafts: written, notes } = draftFiles(topic, done)
  const isQuiet = next.chapters.length === 0
  const after = isQuiet ? done : applied(done, configurationText(next), removalText(next))
  return {
    drafts: withDraft(drafts, topic, { ...next, notes: [...next.notes, ...notes] }),
    files: withFileDrafts(files, topic, written),
    done: readAgain(after, written),
  }
}

// The topic's own drafter first; its rules then see the estate as that leaves it.
function draftFor(topic: string, scene: Scene, tier: Tier | undefined): Draft {
  const own = DRAFTERS.get(topic)?.(scene, tier) ?? NOTHING
  const first = withholdSecrets(own, scene)
  if (first.chapters.length > 0) return first
  const { chapters, notes } = withholdSecrets(drafterByRules(topic)(scene), scene)
  return { chapters, notes: [...first.notes, ...notes] }
}
