import { describe, expect, it } from 'vitest'
import {
  EVIL,
  PAGES,
  runOf,
  SHOP,
  UNREAD,
  verdictOf,
  withWaived,
  written,
} from '../../../test/report/verdicts.ts'
import { PERSONAE } from '../../model/itinerary.ts'
import type { Run } from '../report.ts'
import { html } from './html.ts'

const shop = verdictOf({ texts: SHOP, ...UNREAD })

describe('the HTML report', () => {
  it.each([
    '<title>Urgent: deploy · Portolan</title>',
    '<h1>deploy</h1>',
    '<p>1 critical, 2 high, 1 medium, 1 low open · 1 cannot tell</p>',
    'Gate failed: 3 at or above high -&gt; exit 1',
    '<p>3 actions close 3 of the 3 critical and high findings.</p>',
    '<dt>developer</dt>',
    '<a href="#of-workloads"><span class="number">4</span> Workloads</a>',
    '<b>2</b> of 3</p>',
    '<code>portolan fix root-example deploy</code>',
    '<a href="#r-root-example">closes 2 findings</a>',
    '<code>deploy/cart.yaml:18:13</code><p>Container "cart" is privileged.',
    'data-t=cannot-tell',
    '<code>deploy/broken.yaml:12:7</code>',
    '<b>Replace it with spaces.</b>',
    '<td>4</td><td>3</td><td>1 not valid YAML</td>',
    'None: every finding counts.',
    '<dd>Portolan 0.1.0</dd>',
    '<time>2026-11-24</time>',
  ])('tells %s', (piece) => {
    expect(page()).toContain(piece)
  })

  it('explains every rule once, in eight parts, and says so where a rule has no page', () => {
    const text = page()
    const parts = text.match(/<dt>(?:W|H|A|R)[a-z ]+<\/dt>/g) ?? []
    const rules = text.match(/<dl class="parts">/g) ?? []
    expect(rules).toHaveLength(4)
    // The rule without a page has its owner and references alone.
    expect(parts.filter((part) => !/Rules/.test(part)).length).toBe(3 * 8 + 2)
    expect(text.match(/How root-example is used\./g)).toHaveLength(1)
  })

  it('tells who lifts what until when, and leads to it', () => {
    const waiver = {
      id: 'W-1',
      owner: '@org/shop',
      reason: 'profile planned',
      expires: '2027-01-31',
      source: 'file',
    } as const
    const lifted = withWaived(shop, 'limit-example')
    const findings = lifted.findings.map((finding) =>
      finding.state === 'waived' ? { ...finding, waiver } : finding,
    )
    const text = written(html, { ...lifted, findings }, runOf({ pages: PAGES }))
    expect(text).toContain('waived until 2027-01-31, @org/shop: profile planned')
    expect(text).toContain('until <time>2027-01-31</time> · by @org/shop · file W-1 · <a href="#f')
    expect(text).toContain('<option value="waived">waived</option>')
  })

  it('marks what is new since the baseline', () => {
    const comparison = {
      file: 'base.json',
      newOnly: true,
      isNew: ({ id }: { readonly id: string }) => id === shop.findings[0]?.id,
      counts: { new: 1, same: 5, gone: 2, cannotCompare: 0 },
    }
    const text = page({ comparison })
    expect(text).toContain('<p>Since base.json: 1 new, 2 gone, 5 unchanged</p>')
    expect(text.match(/class=new/g)).toHaveLength(1)
  })

  it('names the owner of a finding where somebody said so', () => {
    expect(page({ ownerOf: () => '@org/shop' })).toContain('<span class=muted>@org/shop</span>')
  })

  it.each(PERSONAE)('tells the %s every finding', (persona) => {
    const text = page({ persona })
    for (const { id } of shop.findings) expect(text.split(` id=f${id}`)).toHaveLength(2)
  })

  it('speaks to each persona in its own order and words', () => {
    expect(page({ persona: 'boss' })).toContain('To the boss, root-example is money.')
    expect(page({ persona: 'developer' })).toContain('<h3><code>deploy/cart.yaml</code></h3>')
    expect(page({ persona: 'developer' })).toContain('The rules, explained')
    expect(page({ persona: 'architect' })).toContain('Of the architect</h3>')
    expect(page({ persona: 'analyst' })).toMatch(/ · Deployment shop\/cart · spec\./)
  })

  it('lets no name of the estate become markup', () => {
    const text = written(html, verdictOf(EVIL), runOf({ pages: PAGES }))
    expect(text).not.toContain('<script>alert')
    expect(text.match(/<script>/g)).toHaveLength(1)
    expect(text).toContain('&lt;script&gt;alert(1)')
  })

  it('says how many it leaves out', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata: { name: one }
spec: { containers: [{ name: one }] }
`
    const many = verdictOf({ texts: { 'many.yaml': `${pod}---\n`.repeat(5001) } })
    const text = written(html, many, runOf({ pages: PAGES }))
    expect(text).toContain('10000 findings, the worst first. 2 more findings, the least bad, left')
    expect(text.match(/<li id=f/g)).toHaveLength(10_000)
  })
})

describe('a page of five thousand findings', () => {
  it.each([
    { persona: undefined, most: 1_500_000 },
    { persona: 'boss', most: 1_500_000 },
    { persona: 'architect', most: 1_500_000 },
    { persona: 'developer', most: 1_500_000 },
    // The evidence of every finding is asked for, and has its size.
    { persona: 'analyst', most: 2_000_000 },
    { persona: 'user', most: 1_500_000 },
  ] as const)('stays below $most bytes for $persona', ({ persona, most }) => {
    const texts = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [
        `deploy/services/some-team/service-${index}/deployment.yaml`,
        SHOP['deploy/cart.yaml'] ?? '',
      ]),
    )
    const many = verdictOf({ texts })
    expect(many.findings).toHaveLength(5000)
    const size = Buffer.byteLength(written(html, many, runOf({ pages: PAGES, persona })))
    expect(size).toBeLessThan(most)
  })
})

function page(changes: Partial<Run> = {}): string {
  return written(html, shop, runOf({ pages: PAGES, ...changes }))
}
