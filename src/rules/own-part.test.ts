import { describe, expect, it } from 'vitest'
import { OFFERINGS } from '../model/offering.ts'
import { CATALOGUE } from './catalogue.ts'
import { ownRules } from './own-part.ts'
import { stopOf } from './topics.ts'

const MANAGED = OFFERINGS.filter((offering) => offering !== 'self-managed')

describe('the part of the customer at the stop cluster', () => {
  it.each(['self-managed', 'none'] as const)('is all of it on %s', (offering) => {
    expect(ownRules(offering, CATALOGUE)).toBe(CATALOGUE)
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

  it('leaves the other stops alone', () => {
    const others = CATALOGUE.filter((rule) => stopOf(rule) !== 'cluster')
    expect(ownRules('autopilot', others)).toEqual(others)
  })
})

function clusterIds(offering: (typeof OFFERINGS)[number]): readonly string[] {
  return ownRules(offering, CATALOGUE)
    .filter((rule) => stopOf(rule) === 'cluster')
    .map(({ id }) => id)
}
