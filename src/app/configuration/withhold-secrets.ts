import { createScene, type Scene, type Surroundings } from '../../model/scene.ts'
import { CATALOGUE } from '../../rules/catalogue.ts'
import { judge } from '../../rules/judge.ts'
import { configurationText } from './configuration-text.ts'
import type { Draft, Manifest } from './draft.ts'
import { applied } from './overlay.ts'

const RULES = CATALOGUE.filter(({ topic }) => topic === 'secrets')

/**
 * The draft without objects that hold what looks like a credential, in an annotation say: what is in their file must not
 * be repeated on a screen. They are named in a note.
 */
export function withholdSecrets(draft: Draft, surroundings: Surroundings): Draft {
  const manifests = draft.chapters.flatMap((chapter) => chapter.manifests)
  const leaky = new Set(manifests.filter((manifest) => isLeaky(alone(manifest, surroundings))))
  if (leaky.size === 0) return draft
  const kept = draft.chapters.map(({ why, manifests: all }) => ({
    why,
    manifests: all.filter((manifest) => !leaky.has(manifest)),
  }))
  return {
    chapters: kept.filter((chapter) => chapter.manifests.length > 0),
    notes: [...draft.notes, ...[...leaky].map((one) => noteOn(alone(one, surroundings)))],
  }
}

function alone(manifest: Manifest, surroundings: Surroundings): Scene {
  const { kubernetes, offering, today } = surroundings
  const text = configurationText({ chapters: [{ why: [], manifests: [manifest] }], notes: [] })
  return applied(createScene([], { kubernetes, offering, today }), text)
}

function isLeaky(scene: Scene): boolean {
  return judge(scene, RULES).length > 0
}

function noteOn({ resources }: Scene): string {
  const names = resources.map(({ kind, name }) => `${kind} "${name}"`)
  return `Not repeated here, it holds what looks like a credential: ${names.join(', ')}.`
}
