import { locate, spanOf } from '../../model/document.ts'
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
      const { source } = place.document
      const known = lines.get(source) ?? new Set<number>()
      lines.set(source, known)
      for (const line of linesOf(place)) known.add(line)
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
function* linesOf({ document, path }: Place): Generator<number> {
  const { start, end } = spanOf(document.layout, locate(document, path).node)
  const last = positionAt(document.source, Math.max(start, end - 1)).line
  for (let line = positionAt(document.source, start).line; line <= last; line++) yield line - 1
}
