import type { Fault } from '../base/fault.ts'
import { applyEdits } from '../fix/apply.ts'
import { gatherObjects } from '../intake/gather-objects.ts'
import { DEFAULT_INTAKE_LIMITS } from '../intake/limits.ts'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import type { Edit } from '../model/edit.ts'
import type { Resource } from '../model/resource.ts'
import { createScene, type Scene } from '../model/scene.ts'
import type { Source } from '../model/source.ts'
import type { Finding } from '../verdict/finding.ts'

/** What is wrong in a scene, as far as somebody asked for it. */
export type Judge = (scene: Scene) => readonly Finding[]

/** A file through all rounds: as it was read, and as it is now with what it holds. */
interface Draft {
  readonly before: Source
  readonly now: Source
  readonly resources: readonly Resource[]
}

/** Where mending came to rest. */
export interface Mended {
  readonly drafts: readonly Draft[]
  /** What is still wrong. */
  readonly left: readonly Finding[]
  readonly refused: readonly Fault[]
}

// One fix may reveal another (a profile that was only looked at once the pod is not privileged), but not for long.
const MOST_ROUNDS = 5

/**
 * Mends what `wanted` lets through until nothing changes any more. Nothing is written: texts are values here.
 * O(rounds x estate); a file is read again only when it was changed.
 */
export function mend(scene: Scene, judge: Judge, wanted: (finding: Finding) => boolean): Mended {
  let state = round(draftsOf(scene), scene, judge, wanted)
  for (let count = 1; count < MOST_ROUNDS && state.hasChanged; count++) {
    state = round(state.drafts, state.scene, judge, wanted)
  }
  return { drafts: state.drafts, left: judge(state.scene), refused: state.refused }
}

interface Round {
  readonly drafts: readonly Draft[]
  readonly scene: Scene
  readonly refused: readonly Fault[]
  readonly hasChanged: boolean
}

function round(
  drafts: readonly Draft[],
  scene: Scene,
  judge: Judge,
  wanted: (finding: Finding) => boolean,
): Round {
  const edits = editsBySource(judge(scene).filter(wanted))
  const refused: Fault[] = []
  const next = drafts.map((draft) => {
    const patch = applyEdits(draft.now, edits.get(draft.now) ?? [], readYaml)
    refused.push(...patch.refused)
    return patch.text === draft.now.text ? draft : redraft(draft, patch.text)
  })
  const hasChanged = next.some((draft, index) => draft !== drafts[index])
  return { drafts: next, refused, hasChanged, scene: hasChanged ? sceneOf(next, scene) : scene }
}

function editsBySource(findings: readonly Finding[]): ReadonlyMap<Source, readonly Edit[]> {
  const edits = new Map<Source, Edit[]>()
  for (const edit of findings.flatMap((finding) => finding.edits())) {
    const { source } = edit.place.document
    const known = edits.get(source)
    if (known === undefined) edits.set(source, [edit])
    else known.push(edit)
  }
  return edits
}

function draftsOf({ resources }: Scene): readonly Draft[] {
  const bySource = new Map<Source, Resource[]>()
  for (const resource of resources) {
    const { source } = resource.document
    const known = bySource.get(source)
    if (known === undefined) bySource.set(source, [resource])
    else known.push(resource)
  }
  return [...bySource].map(([source, list]) => ({ before: source, now: source, resources: list }))
}

function redraft({ before }: Draft, text: string): Draft {
  const now: Source = { file: before.file, text }
  const resources = readYaml(now).documents.flatMap(
    (document) => gatherObjects(document, DEFAULT_INTAKE_LIMITS.maxListDepth)?.resources ?? [],
  )
  return { before, now, resources }
}

function sceneOf(drafts: readonly Draft[], { kubernetes, offering }: Scene): Scene {
  return createScene(
    drafts.flatMap((draft) => draft.resources),
    { kubernetes, offering },
  )
}
