import { groupByAll, type Groups } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** The kinds that attach to Gateways. */
export const ROUTE_KINDS = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'] as const

/** The namespaces from which the routes that were read attach to a Gateway, each once. */
export function attachedNamespaces(gateway: Resource, scene: Scene): readonly string[] {
  const routes = routesIn(scene).get(keyOf(gateway.namespace, gateway.name)) ?? []
  return [...new Set(routes.map(({ namespace = '' }) => namespace))]
}

const routesIn = oncePerScene((scene): Groups<string, Resource> =>
  groupByAll(
    ROUTE_KINDS.flatMap((kind) => scene.ofKind(kind)),
    (route) =>
      route.list('spec', 'parentRefs').map(({ value }) => {
        const { name, namespace } = textsOf(value)
        return keyOf(namespace ?? route.namespace, name)
      }),
  ),
)

function keyOf(namespace: string | undefined, name: string | undefined): string {
  return `${namespace ?? ''}/${name ?? ''}`
}
