import { expect, it } from 'vitest'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { resourceOf } from '../../model/resource.ts'
import { createScene } from '../../model/scene.ts'
import { NEWEST_KUBERNETES } from '../../model/version.ts'
import { imageReference, listedNames } from './image-reference.ts'

const DIGEST = 'sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'

it.each([
  { image: 'postgres', registry: 'docker.io', path: 'library/postgres', tag: undefined },
  { image: 'bitnami/redis:7', registry: 'docker.io', path: 'bitnami/redis', tag: '7' },
  { image: 'index.docker.io/mysql:8', registry: 'docker.io', path: 'library/mysql', tag: '8' },
  { image: 'quay.io/coreos/etcd:v3.4.9', registry: 'quay.io', path: 'coreos/etcd', tag: 'v3.4.9' },
  { image: 'localhost/web', registry: 'localhost', path: 'web', tag: undefined },
  { image: 'host:5000/a/b/c:1', registry: 'host:5000', path: 'a/b/c', tag: '1' },
  { image: `postgres:12@${DIGEST}`, registry: 'docker.io', path: 'library/postgres', tag: '12' },
  { image: `host:5000/web@${DIGEST}`, registry: 'host:5000', path: 'web', tag: undefined },
])('reads $image', ({ image, ...expected }) => {
  expect(referenceOf(image)).toEqual(expected)
})

it.each(['${IMAGE}', 'web:{{ .Tag }}', '<your image>', '', 7, null, ['web']])(
  'reads nothing from %j',
  (image) => {
    expect(referenceOf(image)).toBeUndefined()
  },
)

it('lists a copy under the end of its path', () => {
  const reference = { registry: 'host.example', path: 'mirror/library/redis', tag: '5' }
  expect(listedNames(reference)).toEqual(['host.example/mirror/library/redis', 'library/redis'])
})

function referenceOf(image: unknown): ReturnType<typeof imageReference> {
  const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'web', image }] } }
  const { documents } = readYaml({ file: 'pod.json', text: JSON.stringify(pod) })
  const { containers } = createScene(documents.map(resourceOf), {
    kubernetes: NEWEST_KUBERNETES,
    offering: 'none',
    today: '2026-11-24',
  })
  return containers.map(imageReference)[0]
}
