import { valueAt } from '../../model/part.ts'
import type { Scene } from '../../model/scene.ts'
import { isManifest, type Chapter, type Draft, type Manifest, type Mending } from './draft.ts'

/** The drafts of some topics so far, in the order of the topics. */
export type Drafts = ReadonlyMap<string, Draft>

/** A draft without anything in it. */
export const NOTHING: Draft = { chapters: [], notes: [] }

/**
 * The drafts with another one of a topic. An object is written once: what writes it anew takes over the reasons of what
 * wrote it before, in whichever topic that was. O(objects).
 */
export function withDraft(drafts: Drafts, topic: string, next: Draft): Drafts {
  const earlier = [...drafts.values()].flatMap(({ chapters }) => chapters)
  const fresh = new Set(next.chapters.flatMap(namesIn))
  const known = drafts.get(topic) ?? NOTHING
  const left = [...drafts].map(([id, draft]) => [id, withoutObjects(draft, fresh)] as const)
  const own = withoutObjects(known, fresh)
  return new Map([
    ...left,
    [
      topic,
      {
        chapters: [...own.chapters, ...next.chapters.map((one) => takingOver(one, earlier))],
        notes: [...new Set([...known.notes, ...next.notes])],
      },
    ],
  ])
}

function nameOf({ apiVersion = '', kind = '', metadata }: Manifest): string {
  const { namespace = '', name = '' } = isManifest(metadata) ? metadata : {}
  return JSON.stringify([apiVersion, kind, namespace, name])
}

function namesIn({ manifests, removes = [] }: Chapter): readonly string[] {
  return [...manifests, ...removes].map(nameOf)
}

function withoutObjects({ chapters, notes }: Draft, names: ReadonlySet<string>): Draft {
  const isKept = (manifest: Manifest): boolean => !names.has(nameOf(manifest))
  const kept = chapters.map((chapter) => ({
    ...chapter,
    manifests: chapter.manifests.filter(isKept),
    removes: chapter.removes?.filter(isKept) ?? [],
  }))
  return { chapters: kept.filter((chapter) => namesIn(chapter).length > 0), notes }
}

function takingOver(chapter: Chapter, earlier: readonly Chapter[]): Chapter {
  if (chapter.isWhole === true) return chapter
  const names = new Set(namesIn(chapter))
  const before = earlier.filter((other) => namesIn(other).some((name) => names.has(name)))
  if (before.length === 0) return chapter
  return {
    ...chapter,
    why: [...new Set([...before.flatMap(({ why }) => why), ...chapter.why])],
    mends: distinctMends([...before, chapter].flatMap(({ mends = [] }) => mends)),
  }
}

/** Each rule once for each object. */
export function distinctMends(mends: readonly Mending[]): readonly Mending[] {
  return [...new Map(mends.map((mending) => [`${mending.rule} ${mending.on}`, mending])).values()]
}

/** The drafts without the removal of objects that only an earlier round had made. */
export function withoutPhantoms(drafts: Drafts, scene: Scene): Drafts {
  const known = new Set(
    scene.resources.map(({ apiVersion, kind, name, value }) => {
      const namespace = valueAt(value, ['metadata', 'namespace'])
      return JSON.stringify([apiVersion, kind, namespace ?? '', name])
    }),
  )
  return new Map(
    [...drafts].map(([topic, { chapters, notes }]) => {
      const kept = chapters.map((chapter) => ({
        ...chapter,
        removes: (chapter.removes ?? []).filter((one) => known.has(nameOf(one))),
      }))
      return [topic, { chapters: kept.filter((chapter) => namesIn(chapter).length > 0), notes }]
    }),
  )
}
