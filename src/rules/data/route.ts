import { memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

const TRAEFIK = ['traefik.io/IngressRoute', 'traefik.containo.us/IngressRoute'] as const

/** Whether an OpenShift Route or a Traefik IngressRoute is served in clear and nothing else serves the same over TLS. */
export function isRouteInClear(route: Resource, scene: Scene): boolean {
  if (route.get('spec', 'tls') !== undefined) return false
  if (route.type === 'route.openshift.io/Route') return true
  return isOnClearEntry(route) && !redirects(route, scene) && twinOf(route, scene) === undefined
}

/** The entry points of an IngressRoute, when it names them and none of them sounds like TLS. */
export function isOnClearEntry(route: Resource): boolean {
  const names = route.list('spec', 'entryPoints')
  return (
    names.length > 0 &&
    names.every(({ value, resolved }) => resolved && !/secure|https|tls|443/i.test(String(value)))
  )
}

/** Whether all routes of an IngressRoute pass a middleware that redirects. */
export function redirects(route: Resource, scene: Scene): boolean {
  const rules = route.list('spec', 'routes')
  return rules.every((_, index) =>
    route.list('spec', 'routes', index, 'middlewares').some(({ value }) => {
      const name = memberOf(value, 'name')
      return typeof name === 'string' && (/redirect/i.test(name) || isRedirect(route, name, scene))
    }),
  )
}

/** The IngressRoute that serves the same hosts over TLS. */
export function twinOf(route: Resource, scene: Scene): Resource | undefined {
  const match = matchOf(route)
  return TRAEFIK.flatMap((kind) => scene.inNamespace(kind, route.namespace)).find(
    (other) => other !== route && matchOf(other) === match && !isOnClearEntry(other),
  )
}

function matchOf(route: Resource): string {
  return String(route.get('spec', 'routes', 0, 'match')?.value)
}

function isRedirect(route: Resource, name: string, scene: Scene): boolean {
  return ['traefik.io/Middleware', 'traefik.containo.us/Middleware'].some(
    (kind) => scene.find(kind, route.namespace, name)?.get('spec', 'redirectScheme') !== undefined,
  )
}
