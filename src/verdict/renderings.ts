import { locate, sourceAt, spanOf } from '../model/document.ts'
import type { Via } from '../model/making.ts'
import { deciderOf, formatPath } from '../model/place.ts'
import type { Scene } from '../model/scene.ts'
import type { Survey } from '../model/survey.ts'
import { judge } from '../rules/judge.ts'
import type { Rule } from '../rules/rule.ts'
import { findingsOf, isMade, type Finding } from './finding.ts'
import { problemsOf, type Share } from './problems.ts'
import { judgeWorkloads } from './workloads.ts'

/**
 * The findings of a survey. Objects that are rendered in several ways never meet in a cluster, so each scene is judged
 * alone; what several of them show is one finding, with the list of the renderings that show it. O(scenes x rules).
 */
export function findingsIn(
  { scene, renderings }: Survey,
  rules: readonly Rule[],
): readonly Finding[] {
  if (renderings === undefined) return findingsOf(judge(scene, rules), scene)
  const shown = new Map<string, Shown>()
  for (const rendering of renderings) {
    for (const finding of findingsOf(judge(rendering, rules), rendering)) enter(shown, finding)
  }
  return [...shown.values()].map(({ finding, vias }) =>
    vias.length === 0 ? finding : { ...finding, renderings: vias },
  )
}

interface Shown {
  readonly finding: Finding
  readonly vias: Via[]
}

// Sure of it in one rendering is sure of it.
function enter(shown: Map<string, Shown>, finding: Finding): void {
  const { id, state, resource } = finding
  const known = shown.get(id)
  const vias = known?.vias ?? []
  const via = resource.document.making?.via
  if (via !== undefined && !vias.includes(via)) vias.push(via)
  const isSurer = state === 'open' && known?.finding.state !== 'open'
  shown.set(id, { finding: known === undefined || isSurer ? finding : known.finding, vias })
}

/**
 * One finding for what several renderings show for the same reason: the same rule at the same text of the same file,
 * decided by the same line, as overlays of one base do. What one rendering makes of a text several times, by a loop or
 * for each of several keys, are objects of their own; what is lifted for one of them only stays apart. O(findings).
 */
export function withoutTwins(findings: readonly Finding[]): readonly Finding[] {
  if (!findings.some(isMade)) return findings
  const shown = new Map<string, Shown>()
  const turnOf = turns()
  for (const finding of findings) {
    const source = sourceKey(finding)
    const key = `${source} ${turnOf(source, finding.resource.document.making?.via)}`
    const known = shown.get(key)
    const vias = known?.vias ?? []
    for (const via of viasOf(finding)) if (!vias.includes(via)) vias.push(via)
    if (known === undefined) shown.set(key, { finding, vias })
  }
  return [...shown.values()].map(({ finding, vias }) =>
    vias.length > viasOf(finding).length ? { ...finding, renderings: vias } : finding,
  )
}

// How often a rendering has shown a text before.
function turns(): (source: string, via: Via | undefined) => number {
  const seen = new Map<Via | undefined, Map<string, number>>()
  return (source, via) => {
    const own = seen.get(via) ?? new Map<string, number>()
    const turn = own.get(source) ?? 0
    seen.set(via, own.set(source, turn + 1))
    return turn
  }
}

function viasOf({ renderings, resource }: Finding): readonly Via[] {
  const via = resource.document.making?.via
  return renderings ?? (via === undefined ? [] : [via])
}

function sourceKey({ id, rule, state, waiver, place }: Finding): string {
  const { document, path } = place
  if (document.making === undefined) return id
  const { node, depth } = locate(document, path)
  const { start } = spanOf(document.layout, node)
  const decider = deciderOf(place)
  const seat = [sourceAt(document, node).file, start, formatPath(path.slice(depth))]
  const decision = decider === undefined ? [] : [decider.file, decider.start]
  return JSON.stringify([rule.id, state, waiver?.id, seat, decision])
}

/** The four commonest problems, each as the worst rendering shows it. */
export function worstProblems({ scene, renderings = [scene] }: Survey): readonly Share[] {
  const [first = [], ...others] = renderings.map((each) => problemsOf(each, judgeWorkloads(each)))
  return first.map((share, index) =>
    others.reduce((worst, shares) => worseOf(worst, shares[index] ?? worst), share),
  )
}

function worseOf(a: Share, b: Share): Share {
  return (b.bad ?? -1) > (a.bad ?? -1) ? b : a
}

/** The scene to look things up in where only one is wanted: the first rendering of everything. */
export function firstRendering({ scene, renderings }: Survey): Scene {
  return renderings?.[0] ?? scene
}
