import { describe, expect, it } from 'vitest'
import {
  EVIL,
  runOf,
  SHOP,
  UNREAD,
  verdictOf,
  withWaived,
  written,
} from '../../../test/report/verdicts.ts'
import { openReports, policyReport } from './openreports.ts'

const shop = withWaived(verdictOf({ texts: SHOP, ...UNREAD }), 'limit-example')

describe.each([
  { format: openReports, kinds: ['ClusterReport', 'Report'] },
  { format: policyReport, kinds: ['ClusterPolicyReport', 'PolicyReport'] },
])('$format.name', ({ format, kinds }) => {
  it('is a report of the cluster and one for each namespace', () => {
    const items = itemsOf(written(format, shop))
    expect(items.map(({ kind }) => kind)).toEqual(kinds)
    expect(items[1]?.metadata.namespace).toBe('shop')
  })

  it('counts passes too; what is waived is skipped and what cannot be told is a warning', () => {
    const [cluster, namespace] = itemsOf(written(format, shop))
    expect(cluster?.summary).toEqual({ pass: 0, fail: 1, warn: 0, error: 8, skip: 0 })
    // Three rules about three pods: five are passed, the cart fails at all.
    expect(namespace?.summary).toEqual({ pass: 5, fail: 3, warn: 1, error: 0, skip: 1 })
  })

  it('lists the worst only, and says how many it left out', () => {
    const texts = { 'many.yaml': `${SHOP['deploy/cart.yaml'] ?? ''}---\n`.repeat(500) }
    const text = written(format, verdictOf({ texts }))
    const [cluster, namespace] = itemsOf(text)
    expect(Buffer.byteLength(text)).toBeLessThan(450_000)
    expect(namespace?.results[0]?.severity).toBe('critical')
    const left = Number(namespace?.metadata.annotations?.['portolan/left-out'])
    expect(left + (namespace?.results.length ?? 0)).toBe(2000)
    expect(namespace?.summary.fail).toBe(2000)
    expect(cluster?.summary.fail).toBe(500)
  })

  it('keeps names that no API server takes out of its own', () => {
    const items = itemsOf(written(format, verdictOf(EVIL)))
    expect(items.map(({ metadata }) => metadata.namespace)).toEqual([undefined])
  })

  it('has a name for each thing that was scanned', () => {
    const nameOf = (targets: readonly string[]): unknown =>
      itemsOf(written(format, shop, runOf({ targets })))[0]?.metadata.name
    expect(nameOf(['.'])).toBe('portolan')
    expect(nameOf(['deploy'])).toMatch(/^portolan-[\da-f]{8}$/)
    expect(nameOf(['deploy'])).not.toBe(nameOf(['other']))
  })
})

interface Item {
  readonly kind: string
  readonly metadata: {
    readonly name: string
    readonly namespace?: string
    readonly annotations?: Readonly<Record<string, string>>
  }
  readonly summary: Readonly<Record<string, number>>
  readonly results: readonly { readonly severity: string }[]
}

function itemsOf(text: string): readonly Item[] {
  const { items }: { readonly items: readonly Item[] } = JSON.parse(text)
  return items
}
