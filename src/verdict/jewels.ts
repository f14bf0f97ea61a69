import { usesOf } from '../model/pod-uses.ts'
import { homeNamespace, type Resource, type Texts } from '../model/resource.ts'
import type { Scene } from '../model/scene.ts'
import { focusOf } from './focus.ts'
import type { Verdict } from './verdict.ts'

/** An object as a crown jewel is recognised by. What is only named, not read, has no labels and no file. */
export interface Precious extends Pick<Resource, 'kind' | 'type' | 'name'> {
  readonly namespace: string | undefined
  readonly labels?: Texts
  readonly file?: string
}

/** What an estate must not lose, as its configuration names it. */
export interface Jewel {
  /** For people: `Secret shop/payments-*`. */
  readonly words: string
  /** `file:line:column` of the list that names it. */
  readonly at: string
  readonly isMatch: (object: Precious) => boolean
}

/**
 * The verdict with what concerns a crown jewel ahead of what is equally bad: faults of the jewel itself and of the
 * workloads that take it. No severity changes. A jewel may be named by those that take it only, as Secrets often are.
 * O(objects x jewels + findings).
 */
export function rankByJewels(verdict: Verdict, jewels: readonly Jewel[]): Verdict {
  if (jewels.length === 0) return verdict
  const concerned = concernedBy(verdict.scene, jewels)
  const findings = verdict.findings.map((finding) => {
    const jewel = concerned.get(finding.resource)
    return jewel === undefined ? finding : { ...finding, crownJewel: jewel.words }
  })
  const met = new Set(concerned.values())
  return {
    ...verdict,
    findings,
    focus: focusOf(findings),
    missingJewels: jewels
      .filter((jewel) => !met.has(jewel))
      .filter(({ isMatch }) => !verdict.scene.resources.some((one) => isMatch(preciousOf(one))))
      .map(({ words, at }) => ({ words, at })),
  }
}

// The first entry that speaks of an object names it.
function concernedBy(scene: Scene, jewels: readonly Jewel[]): ReadonlyMap<Resource, Jewel> {
  const concerned = new Map<Resource, Jewel>()
  const jewelOf = (object: Precious): Jewel | undefined =>
    jewels.find(({ isMatch }) => isMatch(object))
  for (const resource of scene.resources) {
    const jewel = jewelOf(preciousOf(resource))
    if (jewel !== undefined) concerned.set(resource, jewel)
  }
  for (const pod of scene.pods) {
    const { owner } = pod
    if (concerned.has(owner)) continue
    for (const { type, name } of usesOf(pod)) {
      const read = scene.find(type, owner.namespace, name)
      const named = { kind: type, type, name, namespace: owner.namespace }
      const jewel = jewelOf(read === undefined ? named : preciousOf(read))
      if (jewel === undefined) continue
      concerned.set(owner, jewel)
      break
    }
  }
  return concerned
}

function preciousOf(resource: Resource): Precious {
  const { kind, type, name, labels, document } = resource
  const { file } = document.source
  return { kind, type, name, labels, file, namespace: homeNamespace(resource) }
}
