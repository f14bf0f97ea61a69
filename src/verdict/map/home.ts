import { componentsIn } from '../../analysis/cluster/components.ts'
import { dataStores } from '../../analysis/data-stores/data-store.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { homeNamespace, TERRAFORM_VERSION, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { podsBehind } from '../../rules/network/exposed-pods.ts'
import { isComponentRule } from '../../rules/rule.ts'
import type { Finding } from '../finding.ts'
import { COMPONENT_KINDS, type ComponentKind } from './components.data.ts'
import { isDoorService } from './doors.ts'
import { CLOUD_HOMES, PROGRAM_HOMES, TOPIC_HOMES, TYPE_HOMES } from './homes.data.ts'

/** The component that an object or a finding belongs to. */
export interface Home {
  readonly kind: ComponentKind
  readonly namespace: string | undefined
  /** The object that is a component of its own; undefined where one component stands for many. */
  readonly resource: Resource | undefined
}

/** What tells one component from another. */
export function homeId({ kind, namespace, resource }: Home): string {
  const name = resource === undefined ? [] : [resource.type, resource.name]
  return [kind, ...(namespace === undefined ? [] : [namespace]), ...name].join('/')
}

/** The component that shows a finding: that of its topic or program where these are one, else that of its object. */
export function homeOfFinding({ rule, resource }: Finding, scene: Scene): Home {
  const byTopic = TOPIC_HOMES.get(rule.topic)
  if (byTopic !== undefined) return shared(byTopic)
  const program = isComponentRule(rule) ? rule.subject[0] : undefined
  if (program !== undefined) return shared(PROGRAM_HOMES[program])
  return homeOf(resource, scene) ?? shared('other-cloud')
}

/** The component that an object is, or is part of; undefined for what only says how others are made. */
export function homeOf(resource: Resource, scene: Scene): Home | undefined {
  const { type, apiVersion, namespace } = resource
  if (apiVersion === TERRAFORM_VERSION) return cloudHome(type)
  if (storesIn(scene).has(resource)) return own('store', resource)
  if (ownersIn(scene).has(resource)) return own('workload', resource)
  if (type === 'Service') return serviceHome(resource, scene)
  const program = programsOf(scene).get(resource)
  if (program !== undefined) return shared(PROGRAM_HOMES[program])
  const kind = TYPE_HOMES.get(type)
  if (kind === 'door') return own(kind, resource)
  if (kind !== undefined && COMPONENT_KINDS[kind].area !== 'namespaces') return shared(kind)
  const room = homeNamespace(resource)
  if (kind !== undefined && room !== undefined) return { ...shared(kind), namespace: room }
  // What nobody wrote down here is of an operator, or tells software in its namespace what to do.
  return namespace === undefined ? shared('operators') : { ...shared('settings'), namespace }
}

function cloudHome(type: string): Home | undefined {
  // Variables, outputs and data sources are named in another way than resources.
  if (!/^[^.]+_/.test(type)) return undefined
  const named = TYPE_HOMES.get(type)
  if (named !== undefined) return shared(named)
  return shared(CLOUD_HOMES.find(([words]) => words.test(type))?.[1] ?? 'other-cloud')
}

// A Service within the cluster is the address of a workload; one that is a way in is a door.
function serviceHome(service: Resource, scene: Scene): Home {
  if (isDoorService(service)) return own('door', service)
  const [pod] = podsBehind(service, scene)
  if (pod !== undefined) return homeOf(pod.owner, scene) ?? own('workload', pod.owner)
  return { ...shared('settings'), namespace: service.namespace }
}

function own(kind: ComponentKind, resource: Resource): Home {
  return { kind, namespace: resource.namespace, resource }
}

function shared(kind: ComponentKind): Home {
  return { kind, namespace: undefined, resource: undefined }
}

const storesIn = oncePerScene(
  (scene): ReadonlySet<Resource> => new Set(dataStores(scene).map(({ resource }) => resource)),
)

// A file of an installer may configure several: it is shown at the first.
const programsOf = oncePerScene(
  (scene) =>
    new Map(
      componentsIn(scene)
        .toReversed()
        .flatMap(({ name, sources }) => sources.map((source) => [source, name] as const)),
    ),
)

const ownersIn = oncePerScene(
  (scene): ReadonlySet<Resource> => new Set(scene.pods.map(({ owner }) => owner)),
)
