import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isolated, text } from './escape.ts'
import { closePage, openPage } from './page.ts'

const PARTS = {
  title: 'A <b>title</b>',
  skipTo: { id: 'main', name: 'the report' },
  style: 'p{margin:0}',
  script: 'void 0',
}

describe('a page', () => {
  it('allows its own style and script by their sums, and nothing else', () => {
    const page = openPage(PARTS) + closePage(PARTS)
    const inside = (name: string): string =>
      new RegExp(`<${name}>([^]*)</${name}>`).exec(page)?.[1] ?? ''
    const sum = (source: string): string => createHash('sha256').update(source).digest('base64')
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${sum(inside('style'))}'; ` +
        `script-src 'sha256-${sum('void 0')}'; base-uri 'none'; form-action 'none'"`,
    )
    expect(inside('script')).toBe('void 0')
  })

  it('allows no script where it has none', () => {
    const { title, skipTo, style } = PARTS
    expect(openPage({ title, skipTo, style })).toContain("script-src 'none'")
    expect(closePage({})).not.toContain('script')
  })

  it('escapes its title', () => {
    expect(openPage(PARTS)).toContain('<title>A &lt;b&gt;title&lt;/b&gt;</title>')
  })
})

describe('text', () => {
  it.each([
    { value: 'plain', is: 'plain' },
    { value: `<a b="c" d='e'>&`, is: '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;' },
    { value: 'a\nb\u202Ec', is: String.raw`a\nb\u202ec` },
  ])('writes $value as text', ({ value, is }) => {
    expect(text(value)).toBe(is)
  })

  it('clips what nobody would read', () => {
    expect(text('n'.repeat(5000))).toHaveLength(1000)
  })
})

describe('isolated', () => {
  it('lets letters from right to left reorder nothing around them', () => {
    expect(isolated('cart')).toBe('cart')
    expect(isolated('שלום')).toBe('<bdi>שלום</bdi>')
  })
})
