import {
  levelOf,
  NEWEST_POLICY,
  violations,
  type Level,
} from '../../analysis/pod-security/evaluate.ts'
import type { Pod } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'
import { AUDIT, ENFORCE, isLevel, WARN } from '../../rules/workloads/pod-security-labels.ts'
import { manifestOf, withMetadata, type Chapter, type Draft, type Manifest } from './draft.ts'
import { homelessNote, homesOf, namesOf, type Home } from './homes.ts'

/**
 * Sets the Pod Security labels of every namespace by what runs in it: `restricted` where everything keeps it, else
 * `baseline` with warnings of `restricted`. A level that somebody chose stays; what would be refused is told.
 */
export function draftNamespaces(scene: Scene): Draft {
  const chapters = homesOf(scene).map((home) => chapterFor(home, scene))
  return { chapters: chapters.flat(), notes: homelessNote(scene) }
}

function chapterFor(home: Home, scene: Scene): readonly Chapter[] {
  const below = (level: Level): readonly Pod[] =>
    home.pods.filter((pod) => ORDER.indexOf(levelIn(pod, scene)) < ORDER.indexOf(level))
  const fitting: Level = below('restricted').length === 0 ? 'restricted' : 'baseline'
  const chosen = home.namespace?.labels[ENFORCE]
  const enforced = isLevel(chosen) ? chosen : fitting
  const missing = [
    ...(chosen === enforced ? [] : [[ENFORCE, enforced]]),
    ...[AUDIT, WARN]
      .filter((label) => !isLevel(home.namespace?.labels[label]))
      .map((label) => [label, 'restricted']),
  ]
  const manifest = namespaceOf(home)
  if (missing.length === 0 || manifest === undefined) return []
  const labels: Readonly<Record<string, string>> = Object.fromEntries(missing)
  return [
    {
      why: reasonsFor(home, fitting, below),
      manifests: [withMetadata(manifest, 'labels', labels)],
    },
  ]
}

/** The strictest level that all of some pods keep. */
export function fittingLevel(pods: readonly Pod[], scene: Scene): Level {
  const lowest = Math.min(...pods.map((pod) => ORDER.indexOf(levelIn(pod, scene))))
  return ORDER[Math.min(lowest, ORDER.length - 1)] ?? 'restricted'
}

const ORDER: readonly Level[] = ['privileged', 'baseline', 'restricted']

function reasonsFor(
  { name, namespace, pods }: Home,
  fitting: Level,
  below: (level: Level) => readonly Pod[],
): readonly string[] {
  if (namespace?.labels[ENFORCE] === 'privileged') {
    return [`${name}: privileged was chosen here and stays; it only warns of more.`]
  }
  if (pods.length === 0) return [`${name}: nothing that was read runs here.`]
  if (fitting === 'restricted') return [`${name}: all that runs here keeps restricted.`]
  const refused = below('baseline')
  return [
    `${name}: not all that runs here keeps restricted (${namesOf(below('restricted'))}).`,
    ...(refused.length === 0
      ? []
      : [`Mend or move first, it will be refused when it is next created: ${namesOf(refused)}.`]),
  ]
}

function levelIn(pod: Pod, { kubernetes }: Scene): Level {
  const view = { metadata: pod.metadata.value, spec: pod.value }
  const minor = Math.min(kubernetes.minor, NEWEST_POLICY.minor)
  return levelOf(violations(view, { major: 1, minor })).level
}

function namespaceOf({ name, namespace }: Home): Manifest | undefined {
  if (namespace !== undefined) return manifestOf(namespace)
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } }
}
