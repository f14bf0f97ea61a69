import { isAbsent } from '../../analysis/pod-security/answers.ts'
import { isMapping, memberOf } from '../../model/part.ts'
import type { Container, Pod } from '../../model/pod.ts'
import { parseQuantity } from '../../model/quantity.ts'

/** A way by which a container writes to the disk of its node without end; not `sure` when a template may close it. */
export interface WayToDisk {
  readonly name: string
  readonly sure: boolean
}

const ROOT = 'its root file system'

/** How `container` may fill the disk of its node, or undefined when all that it can write has an end. */
export function wayToDisk(container: Container): WayToDisk | undefined {
  const readOnly = container.get('securityContext', 'readOnlyRootFilesystem')
  // Containers of Windows can always write to theirs.
  if (readOnly === undefined || readOnly.value === false || container.pod.os === 'windows') {
    return { name: ROOT, sure: true }
  }
  const ways = container
    .list('volumeMounts')
    .filter(({ value }) => memberOf(value, 'readOnly') !== true)
    .map(({ value }) => endlessVolume(container.pod, memberOf(value, 'name')))
    .filter((way) => way !== undefined)
  if (readOnly.value !== true) ways.push({ name: ROOT, sure: false })
  return ways.find(({ sure }) => sure) ?? ways[0]
}

function endlessVolume(pod: Pod, name: unknown): WayToDisk | undefined {
  const index = pod.list('volumes').findIndex(({ value }) => memberOf(value, 'name') === name)
  if (typeof name !== 'string' || !isEmptyDir(pod, index)) return undefined
  const medium = pod.get('volumes', index, 'emptyDir', 'medium')
  // Every medium that has a name is memory of some kind.
  if (medium?.resolved === true && medium.value !== '') return undefined
  const limit = pod.get('volumes', index, 'emptyDir', 'sizeLimit')
  const size = limit === undefined ? 0n : parseQuantity(limit.value)
  if (size !== undefined && size > 0n) return undefined
  return { name: `volume "${name}"`, sure: medium?.resolved !== false && size !== undefined }
}

// A volume that names no source is an emptyDir to the API server.
function isEmptyDir(pod: Pod, index: number): boolean {
  const volume = pod.get('volumes', index)?.value
  if (!isMapping(volume)) return false
  if (!isAbsent(volume['emptyDir'])) return true
  return Object.entries(volume).every(([key, source]) => key === 'name' || isAbsent(source))
}
