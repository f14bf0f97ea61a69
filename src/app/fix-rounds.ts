import type { Fault } from '../base/fault.ts'
import { groupBy, type Groups } from '../base/group.ts'
import { applyEdits } from '../fix/apply.ts'
import { isRepin, repinned } from '../fix/repin.ts'
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
 * Mends what `wanted` lets through until nothing changes any more. Nothing is written: texts are values here. A finding
 * that was tried once and is still there was refused, and stays so: two rules that contradict each other would
 * otherwise take turns. O(rounds x estate); a file is read again only when it was changed.
 */
export function mend(scene: Scene, judge: Judge, wanted: (finding: Finding) => boolean): Mended {
  const tried = new Set<string>()
  const refused: Fault[] = []
  let drafts = draftsOf(scene)
  let current = scene
  let findings = judge(scene)
  for (let count = 0; count < MOST_ROUNDS; count++) {
    const chosen = findings.filter((finding) => wanted(finding) && !tried.has(finding.id))
    const round = redraftAll(drafts, chosen)
    for (const { id } of chosen) tried.add(id)
    for (const fault of round.refused) refused.push(fault)
    if (round.drafts.every((draft, index) => draft === drafts[index])) break
    drafts = round.drafts
    current = sceneOf(drafts, current)
    findings = judge(current)
  }
  return { drafts, left: findings, refused }
}

function redraftAll(
  drafts: readonly Draft[],
  findings: readonly Finding[],
): { readonly drafts: readonly Draft[]; readonly refused: readonly Fault[] } {
  const edits = editsBySource(findings)
  const refused: Fault[] = []
  const next = drafts.map((draft) => {
    const own = edits.get(draft.now) ?? []
    const patch = applyEdits(draft.now, own, readYaml)
    for (const fault of patch.refused) refused.push(fault)
    return patch.text === draft.now.text ? draft : redraft(draft, patch.text, own)
  })
  return { drafts: next, refused }
}

function editsBySource(findings: readonly Finding[]): Groups<Source, Edit> {
  const edits = findings.flatMap((finding) => finding.edits())
  // What a chart renders stands in no file as a whole: there is nothing to write it to.
  const own = edits.filter(({ place }) => place.document.making === undefined)
  return groupBy(own, ({ place }) => place.document.source)
}

function draftsOf({ resources }: Scene): readonly Draft[] {
  const bySource = groupBy(resources, ({ document }) => document.source)
  return [...bySource].map(([source, list]) => ({ before: source, now: source, resources: list }))
}

function redraft({ before, resources: old }: Draft, text: string, edits: readonly Edit[]): Draft {
  const now: Source = { file: before.file, text }
  const pins = edits.filter(isRepin)
  if (pins.length > 0) {
    return { before, now, resources: old.map((resource) => repinned(resource, now, pins)) }
  }
  const resources = readYaml(now).documents.flatMap(
    (document) => gatherObjects(document, DEFAULT_INTAKE_LIMITS.maxListDepth)?.resources ?? [],
  )
  return { before, now, resources }
}

function sceneOf(
  drafts: readonly Draft[],
  { kubernetes, offering, today, advisories }: Scene,
): Scene {
  return createScene(
    drafts.flatMap((draft) => draft.resources),
    { kubernetes, offering, today, advisories },
  )
}
