import { STATING_KINDS, statesVersion } from '../../../analysis/cluster/stated-versions.ts'
import { defineRule } from '../../rule.ts'
import { sayerWords, firstSaid } from '../told-versions.ts'
import { skewOf } from '../version-skew.ts'

export const verSkew = defineRule({
  id: 'ver-skew',
  title: 'Keep the versions of one cluster together',
  topic: 'versions',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Version Skew Policy',
      url: 'https://kubernetes.io/releases/version-skew-policy/',
    },
  ],
  controls: { 'stig-v2r3': ['V-242442'] },

  subject: STATING_KINDS,
  concerns: statesVersion,
  check: (resource, scene) =>
    firstSaid(resource, scene, ({ program, release }) => `${program} ${release?.minor}`).flatMap(
      ({ stated, count }) => {
        const skew = skewOf(stated, scene)
        if (skew === undefined) return []
        const message = `${sayerWords(stated, count)} has ${stated.program} ${stated.text}, ${skew}.`
        return [{ place: stated.place, message, sure: true }]
      },
    ),
})
