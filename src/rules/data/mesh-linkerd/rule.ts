import { setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { linkerdGaps } from '../linkerd.ts'

export const meshLinkerd = defineRule({
  id: 'mesh-linkerd',
  title: 'Let Linkerd take calls from proven identities only',
  topic: 'encryption-in-transit',
  severity: 'medium',
  references: [
    {
      title: 'Linkerd: authorization policy, default policies',
      url: 'https://linkerd.io/2/features/server-policy/',
    },
    {
      title: 'Linkerd: protocol detection, skip ports',
      url: 'https://linkerd.io/2/features/protocol-detection/',
    },
  ],

  subject: [
    'Namespace',
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'ReplicaSet',
    'CronJob',
    'Job',
    'Pod',
  ],
  check: (resource, scene) =>
    linkerdGaps(resource, scene).map(({ place, why }) => ({
      place,
      message: `${resource.kind} "${resource.name}" ${why}.`,
      sure: true,
    })),

  fix: {
    risk: 'mayBreak', // what is not in the mesh cannot call these pods any more
    edit: (resource, { place }, scene) => {
      const gap = linkerdGaps(resource, scene).find(
        (each) => each.place.path.at(-1) === place.path.at(-1),
      )
      return gap?.wanted === undefined ? [] : [setPlace(place, gap.wanted)]
    },
  },
})
