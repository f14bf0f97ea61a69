import { readEstate } from '../../intake/read-estate.ts'
import type { Provider } from '../../model/offering.ts'
import type { Scene } from '../../model/scene.ts'
import { NEWEST_KUBERNETES } from '../../model/version.ts'

/** The scene of some manifests. */
export function sceneOf(yaml: string, offering?: Provider): Scene {
  const { scene, faults } = readEstate({
    targets: ['-'],
    workingFolder: '/',
    skipPaths: [],
    readStdin: () => Buffer.from(yaml),
    kubernetes: NEWEST_KUBERNETES,
    offering,
    today: '2026-11-24',
  })
  if (faults.length > 0) throw new Error(faults[0]?.message)
  return scene
}

/** A Pod in a namespace, with fields of its spec and of its one container. */
export function podIn(namespace: string, spec = '', container = ''): string {
  return `---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: ${namespace}, labels: {app: web}}
spec:
  ${spec}
  containers:
    - {name: web, image: registry.example/web:1.0.0, ${container}}
`
}
