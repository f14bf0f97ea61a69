import { oncePerScene } from '../../model/once-per-scene.ts'
import { isList, isMapping, memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { selects } from '../../model/selector.ts'
import { BACKUP_FIELDS, DUMP_WORDS, NAMESPACE_TOOLS, TARGET_TOOLS } from './backup-tools.data.ts'

const VELERO = 'velero.io/Schedule'

/** Whether anything that was read makes copies of what `store` holds. O(backup objects). */
export function isBackedUp(store: Resource, scene: Scene): boolean {
  return (
    hasOwnBackup(store) ||
    schedulesOf(store.namespace ?? '', scene).some((one) => scheduleCovers(one, store)) ||
    NAMESPACE_TOOLS.some(({ kind, isClusterWide }) =>
      isClusterWide === true
        ? scene.ofKind(kind).length > 0
        : scene.inNamespace(kind, store.namespace).length > 0,
    ) ||
    [...TARGET_TOOLS].some(([kind, path]) =>
      scene
        .inNamespace(kind, store.namespace)
        .some((object) => isNamed(object.get(...path)?.value, store.name)),
    ) ||
    dumpsOf(scene).some((dump) => dumpCovers(dump, store))
  )
}

/** Whether the estate has a tool that copies whole namespaces: what it leaves out is left out. */
export function hasEstateTool(scene: Scene): boolean {
  return (
    scene.ofKind(VELERO).length > 0 ||
    NAMESPACE_TOOLS.some(({ kind }) => scene.ofKind(kind).length > 0)
  )
}

/** The field in which an operator's object would plan its own backups; undefined for all other objects. */
export function backupField(store: Resource): readonly string[] | undefined {
  return BACKUP_FIELDS.get(store.type)
}

/** Whether a schedule of Velero takes a namespace along, as a whole or in part. */
export function schedulesNamespace(schedule: Resource, namespace: string): boolean {
  const template = schedule.get('spec', 'template')?.value
  if (schedule.get('spec', 'paused')?.value === true || !isMapping(template)) return false
  const included = memberOf(template, 'includedNamespaces')
  const excluded = memberOf(template, 'excludedNamespaces')
  if (isList(excluded) && excluded.some((pattern) => fits(pattern, namespace))) return false
  return (
    !isList(included) ||
    included.length === 0 ||
    included.some((pattern) => fits(pattern, namespace))
  )
}

const schedulesByScene = new WeakMap<Scene, Map<string, readonly Resource[]>>()

// Stores are many and namespaces few.
function schedulesOf(namespace: string, scene: Scene): readonly Resource[] {
  const byNamespace = schedulesByScene.get(scene) ?? new Map<string, readonly Resource[]>()
  schedulesByScene.set(scene, byNamespace)
  const known = byNamespace.get(namespace)
  if (known !== undefined) return known
  const schedules = scene
    .ofKind(VELERO)
    .filter((schedule) => schedulesNamespace(schedule, namespace))
  byNamespace.set(namespace, schedules)
  return schedules
}

function scheduleCovers(schedule: Resource, store: Resource): boolean {
  const template = schedule.get('spec', 'template')?.value
  const isWithoutVolumes =
    memberOf(template, 'snapshotVolumes') === false &&
    memberOf(template, 'defaultVolumesToFsBackup') !== true
  if (isWithoutVolumes) return false
  const selector = memberOf(template, 'labelSelector') ?? null
  return selector === null || selects(selector, store.labels)
}

function fits(pattern: unknown, namespace: string): boolean {
  if (typeof pattern !== 'string') return false
  // Velero takes one asterisk at the end, or alone.
  return pattern.endsWith('*') ? namespace.startsWith(pattern.slice(0, -1)) : pattern === namespace
}

function hasOwnBackup(store: Resource): boolean {
  const field = BACKUP_FIELDS.get(store.type)
  return field !== undefined && store.get(...field) !== undefined
}

// Claims of a StatefulSet are called TEMPLATE-NAME-0, TEMPLATE-NAME-1.
function isNamed(value: unknown, name: string): boolean {
  if (typeof value !== 'string') return false
  return value === name || value.includes(`-${name}-`) || value.startsWith(`${name}-`)
}

/** A job that makes copies on a schedule. */
interface Dump {
  readonly job: Resource
  readonly text: string
}

const dumpsOf = oncePerScene((scene): readonly Dump[] =>
  scene.pods.flatMap(({ owner, containers }) => {
    if (owner.type !== 'CronJob' || owner.get('spec', 'suspend')?.value === true) return []
    const words = containers.map(({ value }) =>
      JSON.stringify([
        memberOf(value, 'image'),
        memberOf(value, 'command'),
        memberOf(value, 'args'),
        memberOf(value, 'env'),
      ]),
    )
    const text = [owner.name, ...words].join(' ')
    return DUMP_WORDS.test(text) ? [{ job: owner, text }] : []
  }),
)

// A job copies the store that it names, or what lies beside it.
function dumpCovers({ job, text }: Dump, store: Resource): boolean {
  const service = store.get('spec', 'serviceName')?.value
  const names = typeof service === 'string' ? [store.name, service] : [store.name]
  return job.namespace === store.namespace || names.some((name) => text.includes(name))
}
