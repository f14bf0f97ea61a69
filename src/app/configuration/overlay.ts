import { gatherObjects } from '../../intake/gather-objects.ts'
import { DEFAULT_INTAKE_LIMITS } from '../../intake/limits.ts'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { resourceKey } from '../../model/resource.ts'
import { createScene, type Scene } from '../../model/scene.ts'

/** The estate as it will be once `yaml` was applied: an object of the same name takes the place of the old one. */
export function applied(scene: Scene, yaml: string): Scene {
  const { documents } = readYaml({ file: '<configuration>', text: yaml })
  const fresh = documents.flatMap(
    (document) => gatherObjects(document, DEFAULT_INTAKE_LIMITS.maxListDepth)?.resources ?? [],
  )
  const keys = new Set(fresh.map(resourceKey))
  const { kubernetes, offering, today } = scene
  return createScene([...scene.resources.filter((old) => !keys.has(resourceKey(old))), ...fresh], {
    kubernetes,
    offering,
    today,
  })
}
