import type { Json } from '../../model/edit.ts'
import { createScene, type Scene } from '../../model/scene.ts'
import { secInAnnotation } from '../../rules/data/sec-in-annotation/rule.ts'
import { secInArgs } from '../../rules/data/sec-in-args/rule.ts'
import { secInConfigmap } from '../../rules/data/sec-in-configmap/rule.ts'
import { secInEnv } from '../../rules/data/sec-in-env/rule.ts'
import { secPlainGit } from '../../rules/data/sec-plain-git/rule.ts'
import { judge } from '../../rules/judge.ts'
import { configurationText } from './configuration-text.ts'
import { withoutLiterals } from './decisions/secrets.ts'
import { isManifest, type Chapter, type Draft, type Manifest } from './draft.ts'
import { editValue } from './edit-value.ts'
import { applied } from './overlay.ts'

const TELLING = [secInAnnotation, secInArgs, secInConfigmap, secInEnv, secPlainGit]

/**
 * The draft without credentials: what is in a file must not be repeated on a screen or in another file. Variables take
 * them from a Secret instead; objects that hold one elsewhere, in an annotation say, are left out and named in a note.
 */
export function withholdSecrets(draft: Draft, scene: Scene): Draft {
  const chapters = draft.chapters.map((chapter) => withSecrets(chapter, scene))
  const leaky = new Set(
    chapters.flatMap(({ manifests }) => manifests.filter((one) => isLeaky(alone(one, scene)))),
  )
  const kept = chapters.map((chapter) => ({
    ...chapter,
    manifests: chapter.manifests.filter((manifest) => !leaky.has(manifest)),
  }))
  return {
    chapters: kept.filter(({ manifests, removes = [] }) => manifests.length + removes.length > 0),
    notes: [...draft.notes, ...[...leaky].map((one) => noteOn(alone(one, scene)))],
  }
}

function withSecrets(chapter: Chapter, scene: Scene): Chapter {
  const moved = chapter.manifests.map((manifest) => fromSecret(manifest, scene))
  return {
    ...chapter,
    why: [...chapter.why, ...moved.flatMap(({ words }) => words)],
    manifests: moved.flatMap(({ manifests }) => manifests),
  }
}

function fromSecret(
  manifest: Manifest,
  scene: Scene,
): { readonly manifests: readonly Manifest[]; readonly words: readonly string[] } {
  const [pod] = alone(manifest, scene).pods
  const step = pod === undefined ? undefined : withoutLiterals(pod, scene)
  if (step === undefined) return { manifests: [manifest], words: [] }
  const { edits = [], makes = [], words } = step
  const clean: Json = editValue(manifest, edits)
  return { manifests: [...(isManifest(clean) ? [clean] : []), ...makes], words }
}

function alone(manifest: Manifest, { kubernetes, offering, today }: Scene): Scene {
  const text = configurationText({ chapters: [{ why: [], manifests: [manifest] }], notes: [] })
  return applied(createScene([], { kubernetes, offering, today }), text)
}

function isLeaky(scene: Scene): boolean {
  return judge(scene, TELLING).length > 0
}

function noteOn({ resources }: Scene): string {
  const names = resources.map(({ kind, name }) => `${kind} "${name}"`)
  return `Not repeated here, it holds what looks like a credential: ${names.join(', ')}.`
}
