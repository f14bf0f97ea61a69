import { anything, assert, constantFrom, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectors from './quantity-vectors.data.json' with { type: 'json' }
import { parseQuantity } from './quantity.ts'

describe('parseQuantity', () => {
  // Made with resource.ParseQuantity of k8s.io/apimachinery 0.37.2; `nano` is null for what it refuses.
  it.each(vectors)('reads "$text" as Kubernetes does', ({ text, nano }) => {
    expect(parseQuantity(text)?.toString() ?? null).toBe(nano)
  })

  it.each([
    { name: 'a whole number', value: 2, nano: 2_000_000_000n },
    { name: 'a fraction', value: 0.5, nano: 500_000_000n },
    { name: 'a number in exponent form', value: 1e21, nano: 10n ** 30n },
    {
      name: 'a number of 64 bits',
      value: 9_007_199_254_740_993n,
      nano: 9_007_199_254_740_993n * 10n ** 9n,
    },
    {
      name: 'spaces around, which JSON may carry',
      value: ' 128Mi ',
      nano: 134_217_728n * 10n ** 9n,
    },
    { name: 'an exponent past all machines', value: '1e500', nano: 10n ** 109n },
  ])('takes $name', ({ value, nano }) => {
    expect(parseQuantity(value)).toBe(nano)
  })

  it.each([
    { name: 'a boolean', value: true },
    { name: 'a mapping', value: { memory: '1Gi' } },
    { name: 'nothing', value: undefined },
    { name: 'no number', value: Number.NaN },
    { name: 'an endless text', value: '1'.repeat(1_000_000) },
    { name: 'a placeholder', value: '${MEMORY}' },
  ])('refuses $name', ({ value }) => {
    expect(parseQuantity(value)).toBeUndefined()
  })

  it('keeps the order of whole amounts with any suffix, and throws at nothing', () => {
    const suffix = constantFrom('n', 'u', 'm', '', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'e2')
    assert(
      property(nat(), nat(), suffix, (a, b, unit) => {
        const [first = 0n, second = 0n] = [a, b].map((amount) => parseQuantity(`${amount}${unit}`))
        expect(Math.sign(Number(first - second))).toBe(Math.sign(a - b))
      }),
    )
    assert(property(anything(), (value) => void parseQuantity(value)))
  })
})
