import { locate, sourceAt, spanOf, type Span } from '../../model/document.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { positionAt, type Source } from '../../model/source.ts'
import { configCredentials } from './config-values.ts'
import {
  annotationCredentials,
  credentialsInCommands,
  credentialsInEnvironment,
  podIn,
} from './pod-values.ts'
import { secretValues } from './secret-values.ts'

/** The lines that hold credentials, counted from 0, by the source they stand in. O(characters). */
export function secretLinesOf(scene: Scene): ReadonlyMap<Source, ReadonlySet<number>> {
  const lines = new Map<Source, Set<number>>()
  for (const resource of scene.resources) {
    for (const place of placesIn(resource, scene)) {
      const { node } = locate(place.document, place.path)
      const source = sourceAt(place.document, node)
      const known = lines.get(source) ?? new Set<number>()
      lines.set(source, known)
      for (const line of linesOf(source, spanOf(place.document.layout, node))) known.add(line)
    }
  }
  return lines
}

function placesIn(resource: Resource, scene: Scene): readonly Place[] {
  const containers = podIn(scene, resource)?.containers ?? []
  const found = [
    ...annotationCredentials(resource, scene),
    ...containers.flatMap((container) => [
      ...credentialsInEnvironment(container),
      ...credentialsInCommands(container),
    ]),
    ...(resource.type === 'Secret' ? secretValues(resource) : []),
    ...(resource.type === 'ConfigMap' ? configCredentials(resource) : []),
  ]
  return found.map(({ place }) => place)
}

// All lines of a value: a key in PEM has many.
function* linesOf(source: Source, { start, end }: Span): Generator<number> {
  const last = positionAt(source, Math.max(start, end - 1)).line
  for (let line = positionAt(source, start).line; line <= last; line++) yield line - 1
}
