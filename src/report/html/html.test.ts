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
    '<li>1 of 4 files: 1 not valid YAML.</li>',
    'None: every finding counts.',
    '<dd>Portolan 0.1.0</dd>',
    '<time>2026-11-24</time>',
  ])('tells %s', (piece) => {
    expect(page()).toContain(piece)
  })

  it('explains every rule once, in eight parts, and says so where a rule has no page', () => {
    const text = page()
    const parts = text.match(/<dt>(?:W|H|A|R)[a-z ]+<dd>/g) ?? []
    const rules = text.match(/<dl class=parts>/g) ?? []
    expect(rules).toHaveLength(4)
    // The rule without a page has its owner and references alone.
    expect(parts.filter((part) => !/Rules/.test(part)).length).toBe(3 * 8 + 2)
    expect(text.match(/How root-example is used\./g)).toHaveLength(1)
  })

  it('names in an explanation who answers for it here, also where the estate took a duty over', () => {
    const findings = shop.findings.map((finding) => ({ ...finding, duty: 'architect' as const }))
    const text = written(html, { ...shop, findings }, runOf({ pages: PAGES }))
    expect(text).toContain(
      "the <b>architect</b>, as in a self-managed cluster. Usually it is the developer's: this estate took it over.",
    )
    expect(page()).not.toContain('took it over')
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

  it('tells of waivers that lift nothing, and why', () => {
    const use = (id: string, standing: 'in force' | 'expired' | 'locked', covers: number) => ({
      waiver: {
        id,
        source: 'file' as const,
        at: 'waivers.yaml:1:3',
        owner: '@org/shop',
        expires: '2026-11-01',
        rule: { id: 'root-example' },
      },
      standing,
      covers,
      lifts: 0,
    })
    const waivers = [
      use('W-1', 'expired', 2),
      use('W-2', 'in force', 0),
      use('W-3', 'locked', 1),
      { ...use('W-4', 'in force', 1), lifts: 1 },
    ]
    const faults = [
      { code: 'WAIVER_SOURCE' as const, at: 'a.yaml:3:1', message: 'No end.', remedy: 'End it.' },
    ]
    const text = written(html, { ...shop, waivers, faults }, runOf({ pages: PAGES }))
    const [, idle = ''] = text.split('<h3>Waivers that lift nothing</h3>')
    expect(idle).toContain('W-1 of root-example (@org/shop) ended on 2026-11-01: 2 findings open.')
    expect(idle).toContain('W-2 of root-example (@org/shop) speaks of nothing that was found.')
    expect(idle).toContain('W-3 of root-example (@org/shop) lifts nothing as the rule is locked')
    expect(idle).toContain('<code>a.yaml:3:1</code><p>No end. <b>End it.</b>')
    expect(idle).not.toContain('W-4')
    expect(page()).not.toContain('lift nothing')
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
    expect(page({ persona: 'analyst' })).toMatch(
      /<code>spec\.[^<]+<\/code> <small>Deployment shop\/cart · [\da-f]{16}/,
    )
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

describe('the findings of a rule', () => {
  const pods = ['one', 'two', 'three', 'four', 'five'].map(
    (name) => `apiVersion: v1
kind: Pod
metadata: { name: ${name} }
spec: { containers: [{ name: ${name} }] }
`,
  )
  const alike = verdictOf({ texts: { 'pods.yaml': pods.join('---\n') } })

  it('are told in the same words once, each with its name', () => {
    const text = written(html, alike, runOf({ pages: PAGES }))
    const words = 'Container … may run as root: nothing forbids it.'
    expect(text.split(words)).toHaveLength(2)
    expect(text).toContain('<p>three\n')
    expect(text).not.toContain('Container "three" may run as root')
  })

  it('are told with their field and object to the analyst', () => {
    const text = written(html, alike, runOf({ pages: PAGES, persona: 'analyst' }))
    const path = 'spec.containers[0].securityContext.runAsNonRoot'
    expect(text.split(`nothing forbids it.</bdi> <code>${path}</code></p>`)).toHaveLength(2)
    expect(text).toMatch(/<p>three <small>Pod default\/three · [\da-f]{16}<\/small>/)
  })
})

describe('the references', () => {
  it('are told once where several rules share them, with numbers that lead to them', () => {
    const text = page()
    const shared = 'https://kubernetes.io/docs/concepts/security/pod-security-standards/'
    const [, list = ''] = text.split('<ol class="sources">')
    for (const [, number] of text.matchAll(/<a href=#w(\d+)>/g)) {
      expect(list).toContain(`<li id=w${number}>`)
    }
    expect(text.match(/<a href=#w1>1<\/a>/g)?.length).toBeGreaterThan(1)
    expect(text.split(`href="${shared}"`).length).toBeLessThanOrEqual(2)
  })
})

function page(changes: Partial<Run> = {}): string {
  return written(html, shop, runOf({ pages: PAGES, ...changes }))
}
