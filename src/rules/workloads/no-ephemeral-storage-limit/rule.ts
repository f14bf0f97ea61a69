import type { Container } from '../../../model/pod.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { rangeDefault } from '../limit-range.ts'
import { gapOf, startWith } from '../resources.ts'
import { wayToDisk } from '../scratch-space.ts'

export const noEphemeralStorageLimit = defineRule({
  id: 'no-ephemeral-storage-limit',
  title: "Limit what containers write to the node's disk",
  topic: 'resources',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Local ephemeral storage',
      url: 'https://kubernetes.io/docs/concepts/storage/ephemeral-storage/',
    },
    {
      title: 'Kubernetes: Volumes, emptyDir',
      url: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
    },
  ],

  subject: 'container',
  check(container, scene) {
    const gap = gapOf(container, 'limits', 'ephemeral-storage', scene)
    const way = gap === undefined ? undefined : wayToDisk(container)
    if (gap === undefined || way === undefined) return []
    const reason = way.sure ? gap.reason : 'an unrendered template decides'
    return [
      {
        place: gap.place,
        message: `Container "${container.name}" may fill the disk of its node through ${way.name}: ${reason}.`,
        sure: gap.sure && way.sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // a pod that writes more than the limit is evicted
    edit: (container, _, scene) => [
      ...startWith(container, 'limits', 'ephemeral-storage', scene),
      ...(asksForStorage(container, scene)
        ? []
        : startWith(container, 'requests', 'ephemeral-storage', scene)),
    ],
  },
})

// Without a request of its own the container would keep as much of the disk as the limit is.
function asksForStorage(container: Container, scene: Scene): boolean {
  const { namespace } = container.pod.owner
  return (
    container.get('resources', 'requests', 'ephemeral-storage') !== undefined ||
    rangeDefault(namespace, 'requests', 'ephemeral-storage', scene) !== undefined
  )
}
