import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { tpRemovedApi } from './rule.ts'

const BUDGET = `
apiVersion: policy/v1beta1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { minAvailable: 1, selector: SELECTOR }
`

describe('tp-removed-api', () => {
  it('judges by the version of the cluster', () => {
    expect(chargesUnder('1.24', tpRemovedApi, BUDGET)).toHaveLength(0)
    expect(messagesOf(chargesUnder('1.25', tpRemovedApi, BUDGET))).toEqual([
      'Kubernetes 1.25 refuses this PodDisruptionBudget, as no release since 1.25 serves policy/v1beta1; write policy/v1.',
    ])
  })

  it.each([
    { name: 'a selector', selector: '{ matchLabels: { app: web } }', edits: 1 },
    // In v1 an empty selector means all pods, in v1beta1 it meant none.
    { name: 'an empty selector', selector: '{}', edits: 0 },
  ])('makes $edits edits of a budget with $name', ({ selector, edits }) => {
    const charges = chargesUnder('1.37', tpRemovedApi, BUDGET.replace('SELECTOR', selector))
    expect(charges.flatMap((charge) => charge.edits())).toHaveLength(edits)
  })
})
