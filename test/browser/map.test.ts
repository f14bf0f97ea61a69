import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mapHtml } from '../../src/report/map/html.ts'
import { mapSvg } from '../../src/report/map/svg.ts'
import { verdictOf as verdictOfFolder } from '../corpus/estate.ts'
import { HOSTILE_NAMES, mapFor, mapOfObjects, named } from '../report/maps.ts'
import { chromiumFor, startChromium } from './chromium.ts'
import { doubleText, overflowOf, violationsOf, withPage } from './pages.ts'

const program = chromiumFor('The maps')

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 320].map((width) => ({ colorScheme, width })),
)
const harbour = mapFor(verdictOfFolder(resolve(import.meta.dirname, '../../examples/harbour')))
const hostile = mapOfObjects(HOSTILE_NAMES.flatMap(named), HOSTILE_NAMES)

describe.skipIf(program === undefined)('a map in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-maps-'))
  let browser: Browser

  beforeAll(async () => {
    browser = await startChromium(program ?? '')
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  const address = (name: string, text: string): string => {
    const file = join(folder, name)
    writeFileSync(file, text)
    return pathToFileURL(file).href
  }
  const window = (width: number) => ({ viewport: { width, height: 900 } })

  describe.each(LOOKS)('in $colorScheme, $width pixels wide', ({ colorScheme, width }) => {
    it.each([
      { name: 'the demonstration estate', map: harbour },
      { name: 'a hostile estate', map: hostile },
    ])('keeps nobody out and asks nobody for anything: $name', async ({ map }) => {
      const url = address('map.html', mapHtml(map))
      await withPage(browser, url, { ...window(width), colorScheme }, async (opened) => {
        expect(await violationsOf(opened.page)).toEqual([])
        expect(await overflowOf(opened.page)).toBeLessThanOrEqual(0)
        expect(opened.requests).toEqual([url])
        expect(opened.complaints).toEqual([])
      })
    })
  })

  it('can be read when all text is twice as large', async () => {
    const url = address('map.html', mapHtml(harbour))
    await withPage(browser, url, window(320), async ({ page }) => {
      await doubleText(page)
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    })
  })

  it.each([
    { name: 'the demonstration estate', map: harbour },
    { name: 'a hostile estate', map: hostile },
  ])('is read as a drawing that stands alone: $name', async ({ map }) => {
    const url = address('map.svg', mapSvg(map))
    await withPage(browser, url, window(1440), async ({ page, requests, complaints }) => {
      expect(await page.evaluate('document.querySelectorAll("parsererror").length')).toBe(0)
      expect(await page.evaluate('document.querySelectorAll(".card").length')).toBeGreaterThan(20)
      expect(requests).toEqual([url])
      expect(complaints).toEqual([])
    })
  })

  it('keeps every text within its card', async () => {
    const url = address('map.html', mapHtml(harbour))
    await withPage(browser, url, window(1600), async ({ page }) => {
      expect(await page.evaluate(SPILLED)).toEqual([])
    })
  })
})

// Texts that reach beyond the ground of their card, in whatever fonts this machine has.
const SPILLED = `[...document.querySelectorAll('.map .card')].flatMap((card) => {
  const { right } = card.querySelector('.ground').getBoundingClientRect()
  return [...card.querySelectorAll('text')]
    .filter((text) => text.getBoundingClientRect().right > right + 1)
    .map((text) => text.textContent)
})`
