import { locate, membersOf, type Document } from '../../model/document.ts'
import { isList, isMapping, memberOf } from '../../model/part.ts'
import { resourceOf, type Resource } from '../../model/resource.ts'
import { expandVariables } from '../dockerfile/expand.ts'

/**
 * The services of a Compose file, each as `{apiVersion: 'compose', kind: 'ComposeService', metadata: {name}}` with its own
 * fields beside; undefined when the document is no Compose file. Variables stand for their defaults; one without is left
 * in braces, as nobody knows the environment it will run in. O(nodes).
 */
export function composeServices(document: Document): readonly Resource[] | undefined {
  const services = memberOf(document.value, 'services')
  if (!isMapping(services) || memberOf(document.value, 'apiVersion') !== undefined) return undefined
  const { layout } = document
  const nodes = membersOf(layout, locate(document, ['services']).node)
  // A key given twice means its last value.
  const byName = new Map(nodes.map((node) => [layout.keys[node] ?? '', node]))
  return Object.entries(services).flatMap(([name, service]) => {
    const node = byName.get(name)
    if (node === undefined || !isMapping(service)) return []
    return [resourceOf({ ...document, node, value: serviceValue(name, service) })]
  })
}

function serviceValue(name: string, service: Readonly<Record<string, unknown>>): unknown {
  const interpolated = interpolate(service)
  return {
    ...(isMapping(interpolated) ? interpolated : {}),
    apiVersion: 'compose',
    kind: 'ComposeService',
    metadata: { name },
  }
}

const NONE = new Map<string, string>()

// Two dollar signs are one that is meant.
function interpolate(value: unknown): unknown {
  if (typeof value === 'string') {
    return value
      .split('$$')
      .map((piece) => expandVariables(piece, NONE))
      .join('$')
  }
  if (isList(value)) return value.map(interpolate)
  if (!isMapping(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, interpolate(member)]),
  )
}
