import { describe, expect, it } from 'vitest'
import {
  EVIL,
  SHOP,
  UNREAD,
  verdictOf,
  withWaived,
  written,
} from '../../../test/report/verdicts.ts'
import { code, prose } from './escape.ts'
import { markdown } from './markdown.ts'
import { layOut, table } from './sections.ts'

const shop = verdictOf({ texts: SHOP, ...UNREAD })

describe('the Markdown summary', () => {
  it('begins with the mark by which a bot finds it, then tells how bad it is and whose move', () => {
    const lines = written(markdown, shop).split('\n')
    expect(lines.slice(0, 2)).toEqual([
      '<!-- portolan:pr -->',
      '### Portolan · ■ Urgent · gate failed: 3 at or above high -&#62; exit 1',
    ])
    expect(lines).toContain(
      '- Security policies: 2 of 3 workloads ask for more than the baseline level allows',
    )
    expect(lines).toContain(
      '- Network policies: 3 of 3 workloads are not known to be isolated in both directions',
    )
    expect(lines).toContain('- Vulnerable packages: not examined')
    expect(lines).toContain('**Whose move:** developer 4 · architect 1 · provider 0 · partner 0')
  })

  it.each([
    '| ▲ high | Run containers as a user other than root | 2 | developer | small, safe | `deploy/cart.yaml:17:11` | `portolan fix root-example deploy` |',
    '| ■ critical | Container "cart" is privileged. | `deploy/cart.yaml:18:13` | developer | `privileged-example` |',
    '| cannot tell | Container "guess" is privileged. | `deploy/guess.yaml:10:26` | developer | `privileged-example` |',
    '| Workloads | ■ Urgent | 1 | 2 | 1 | 1 | 0 | 1 | 4/5 |',
    '| Cloud | ○ Not examined | - | - | - | - | - | - | 0/5 |',
    '- `deploy/broken.yaml:12:7` A tab stands where YAML wants spaces. Replace it with spaces.',
  ])('has the row %s', (row) => {
    expect(written(markdown, shop).split('\n')).toContain(row)
  })

  it('calls what is waived so', () => {
    expect(written(markdown, withWaived(shop, 'limit-example'))).toContain(
      '| waived | Container "cart" may',
    )
  })

  it('fits into a comment however large the estate is, and counts what it leaves out', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `${index}/é.yaml`,
        SHOP['deploy/cart.yaml'] ?? '',
      ]),
    )
    const page = written(markdown, verdictOf({ texts }))
    expect(Buffer.byteLength(page)).toBeLessThan(64_000)
    expect(page).toMatch(/And \d+ more: `portolan scan -f json` has all\.\n<\/details>\n$/)
    const rows = page.match(/^\| (?:[■▲◆·] \w+) \| Container|^\| · low \| Namespace/gm) ?? []
    const left = Number(/And (\d+) more/.exec(page)?.[1])
    expect(rows.length + left).toBe(2000)
  })

  it('keeps every row of a hostile estate a row', () => {
    const page = written(markdown, verdictOf(EVIL))
    // Code spans are taken out first: nothing in them means anything but backticks, pipes and line ends.
    const outside = page.replaceAll(/`[^`\n|]*`/g, '')
    expect(outside).not.toMatch(/<script|.<\/?details>|@everyone|\]\(|https:|`|\$x\$|\*\*bold/)
    const cells = page
      .split('\n')
      .filter((line) => line.startsWith('| ■ critical'))
      .map((line) => line.split('|').length - 2)
    expect(cells).toEqual([7, 5])
  })
})

describe('prose', () => {
  it.each([
    { text: 'a|b', is: 'a&#124;b' },
    { text: '<b>&amp;', is: '&#60;b&#62;&#38;amp;' },
    { text: '[x](https://y)', is: '&#91;x&#93;(https&#58;//y)' },
    { text: '@org #1 $x$', is: '&#64;org &#35;1 &#36;x&#36;' },
    { text: 'www.evil.example', is: 'www&#46;evil.example' },
    { text: 'root: nothing', is: 'root: nothing' },
    { text: 'a\nb', is: 'a&#92;nb' },
  ])('writes $text as text', ({ text, is }) => {
    expect(prose(text)).toBe(is)
  })
})

describe('code', () => {
  it.each([
    { text: 'deploy/a.yaml:1:2', is: '`deploy/a.yaml:1:2`' },
    { text: 'a`b', is: '<code>a&#96;b</code>' },
    { text: 'a|b', is: '<code>a&#124;b</code>' },
    { text: '', is: '<code></code>' },
  ])('writes $text as code', ({ text, is }) => {
    expect(code(text)).toBe(is)
  })
})

describe('layOut', () => {
  it('never grows beyond its limit, whichever section is the long one', () => {
    const long = table(
      ['a'],
      Array.from({ length: 5000 }, () => ['ééé']),
    )
    for (const sections of [[long], [long, long], [table(['a'], []), long, long]]) {
      expect(Buffer.byteLength(layOut(sections, 20_000))).toBeLessThan(20_000)
    }
  })
})
