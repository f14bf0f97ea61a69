import {
  STATING_KINDS,
  statesVersion,
  type StatedVersion,
} from '../../../analysis/cluster/stated-versions.ts'
import type { Scene } from '../../../model/scene.ts'
import { daysBetween } from '../../data/certificate-texts.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { KUBERNETES_RELEASES, type KubernetesRelease } from '../kubernetes-releases.data.ts'
import { firstSaid, sayerWords } from '../told-versions.ts'

const MOST_PATCHES = 2
const MOST_DAYS = 60

export const verPatchLag = defineRule({
  id: 'ver-patch-lag',
  title: 'Take the patches of Kubernetes within two months',
  topic: 'versions',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Patch Releases',
      url: 'https://kubernetes.io/releases/patch-releases/',
    },
  ],
  controls: { 'stig-v2r3': ['V-242443'] },
  facts: [KUBERNETES_RELEASES],

  subject: STATING_KINDS,
  concerns: statesVersion,
  check(resource, scene) {
    // Providers have patches of their own, and mostly take them by themselves.
    if (scene.offering !== 'self-managed' && scene.offering !== 'none') return []
    return firstSaid(resource, scene, ({ text }) => text).flatMap(({ stated, count }) =>
      complain(stated, count, scene),
    )
  },
})

function complain(stated: StatedVersion, count: number, { today }: Scene): readonly Complaint[] {
  const { release, text, place } = stated
  const known = KUBERNETES_RELEASES.releases.find(({ minor }) => minor === release?.minor)
  if (release?.patch === undefined || known === undefined || /-(?:eks|gke)/.test(text)) return []
  // Of what gets no patches any more ver-eol speaks.
  const lag = known.ends < today ? 0 : lagOf(release.patch, known, today)
  if (lag === 0) return []
  const newest = `1.${known.minor}.${known.patch}`
  const message = `${sayerWords(stated, count)} has Kubernetes ${text}, ${lag} ${lag === 1 ? 'patch' : 'patches'} behind ${newest} of ${known.patched}.`
  return [{ place, message, sure: true }]
}

// Nothing is said of a patch that came out a moment ago.
function lagOf(
  patch: number,
  { patch: newest, patched }: KubernetesRelease,
  today: string,
): number {
  const lag = newest - patch
  const isLate = lag > MOST_PATCHES || (lag > 0 && daysBetween(patched, today) > MOST_DAYS)
  return isLate ? lag : 0
}
