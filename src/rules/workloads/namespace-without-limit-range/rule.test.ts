import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { namespaceWithoutLimitRange } from './rule.ts'

describe('namespace-without-limit-range', () => {
  it.each([
    { type: 'Container', sure: false },
    { type: 'Pod', sure: true },
  ])('beside a LimitRange for type $type that names no namespace: sure $sure', ({ type, sure }) => {
    const manifest = `
{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }
---
{ apiVersion: v1, kind: LimitRange, metadata: { name: r }, spec: { limits: [{ type: ${type} }] } }
`
    const [message] = messagesOf(chargesUnder('1.37', namespaceWithoutLimitRange, manifest))
    expect(message?.startsWith('? ')).toBe(!sure)
  })
})
