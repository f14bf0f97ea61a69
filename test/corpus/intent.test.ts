import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { intentOf } from '../../src/analysis/intent/intent.ts'
import { corpus } from './corpora.ts'
import { estateOf } from './estate.ts'

const folder = corpus('boutique')

// The shop's own documentation, its section on the architecture and its list of services.
const DOCUMENTED = {
  frontend: [
    'adservice',
    'cartservice',
    'checkoutservice',
    'currencyservice',
    'productcatalogservice',
    'recommendationservice',
    'shippingservice',
  ],
  checkoutservice: [
    'cartservice',
    'currencyservice',
    'emailservice',
    'paymentservice',
    'productcatalogservice',
    'shippingservice',
  ],
  recommendationservice: ['productcatalogservice'],
  cartservice: ['redis-cart'],
  loadgenerator: ['frontend'],
}

describe.skipIf(folder === undefined)('the intent of the boutique', () => {
  it('is its documented call graph', () => {
    const { scene } = estateOf(join(folder ?? '', 'kubernetes-manifests'))
    const calls = new Map<string, Set<string>>()
    for (const { from, to } of intentOf(scene)) {
      if (from.kind !== 'pods' || to.kind !== 'pods') continue
      const { name } = from.pod.owner
      calls.set(name, (calls.get(name) ?? new Set()).add(to.pod.owner.name))
    }
    const graph = [...calls].map(([name, called]) => [name, [...called].toSorted()] as const)
    expect(Object.fromEntries(graph)).toEqual(DOCUMENTED)
  })
})
