import type { Field } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** A setting of a backup's destination that lets others read along. `why` goes on after its name. */
interface LocationGap {
  readonly place: Place
  readonly why: string
  readonly wanted: string
}

const PASSWORD = 'velero-repo-credentials'

// What may bring that Secret without being one.
const BRINGERS = [
  'Secret',
  'bitnami.com/SealedSecret',
  'external-secrets.io/ExternalSecret',
] as const

/** What of a backup's destination lets others read along. */
export function locationGaps(location: Resource): readonly LocationGap[] {
  const gaps: LocationGap[] = []
  const skip = location.get('spec', 'config', 'insecureSkipTLSVerify')
  if (skip?.value === 'true' || skip?.value === true)
    gaps.push({
      place: skip.place,
      why: 'go to whoever answers: no certificate is checked',
      wanted: 'false',
    })
  for (const key of ['s3Url', 'publicUrl'] as const) {
    const url = location.get('spec', 'config', key)
    if (typeof url?.value === 'string' && /^http:\/\/(?!localhost|127\.)/i.test(url.value))
      gaps.push({
        place: url.place,
        why: 'travel in clear: its address is http',
        wanted: url.value.replace(/^http:/i, 'https:'),
      })
  }
  return gaps
}

/**
 * The field by which a schedule copies files into a repository whose password nobody was seen to set. Told once, at the
 * first such schedule of a namespace.
 */
export function publishedPassword(schedule: Resource, scene: Scene): Field | undefined {
  const field = copiesFiles(schedule)
  if (field === undefined) return undefined
  const isSet = BRINGERS.some(
    (kind) => scene.find(kind, schedule.namespace, PASSWORD) !== undefined,
  )
  if (isSet) return undefined
  const first = scene
    .inNamespace('velero.io/Schedule', schedule.namespace)
    .find((other) => copiesFiles(other) !== undefined)
  return first === schedule ? field : undefined
}

function copiesFiles(schedule: Resource): Field | undefined {
  const fields = ['defaultVolumesToFsBackup', 'defaultVolumesToRestic', 'snapshotMoveData'].map(
    (key) => schedule.get('spec', 'template', key),
  )
  return fields.find((field) => field?.value === true)
}
