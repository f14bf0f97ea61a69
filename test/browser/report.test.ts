import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PERSONAE } from '../../src/model/itinerary.ts'
import { html } from '../../src/report/html/html.ts'
import type { ReportFormat, Run } from '../../src/report/report.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import {
  EVIL,
  PAGES,
  runOf,
  SHOP,
  UNREAD,
  verdictOf,
  withWaived,
  written,
} from '../report/verdicts.ts'
import { chromiumFor, startChromium } from './chromium.ts'
import { doubleText, overflowOf, violationsOf, withPage } from './pages.ts'

const program = chromiumFor('The pages')

const WIDTHS = [1280, 320] as const
const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  WIDTHS.map((width) => ({ colorScheme, width })),
)
const POD = SHOP['deploy/cart.yaml'] ?? ''

// axe is a script itself: where the browser runs none, it does not either. So the page has to lose its own.
const scriptless: ReportFormat = {
  ...html,
  write(verdict, run, style, out) {
    out(written(html, verdict, run, style).replace(/<script>[^]*<\/script>/, ''))
  },
}

describe.skipIf(program === undefined)('the HTML report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-browser-'))
  let browser: Browser

  beforeAll(async () => {
    browser = await startChromium(program ?? '')
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  const shop = withWaived(verdictOf({ texts: SHOP, ...UNREAD }), 'limit-example')
  const address = (
    name: string,
    verdict: Verdict,
    changes: Partial<Run> = {},
    format = html,
  ): string => {
    const file = join(folder, `${name}.html`)
    writeFileSync(file, written(format, verdict, runOf({ pages: PAGES, ...changes })))
    return pathToFileURL(file).href
  }
  const window = (width: number) => ({ viewport: { width, height: 900 } })

  describe.each(LOOKS)('in $colorScheme, $width pixels wide', ({ colorScheme, width }) => {
    const options = { colorScheme, ...window(width) }

    it.each([
      { name: 'with script', write: html },
      { name: 'without script', write: scriptless },
    ])('keeps nobody out and asks nobody for anything, $name', async ({ name, write }) => {
      const url = address(name, shop, {}, write)
      await withPage(browser, url, options, async (opened) => {
        expect(await overflowOf(opened.page)).toBeLessThanOrEqual(0)
        expect(await violationsOf(opened.page)).toEqual([])
        expect(await overflowOf(opened.page)).toBeLessThanOrEqual(0)
        expect(opened.requests).toEqual([url])
        expect(opened.complaints).toEqual([])
      })
    })

    it('can be read when all text is twice as large', async () => {
      await withPage(browser, address('shop', shop), options, async ({ page }) => {
        await doubleText(page)
        expect(await violationsOf(page)).toEqual([])
        expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      })
    })

    it('holds a hostile estate', async () => {
      const url = address('evil', verdictOf(EVIL))
      await withPage(browser, url, options, async ({ page, requests, complaints }) => {
        expect(await violationsOf(page)).toEqual([])
        expect(await overflowOf(page)).toBeLessThanOrEqual(0)
        expect(requests).toEqual([url])
        expect(complaints).toEqual([])
      })
    })
  })

  it.each(PERSONAE)('keeps nobody out who reads as %s', async (persona) => {
    await withPage(browser, address(persona, shop, { persona }), window(1280), async ({ page }) => {
      expect(await violationsOf(page)).toEqual([])
    })
  })

  it('keeps nobody out who has colours of his own', async () => {
    const options = { ...window(1280), forcedColors: 'active' } as const
    await withPage(browser, address('shop', shop), options, async ({ page }) => {
      expect(await violationsOf(page)).toEqual([])
    })
  })

  it('moves nothing for who wants nothing moved', async () => {
    const options = { ...window(1280), reducedMotion: 'reduce' } as const
    await withPage(browser, address('shop', shop), options, async ({ page }) => {
      const behaviour = 'getComputedStyle(document.documentElement).scrollBehavior'
      expect(await page.evaluate(behaviour)).toBe('auto')
    })
  })

  it('lets the keyboard pass the links at the top, and shows where it is', async () => {
    await withPage(browser, address('shop', shop), window(1280), async ({ page }) => {
      await page.keyboard.press('Tab')
      const focused = page.locator(':focus')
      expect(await focused.textContent()).toBe('Skip to the report')
      await expect.poll(async () => (await focused.boundingBox())?.y ?? -1).toBeGreaterThan(0)
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineWidth')).toBe(
        '3px',
      )
      await page.keyboard.press('Enter')
      expect(page.url()).toMatch(/#main$/)
    })
  })

  it('shows all and offers no filters where no script may run', async () => {
    const options = { ...window(1280), javaScriptEnabled: false }
    await withPage(browser, address('shop', shop), options, async ({ page }) => {
      expect(await page.locator('#filters').isVisible()).toBe(false)
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      expect(await page.locator('.group li[id]:visible').count()).toBe(shop.findings.length)
    })
  })

  it.each([undefined, 'developer'] as const)('filters what is listed for %s', async (persona) => {
    const url = address(`filters-${persona}`, shop, { persona })
    await withPage(browser, url, window(1280), async ({ page }) => {
      const all = shop.findings.length
      const count = page.getByRole('status')
      expect(await count.textContent()).toBe(`${all} of ${all} findings shown`)
      await page.getByRole('combobox', { name: 'Severity' }).selectOption('critical')
      expect(await count.textContent()).toBe(`2 of ${all} findings shown`)
      await page.getByRole('combobox', { name: 'State' }).selectOption('open')
      expect(await count.textContent()).toBe(`1 of ${all} findings shown`)
      expect(await page.locator('.chapter li[id]:visible').count()).toBe(1)
      await page.getByRole('button', { name: 'Show all' }).click()
      await page.getByRole('searchbox').fill('GUESS')
      await expect.poll(() => count.textContent()).toBe(`1 of ${all} findings shown`)
      await page.getByRole('searchbox').fill('')
      await page.getByRole('combobox', { name: 'Whose move' }).selectOption('architect')
      expect(await count.textContent()).toBe(`1 of ${all} findings shown`)
      await page.getByRole('combobox', { name: 'Stop' }).selectOption('workloads')
      expect(await count.textContent()).toBe(`1 of ${all} findings shown`)
      expect(await violationsOf(page)).toEqual([])
    })
  })

  it.each([undefined, 'analyst', 'developer'] as const)(
    'keeps nobody out of long lists, and finds what rows share, for %s',
    async (persona) => {
      const many = verdictOf({ texts: { 'many.yaml': `${POD}---\n`.repeat(20) } })
      const url = address(`long-${persona}`, many, { persona })
      await withPage(browser, url, window(320), async ({ page }) => {
        expect(await violationsOf(page)).toEqual([])
        expect(await overflowOf(page)).toBeLessThanOrEqual(0)
        const all = many.findings.length
        const sought = many.findings.filter(({ message }) => message.includes('may run as root'))
        await page.getByRole('searchbox').fill('may run as root')
        const count = page.getByRole('status')
        await expect
          .poll(() => count.textContent())
          .toBe(`${sought.length} of ${all} findings shown`)
        expect(await page.locator('.chapter li[id]:visible').count()).toBe(sought.length)
        const others = page.locator('.some:visible', { hasNotText: 'may run as root' })
        expect(await others.count()).toBe(0)
      })
    },
  )

  it('prints every finding in light colours, and no filters', async () => {
    const many = verdictOf({ texts: { 'many.yaml': `${POD}---\n`.repeat(20) } })
    const options = { ...window(700), colorScheme: 'dark' } as const
    await withPage(browser, address('print', many), options, async ({ page }) => {
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('#filters').isVisible()).toBe(false)
      expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(20, 34, 46)')
      expect(await page.locator('.more li').last().isVisible()).toBe(true)
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    })
  })

  it('shows five thousand findings', async () => {
    const texts = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`deploy/${index}.yaml`, POD]),
    )
    await withPage(
      browser,
      address('many', verdictOf({ texts })),
      window(1280),
      async ({ page }) => {
        // A picture is not taken before something was painted.
        await page.screenshot()
        const paint: number | undefined = await page.evaluate(
          'performance.getEntriesByType("paint").find(({ name }) => name === "first-paint")?.startTime',
        )
        // Told, never judged: the machine may be busy.
        console.info(`First paint of 5,000 findings after ${Math.round(paint ?? 0)} ms.`)
        expect(await page.locator('.chapter li[id]').count()).toBe(5000)
        await page.getByRole('searchbox').fill('service')
        await expect.poll(() => page.getByRole('status').textContent()).toMatch(/of 5000/)
      },
    )
  })
})
