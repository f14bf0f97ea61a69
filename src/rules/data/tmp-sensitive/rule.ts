import { setPlace } from '../../../model/edit.ts'
import { memberOf } from '../../../model/part.ts'
import type { Pod } from '../../../model/pod.ts'
import { defineRule } from '../../rule.ts'

// Words by which people name what must not be written to a disk. Certificates alone are public.
const SECRET_WORDS =
  /(?:^|[-_./])(?:secrets?|credentials?|creds|tokens?|decrypted|passwords?|passwd|private-?keys?|tls-?keys?|ssh-?keys?|keys)(?:[-_./]|$)/i

export const tmpSensitive = defineRule({
  id: 'tmp-sensitive',
  title: 'Keep decrypted secrets in memory only',
  topic: 'storage-encryption',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Volumes, emptyDir',
      url: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
    },
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
  ],

  subject: 'pod',
  check: (pod) =>
    pod.list('volumes').flatMap(({ value }, index) => {
      const empty = memberOf(value, 'emptyDir') ?? null
      if (empty === null || memberOf(empty, 'medium') === 'Memory') return []
      const name = String(memberOf(value, 'name'))
      if (![name, ...mountsOf(pod, name)].some((word) => SECRET_WORDS.test(word))) return []
      const medium = pod.get('volumes', index, 'emptyDir', 'medium')
      return {
        place: pod.at('volumes', index, 'emptyDir', 'medium'),
        message: `Volume "${name}" is named after secrets and lies on the node's disk: what is written there outlives the pod on the medium.`,
        sure: medium?.resolved ?? true,
      }
    }),

  fix: {
    risk: 'mayBreak', // what is written there counts as memory of the containers
    edit: (_, { place }) => [setPlace(place, 'Memory')],
  },
})

function mountsOf(pod: Pod, volume: string): readonly string[] {
  return pod.containers.flatMap((container) =>
    container.list('volumeMounts').flatMap(({ value }) => {
      const path = memberOf(value, 'mountPath')
      return memberOf(value, 'name') === volume && typeof path === 'string' ? [path] : []
    }),
  )
}
