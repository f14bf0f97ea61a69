import { removePlace, setPlace, type Edit } from '../../../model/edit.ts'
import { memberOf, type Field } from '../../../model/part.ts'
import type { Place } from '../../../model/place.ts'
import type { Container, Pod } from '../../../model/pod.ts'
import { defineRule } from '../../rule.ts'
import { cleanPath, hostPathVolumes } from '../host-path.ts'

const SUB_PATHS = ['subPath', 'subPathExpr'] as const

export const hostPathSubPath = defineRule({
  id: 'host-path-sub-path',
  title: 'Do not mount parts of a path of the node by subPath',
  topic: 'host-access',
  severity: 'medium',
  references: [
    {
      title:
        'Kubernetes issue 104980, CVE-2021-25741: symlink exchange can allow host filesystem access',
      url: 'https://github.com/kubernetes/kubernetes/issues/104980',
    },
    {
      title: 'Kubernetes, Volumes: using subPath',
      url: 'https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath',
    },
  ],
  controls: { 'mitre-containers': ['T1611'], 'pci-containers': ['3.1.a'], 'bsi-app-4.4': ['A4'] },

  subject: 'container',
  check(container) {
    const mounts = container.list('volumeMounts')
    if (mounts.length === 0) return []
    return mounts.flatMap(({ value }, index) => {
      const part = SUB_PATHS.map((key) => container.get('volumeMounts', index, key)).find(isWritten)
      if (part === undefined || !isOfHost(container.pod, memberOf(value, 'name'))) return []
      return {
        place: part.place,
        message: `Container "${container.name}" mounts a part of a path of the node: a link put there in time leads elsewhere on the node.`,
        sure: true,
      }
    })
  },

  fix: {
    risk: 'mayBreak', // the node must already hold the folder: a subPath would have been made
    edit: (container, { place }) => nameWhole(container, place),
  },
})

// Names the part in the volume itself, where no other mount needs the rest of it. What an expression means is not known.
function nameWhole(container: Container, place: Place): readonly Edit[] {
  const index = place.path.at(-2) ?? 0
  const part = container.get('volumeMounts', index, 'subPath')
  const name = container.get('volumeMounts', index, 'name')?.value
  const volume = hostPathVolumes(container.pod).find((each) => each.name === name)
  if (place.path.at(-1) !== 'subPath' || part?.resolved !== true || volume?.path === undefined)
    return []
  // Kubernetes refuses a part that leads out of its volume; the fix must not make it a path that does.
  if (mountsOf(container.pod, name) !== 1 || String(part.value).includes('..')) return []
  return [
    setPlace(volume.place, cleanPath(`${volume.path}/${String(part.value)}`)),
    removePlace(place),
  ]
}

function mountsOf(pod: Pod, volume: unknown): number {
  const mounts = pod.containers.flatMap((container) => container.list('volumeMounts'))
  return mounts.filter(({ value }) => memberOf(value, 'name') === volume).length
}

function isWritten(field: Field | undefined): boolean {
  return field !== undefined && field.value !== ''
}

function isOfHost(pod: Pod, volume: unknown): boolean {
  return hostPathVolumes(pod).some(({ name }) => name === volume)
}
