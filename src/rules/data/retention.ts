import { schedulesNamespace } from '../../analysis/backups/backup-cover.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import {
  aspectFor,
  aspectPlace,
  declarationOf,
  isPersonal,
  ownDeclaration,
  personalDeclaration,
} from './data-class.ts'
import { parseDuration } from './duration.ts'

/** What keeps personal data longer than it should be, or hides how long that is. `why` goes on after the object's name. */
interface RetentionGap {
  readonly place: Place
  readonly why: string
}

const DAY_SECONDS = 86_400

// What Velero keeps a backup for when its schedule says nothing. Source: Velero, how Velero works.
const VELERO_DAYS = 30

/** What is wrong with the retention that an object with personal data declares. */
export function retentionGap(resource: Resource, scene: Scene): RetentionGap | undefined {
  const declared = personalDeclaration(resource, scene)
  if (declared === undefined) return undefined
  const retention = aspectFor(declared, 'retention', scene)
  if (retention === undefined)
    return {
      place: aspectPlace(declared, 'retention'),
      why: `holds ${declared.class} data and does not say for how long`,
    }
  const days = daysOf(retention.value)
  if (days !== undefined || !retention.resolved || retention.place.document !== resource.document)
    return undefined
  return {
    place: retention.place,
    why: 'declares a retention that is no duration such as P30D or P3Y',
  }
}

/** A purge of personal data that is there and does not run. */
export function stoppedPurge(job: Resource, scene: Scene): RetentionGap | undefined {
  if (
    job.type !== 'CronJob' ||
    !/purge|retention|erase|forget|cleanup|clean-up|expire/.test(job.name)
  )
    return undefined
  const suspend = job.get('spec', 'suspend')
  if (suspend?.value !== true || !isPersonal(declarationOf(job, scene)?.class)) return undefined
  return { place: suspend.place, why: 'is meant to delete old personal data, and is suspended' }
}

/** A schedule whose copies outlive what a namespace declares for the data itself. */
export function copiesKeptLonger(schedule: Resource, scene: Scene): RetentionGap | undefined {
  const ttl = schedule.get('spec', 'template', 'ttl')
  const seconds = ttl === undefined ? VELERO_DAYS * DAY_SECONDS : parseDuration(ttl.value)
  if (seconds === undefined) return undefined
  const days = seconds / DAY_SECONDS
  for (const { name, limit } of limitsOf(scene)) {
    if (limit < days && schedulesNamespace(schedule, name))
      return {
        place: schedule.at('spec', 'template', 'ttl'),
        why: `keeps copies for ${Math.round(days)} days, and namespace "${name}" declares ${limit} for its personal data`,
      }
  }
  return undefined
}

/** How long a namespace keeps the personal data in it. */
interface Limit {
  readonly name: string
  readonly limit: number
}

const limitsOf = oncePerScene((scene): readonly Limit[] =>
  scene.ofKind('Namespace').flatMap((namespace): readonly Limit[] => {
    const declared = ownDeclaration(namespace)
    if (declared === undefined || !isPersonal(declared.class)) return []
    const limit = daysOf(aspectFor(declared, 'retention', scene)?.value)
    return limit === undefined ? [] : [{ name: namespace.name, limit }]
  }),
)

/** The days of a duration as ISO 8601 writes it: `P30D`, `P6M`, `P3Y`, `P2W`, `PT48H`. */
export function daysOf(value: unknown): number | undefined {
  const found =
    typeof value === 'string'
      ? /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(\d{1,6})H)?$/i.exec(
          value,
        )
      : null
  if (found === null || value === 'P') return undefined
  const [, years = 0, months = 0, weeks = 0, days = 0, hours = 0] = found.map((part) =>
    Number(part ?? 0),
  )
  return years * 365 + months * 30 + weeks * 7 + days + hours / 24
}
