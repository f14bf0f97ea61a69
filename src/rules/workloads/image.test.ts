import { describe, expect, it } from 'vitest'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { resourceOf } from '../../model/resource.ts'
import { createScene } from '../../model/scene.ts'
import { NEWEST_KUBERNETES } from '../../model/version.ts'
import { imageName } from './image.ts'

const HEX = '0123456789abcdef'.repeat(8)

describe('imageName', () => {
  it.each([
    { image: 'web', naming: 'nothing' },
    { image: 'registry.example/web', naming: 'nothing' },
    { image: 'registry.example:5000/team/web', naming: 'nothing' },
    { image: '[2001:db8::1]:5000/web', naming: 'nothing' },
    { image: 'web:latest', naming: 'latest', tag: 'latest' },
    { image: 'registry.example:5000/web:latest', naming: 'latest', tag: 'latest' },
    { image: 'web:Latest', naming: 'tag', tag: 'Latest' },
    { image: 'registry.example:5000/web:1.4.2', naming: 'tag', tag: '1.4.2' },
    { image: 'localhost:5000', naming: 'tag', tag: '5000' },
    { image: `web@sha256:${HEX.slice(0, 64)}`, naming: 'digest' },
    { image: `web:latest@sha256:${HEX.slice(0, 64)}`, naming: 'digest' },
    { image: `registry.example/web:1.4.2@sha512:${HEX}`, naming: 'digest' },
    { image: 'web@sha256:0123', naming: 'unknown' },
    { image: `web@sha256:${HEX.slice(0, 64).toUpperCase()}`, naming: 'unknown' },
    { image: 'web:', naming: 'unknown' },
    { image: 'web:1:2', naming: 'unknown' },
    { image: '<your image>', naming: 'unknown' },
    { image: '$(IMAGE)', naming: 'unknown' },
    { image: ' web:1.4.2', naming: 'unknown' },
    { image: '${IMAGE}', naming: 'unknown' },
    { image: 'web:${TAG}', naming: 'unknown' },
    { image: 'web:${TAG}-alpine', naming: 'unknown' },
    { image: 'web@${DIGEST}', naming: 'unknown' },
    { image: 'web${', naming: 'unknown' },
    { image: '${REGISTRY}/web', naming: 'nothing' },
    { image: '{{ .Values.registry }}/team/web:1.4.2', naming: 'tag', tag: '1.4.2' },
    { image: '${IMAGE}:latest', naming: 'latest', tag: 'latest' },
    { image: `\${IMAGE}@sha256:${HEX.slice(0, 64)}`, naming: 'digest' },
    { image: 1, naming: 'unknown' },
  ])('finds in $image: $naming $tag', ({ image, naming, tag }) => {
    const { documents } = readYaml({
      file: 'pod.json',
      text: JSON.stringify({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'web' },
        spec: { containers: [{ name: 'web', image }] },
      }),
    })
    const scene = createScene(documents.map(resourceOf), {
      kubernetes: NEWEST_KUBERNETES,
      offering: 'none',
      today: '2026-11-24',
    })
    const names = scene.containers.map(imageName)
    expect(names.map((name) => [name?.naming, name?.tag])).toEqual([[naming, tag]])
  })
})
