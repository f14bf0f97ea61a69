import { storeKindOf } from '../../../analysis/data-stores/data-store.ts'
import { memberOf } from '../../../model/part.ts'
import type { Container } from '../../../model/pod.ts'
import { defineRule } from '../../rule.ts'

export const hostpathData = defineRule({
  id: 'hostpath-data',
  title: 'Keep databases on volumes of their own',
  topic: 'storage-encryption',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Volumes, hostPath',
      url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
    },
    {
      title: 'Kubernetes: Volumes, emptyDir',
      url: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
    },
    {
      title: 'Kubernetes: StatefulSets, stable storage',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage',
    },
  ],

  subject: 'container',
  check(container) {
    const kind = storeKindOf(container)
    if (kind === undefined) return []
    const mayForget = kind.isCache === true || kind.isQueue === true
    return container.list('volumeMounts').flatMap(({ value, place }) => {
      const path = memberOf(value, 'mountPath')
      if (typeof path !== 'string' || !kind.folders.some((folder) => overlaps(path, folder)))
        return []
      const source = sourceOf(container, memberOf(value, 'name'))
      if (source === undefined || (source === 'emptyDir' && mayForget)) return []
      return {
        place,
        message:
          source === 'hostPath'
            ? `${kind.title} in container "${container.name}" keeps its data in a folder of the node, where it is not encrypted, moved or copied with the pod.`
            : `${kind.title} in container "${container.name}" loses its data with the pod: it keeps it in an emptyDir.`,
        sure: true,
      }
    })
  },
})

function overlaps(path: string, folder: string): boolean {
  const clean = path.endsWith('/') && path !== '/' ? path.slice(0, -1) : path
  return clean === folder || clean.startsWith(`${folder}/`) || folder.startsWith(`${clean}/`)
}

function sourceOf({ pod }: Container, name: unknown): 'hostPath' | 'emptyDir' | undefined {
  const volume = pod.list('volumes').find(({ value }) => memberOf(value, 'name') === name)?.value
  if ((memberOf(volume, 'hostPath') ?? null) !== null) return 'hostPath'
  const empty = memberOf(volume, 'emptyDir') ?? null
  // A database in memory is thrown away on purpose.
  return empty !== null && memberOf(empty, 'medium') !== 'Memory' ? 'emptyDir' : undefined
}
