import { describe, expect, it } from 'vitest'
import { hasLabels, selects } from './selector.ts'

const labels = { app: 'web', tier: 'front' }

describe('selects', () => {
  it.each([
    { name: 'everything when it is empty', selector: {}, is: true },
    { name: 'nothing when it is absent', selector: undefined, is: false },
    { name: 'by pairs', selector: { matchLabels: { app: 'web' } }, is: true },
    {
      name: 'by all of its pairs',
      selector: { matchLabels: { app: 'web', tier: 'back' } },
      is: false,
    },
    { name: 'by In', selector: expression('app', 'In', ['web', 'api']), is: true },
    { name: 'not by In of an absent label', selector: expression('zone', 'In', ['a']), is: false },
    {
      name: 'by NotIn, also of an absent label',
      selector: expression('zone', 'NotIn', ['a']),
      is: true,
    },
    { name: 'by Exists', selector: expression('tier', 'Exists'), is: true },
    { name: 'by DoesNotExist', selector: expression('tier', 'DoesNotExist'), is: false },
    {
      name: 'nothing by an unknown operator',
      selector: expression('app', 'Like', ['w']),
      is: false,
    },
  ])('$name', ({ selector, is }) => {
    expect(selects(selector, labels)).toBe(is)
  })
})

describe('hasLabels', () => {
  it('is the plain selector of a Service', () => {
    expect(hasLabels({ app: 'web' }, labels)).toBe(true)
    expect(hasLabels({ app: 'api' }, labels)).toBe(false)
    expect(hasLabels(undefined, labels)).toBe(false)
  })
})

function expression(key: string, operator: string, values?: readonly string[]): unknown {
  return { matchExpressions: [{ key, operator, ...(values && { values }) }] }
}
