import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chargesUnder } from '../../../test/rules/charges.ts'
import { ruleOf } from '../catalogue.ts'

describe('of its bad example', () => {
  // Each name stands once for each complaint about that object, in their order.
  it.each([
    { id: 'no-memory-limit', doubted: ['later', 'later'] },
    { id: 'no-cpu-limit', doubted: ['later'] },
    { id: 'no-memory-request', doubted: ['later', 'later'] },
    { id: 'no-cpu-request', doubted: ['later', 'later'] },
    { id: 'no-ephemeral-storage-limit', doubted: ['later', 'later'] },
    { id: 'image-without-digest', doubted: ['store', 'store', 'store', 'store'] },
    { id: 'stale-image', doubted: ['stale', 'stale'] },
    { id: 'never-pulled-image', doubted: ['loaded'] },
    { id: 'pod-security-unknown-level', doubted: ['later', 'later', 'later'] },
    { id: 'no-liveness-probe', doubted: ['later', 'later'] },
    { id: 'no-readiness-probe', doubted: ['later', 'later'] },
    { id: 'system-priority', doubted: ['later'] },
    { id: 'bare-pod', doubted: ['later', 'sometimes'] },
    { id: 'single-replica', doubted: ['later'] },
    { id: 'no-disruption-budget', doubted: ['store'] },
    { id: 'disruption-budget-blocks-drains', doubted: ['later', 'text'] },
    { id: 'disruption-budget-selects-nothing', doubted: ['elsewhere', 'later', 'orders'] },
    { id: 'pinned-to-node', doubted: ['debug'] },
    { id: 'tolerates-everything', doubted: ['refused'] },
  ])('$id cannot tell about $doubted', ({ id, doubted }) => {
    const rule = ruleOf(id)
    const example = readFileSync(join(import.meta.dirname, id, 'bad.yaml'), 'utf8')
    const charges = rule === undefined ? [] : chargesUnder('1.37', rule, example)
    const names = charges.filter(({ complaint }) => !complaint.sure).map((c) => c.resource.name)
    expect(names).toEqual(doubted)
  })
})
