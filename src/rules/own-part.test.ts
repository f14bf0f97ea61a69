import { describe, expect, it } from 'vitest'
import { estateOf } from '../intake/estate.testing.ts'
import { OFFERINGS, type Offering } from '../model/offering.ts'
import type { Scene } from '../model/scene.ts'
import { CATALOGUE } from './catalogue.ts'
import { ownRules } from './own-part.ts'
import { stopOf } from './topics.ts'

const MANAGED = OFFERINGS.filter((offering) => offering !== 'self-managed')

describe('the part of the customer at the stop cluster', () => {
  it.each(['self-managed', 'none'] as const)('is all of it on %s', (offering) => {
    expect(ownRules(sceneUnder(offering), CATALOGUE)).toBe(CATALOGUE)
  })

  it.each(MANAGED)('holds nothing of the control plane on %s', (offering) => {
    const asked = clusterIds(offering)
    for (const id of ['enc-identity-first', 'audit-blind']) expect(asked).not.toContain(id)
    expect(asked.filter((id) => /^(?:api|etcd|kcm)-/.test(id))).toEqual([])
  })

  it('holds the kubelets that the customer configures', () => {
    expect(clusterIds('kosmos')).toContain('kubelet-anonymous')
    expect(clusterIds('eks')).toContain('kubelet-anonymous')
    expect(clusterIds('kapsule')).not.toContain('kubelet-anonymous')
  })

  it('holds the kubelets that the estate took over', () => {
    const pool = 'resource "scaleway_k8s_pool" "a" {\n  kubelet_args = { max-pods = 50 }\n}\n'
    expect(clusterIds('kapsule', pool)).toContain('kubelet-anonymous')
    expect(clusterIds('kapsule', pool)).not.toContain('api-anonymous')
  })

  it('leaves the other stops alone', () => {
    const others = CATALOGUE.filter((rule) => stopOf(rule) !== 'cluster')
    expect(ownRules(sceneUnder('autopilot'), others)).toEqual(others)
  })
})

function sceneUnder(offering: Offering, text = ''): Scene {
  return estateOf({ 'main.tf': text }, { offering: offering === 'none' ? undefined : offering })
    .scene
}

function clusterIds(offering: Offering, text = ''): readonly string[] {
  return ownRules(sceneUnder(offering, text), CATALOGUE)
    .filter((rule) => stopOf(rule) === 'cluster')
    .map(({ id }) => id)
}
