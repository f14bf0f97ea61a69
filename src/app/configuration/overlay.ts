import { gatherObjects } from '../../intake/gather-objects.ts'
import { DEFAULT_INTAKE_LIMITS } from '../../intake/limits.ts'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { resourceKey, resourceOf, type Resource } from '../../model/resource.ts'
import { createScene, surroundingsOf, type Scene } from '../../model/scene.ts'

/**
 * The estate as it will be once `yaml` was applied and what `removed` names is gone: an object of the same name takes
 * the place of the old one.
 */
export function applied(scene: Scene, yaml: string, removed = ''): Scene {
  const fresh = objectsIn(yaml)
  // A name alone is no object that a reader takes.
  const gone = readYaml({ file: '<configuration>', text: removed }).documents.map(resourceOf)
  const keys = new Set([...fresh, ...gone].map(resourceKey))
  const kept = scene.resources.filter((old) => !keys.has(resourceKey(old)))
  return createScene([...kept, ...fresh], surroundingsOf(scene))
}

function objectsIn(yaml: string): readonly Resource[] {
  const { documents } = readYaml({ file: '<configuration>', text: yaml })
  return documents.flatMap(
    (document) => gatherObjects(document, DEFAULT_INTAKE_LIMITS.maxListDepth)?.resources ?? [],
  )
}
