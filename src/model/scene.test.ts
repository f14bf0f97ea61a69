import { describe, expect, it } from 'vitest'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import { formatPath } from './place.ts'
import { resourceOf } from './resource.ts'
import { createScene, type Scene } from './scene.ts'

describe('a scene', () => {
  it.each([
    { kind: 'Pod', path: 'spec' },
    { kind: 'Deployment', path: 'spec.template.spec' },
    { kind: 'StatefulSet', path: 'spec.template.spec' },
    { kind: 'DaemonSet', path: 'spec.template.spec' },
    { kind: 'ReplicaSet', path: 'spec.template.spec' },
    { kind: 'ReplicationController', path: 'spec.template.spec' },
    { kind: 'Job', path: 'spec.template.spec' },
    { kind: 'CronJob', path: 'spec.jobTemplate.spec.template.spec' },
  ])('sees the pod of a $kind', ({ kind, path }) => {
    const nested = path.split('.').reduceRight<object>((inner, key) => ({ [key]: inner }), {
      initContainers: [{ name: 'first' }, { name: 'side', restartPolicy: 'Always' }],
      containers: [{ name: 'main' }],
      ephemeralContainers: [{ name: 'debug' }],
    })
    const scene = sceneOf({ apiVersion: 'v1', kind, metadata: { name: 'x' }, ...nested })
    const [pod] = scene.pods
    expect(formatPath(pod?.path ?? [])).toBe(path)
    expect(pod?.containers.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'first init',
      'side sidecar',
      'main main',
      'debug ephemeral',
    ])
  })

  it('sees the pod of a foreign kind that has a template with containers', () => {
    const spec = { template: { spec: { containers: [{ name: 'main' }] } } }
    const scene = sceneOf({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', spec })
    expect(scene.containers.map(({ name }) => name)).toEqual(['main'])
    expect(scene.ofKind('argoproj.io/Rollout')).toHaveLength(1)
    expect(scene.ofKind('Rollout')).toHaveLength(0)
  })

  it.each([
    { name: 'its spec', object: { kind: 'Deployment', spec: '${SPEC}' } },
    { name: 'its template', object: { kind: 'Job', spec: { template: '${TEMPLATE}' } } },
    { name: 'the spec of its pod', object: { kind: 'Pod', spec: ['wrong'] } },
  ])('sees that there is a pod behind what hides $name', ({ object }) => {
    const [pod] = sceneOf({ apiVersion: 'v1', metadata: { name: 'x' }, ...object }).pods
    expect(pod?.containers).toEqual([])
    expect(pod?.value).toBeDefined()
  })

  it('sees no pod where none is written', () => {
    expect(sceneOf({ apiVersion: 'apps/v1', kind: 'Deployment', spec: {} }).pods).toEqual([])
  })

  it('puts what names no namespace into the default one, but for kinds outside of namespaces', () => {
    const scene = sceneOf(
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } },
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } },
    )
    expect(scene.resources.map(({ namespace }) => namespace)).toEqual(['default', undefined])
    expect(scene.find('Secret', 'default', 'a')).toBe(scene.resources[0])
    expect(scene.find('Namespace', undefined, 'a')).toBe(scene.resources[1])
  })

  it('finds objects by owner and pods by label', () => {
    const scene = sceneOf(
      { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name: 'rs' } },
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
          name: 'p',
          labels: { app: 'web' },
          ownerReferences: [{ kind: 'ReplicaSet', name: 'rs' }],
        },
        spec: {},
      },
    )
    const [set, pod] = scene.resources
    if (set === undefined) throw new Error('The example is empty.')
    expect(scene.ownedBy(set)).toEqual([pod])
    expect(scene.labelled('default', 'app', 'web').map(({ owner }) => owner)).toEqual([pod])
    expect(scene.labelled('default', 'app', 'api')).toEqual([])
  })
})

function sceneOf(...objects: readonly object[]): Scene {
  const resources = objects.map((object) => {
    const [document] = readYaml({ file: 'a.json', text: JSON.stringify(object) }).documents
    if (document === undefined) throw new Error('The example does not parse.')
    return resourceOf(document)
  })
  return createScene(resources, {
    kubernetes: { major: 1, minor: 37 },
    offering: 'none',
    today: '2026-11-24',
  })
}
