import { distinctMends } from '../sequence.ts'
import type { FileDraft } from './file-draft.ts'

/** The files that were drafted so far, by their names, each with the topic that was the first to change it. */
export type DraftedFiles = ReadonlyMap<string, FileDraft & { readonly topic: string }>

/** The files with later drafts of a topic: the last text counts, and the reasons add up. O(files). */
export function withFileDrafts(
  files: DraftedFiles,
  topic: string,
  drafts: readonly FileDraft[],
): DraftedFiles {
  const next = new Map(files)
  for (const draft of drafts) {
    const known = next.get(draft.file)
    next.set(draft.file, {
      ...draft,
      topic: known?.topic ?? topic,
      why: [...new Set([...(known?.why ?? []), ...draft.why])],
      mends: distinctMends([...(known?.mends ?? []), ...draft.mends]),
    })
  }
  return next
}

/** The files of one topic, in the order in which they were begun. */
export function filesOfTopic(files: DraftedFiles, topic: string): readonly FileDraft[] {
  return [...files.values()].filter((file) => file.topic === topic)
}
