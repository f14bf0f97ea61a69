import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { resourceOf } from '../../model/resource.ts'
import { createScene, type Scene } from '../../model/scene.ts'

/** The scene of some manifests, under a new Kubernetes. */
export function sceneOf(manifests: string): Scene {
  const { documents } = readYaml({ file: 'manifests.yaml', text: manifests })
  return createScene(documents.map(resourceOf), {
    kubernetes: { major: 1, minor: 37 },
    offering: 'none',
    today: '2026-11-24',
  })
}
