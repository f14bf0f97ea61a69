import { describe, expect, it } from 'vitest'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import type { Offering } from '../../model/offering.ts'
import { formatPath } from '../../model/place.ts'
import { resourceOf } from '../../model/resource.ts'
import { createScene, type Scene } from '../../model/scene.ts'
import { gapOf, startWith, type Bound } from './resources.ts'

const SILENT = `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [{ name: web }] }
`

describe('gapOf', () => {
  it.each([
    { name: 'not before 1.34', minor: 33, reasons: ['it has no memory limit'] },
    { name: 'since 1.34', minor: 34, reasons: [] },
  ])('counts the limits of the pod itself: $name', ({ minor, reasons }) => {
    const pod = SILENT.replace('spec: {', 'spec: { resources: { limits: { memory: 1Gi } },')
    expect(gapsIn(sceneOf(pod, minor), 'limits')).toEqual(reasons)
  })

  it('blames the pod for a limit of its own that is none', () => {
    const pod = SILENT.replace('spec: {', 'spec: { resources: { limits: { memory: 0 } },')
    const [container] = sceneOf(pod).containers
    const gap = container && gapOf(container, 'limits', 'memory', sceneOf(pod))
    expect(formatPath(gap?.place.path ?? [])).toBe('spec.resources.limits.memory')
  })

  it('knows that Autopilot writes requests that are left out, and no limits', () => {
    const scene = sceneOf(SILENT, 36, 'autopilot')
    expect(gapsIn(scene, 'requests')).toEqual([])
    expect(gapsIn(scene, 'limits')).toEqual(['it has no memory limit'])
  })

  it.each([
    { name: 'takes a default of nought for none', amount: '0', reason: 'it has no memory limit' },
    {
      name: 'cannot tell what a placeholder gives',
      amount: '"${MEMORY}"',
      reason: '? its LimitRange cannot be read',
    },
  ])('$name', ({ amount, reason }) => {
    const range = `
---
apiVersion: v1
kind: LimitRange
metadata: { name: defaults }
spec: { limits: [{ type: Container, default: { memory: ${amount} } }] }
`
    expect(gapsIn(sceneOf(SILENT + range), 'limits')).toEqual([reason])
  })

  it.each([
    { hidden: 'resources: "${ALL}"', bound: 'limits' as const, reasons: 1 },
    { hidden: 'resources: "${ALL}"', bound: 'requests' as const, reasons: 0 },
    { hidden: 'resources: { requests: "${ALL}" }', bound: 'requests' as const, reasons: 1 },
    { hidden: 'resources: { limits: "${ALL}" }', bound: 'requests' as const, reasons: 0 },
  ])('tells once what a template hides: $bound of $hidden', ({ hidden, bound, reasons }) => {
    const pod = SILENT.replace('name: web }]', `name: web, ${hidden} }]`)
    expect(gapsIn(sceneOf(pod), bound)).toHaveLength(reasons)
  })
})

describe('startWith', () => {
  it('writes no request beneath a limit that leaves no room for any', () => {
    const resources = 'resources: { requests: { memory: 0 }, limits: { memory: 0 } }'
    const scene = sceneOf(SILENT.replace('name: web }]', `name: web, ${resources} }]`))
    const [container] = scene.containers
    expect(container && startWith(container, 'requests', 'memory', scene)).toEqual([])
  })
})

function sceneOf(manifest: string, minor = 36, offering: Offering = 'none'): Scene {
  const { documents } = readYaml({ file: 'manifest.yaml', text: manifest })
  return createScene(documents.map(resourceOf), {
    kubernetes: { major: 1, minor },
    offering,
    today: '2026-11-24',
  })
}

function gapsIn(scene: Scene, bound: Bound): readonly string[] {
  return scene.containers
    .map((container) => gapOf(container, bound, 'memory', scene))
    .filter((gap) => gap !== undefined)
    .map(({ reason, sure }) => (sure ? reason : `? ${reason}`))
}
