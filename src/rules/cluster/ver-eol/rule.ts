import {
  STATING_KINDS,
  statesVersion,
  type StatedVersion,
} from '../../../analysis/cluster/stated-versions.ts'
import type { Scene } from '../../../model/scene.ts'
import { daysBetween } from '../../data/certificate-texts.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { SUPPORT_FACTS, supportEnd, type SupportEnd } from '../support-ends.ts'
import { firstSaid, sayerWords } from '../told-versions.ts'

// An upgrade takes a plan.
const SOON_DAYS = 60

export const verEol = defineRule({
  id: 'ver-eol',
  title: 'Run a version of Kubernetes that is still mended',
  topic: 'versions',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Patch Releases, support period',
      url: 'https://kubernetes.io/releases/patch-releases/',
    },
    {
      title: 'Kubernetes: Version Skew Policy, supported versions',
      url: 'https://kubernetes.io/releases/version-skew-policy/',
    },
  ],
  controls: { 'stig-v2r3': ['V-242443'] },
  facts: SUPPORT_FACTS,

  subject: STATING_KINDS,
  concerns: statesVersion,
  check: (resource, scene) =>
    firstSaid(resource, scene, ({ release }) => `${release?.major}.${release?.minor}`).flatMap(
      ({ stated, count }) => complain(stated, count, scene),
    ),
})

function complain(stated: StatedVersion, count: number, scene: Scene): readonly Complaint[] {
  const { place, release } = stated
  const who = sayerWords(stated, count)
  if (release === undefined) {
    const message = `Whether the version of ${who} is still mended cannot be told: what is written is not known.`
    return [{ place, message, sure: false }]
  }
  const end = supportEnd(stated, scene.offering)
  if (end === undefined || daysLeft(end, scene.today) > SOON_DAYS) return []
  // Until the end there is nothing to doubt.
  if (!end.isSure && daysLeft(end, scene.today) >= 0) return []
  const doubt = end.isSure ? '' : ', and whether the provider mends it still cannot be told'
  const message = `${who} has Kubernetes ${release.major}.${release.minor}: its support by ${end.by} ${whenOf(end, scene.today)}${doubt}.`
  return [{ place, message, sure: end.isSure }]
}

function daysLeft({ ends }: SupportEnd, today: string): number {
  return ends === undefined ? -Infinity : daysBetween(today, ends)
}

function whenOf(end: SupportEnd, today: string): string {
  if (end.ends === undefined) return 'ended long ago'
  return `${daysLeft(end, today) < 0 ? 'ended' : 'ends'} on ${end.ends}`
}
