import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../src/cli/host.testing.ts'
import { PERSONAE } from '../../src/model/itinerary.ts'
import { chromiumFor, startChromium } from './chromium.ts'
import { doubleText, overflowOf, violationsOf, withPage } from './pages.ts'

const program = chromiumFor('The posters')

const ROOT = resolve(import.meta.dirname, '../..')
// Letter is narrower than A4, so its lines break elsewhere.
const PAPERS = ['A4', 'A3', 'Letter'] as const
const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 320].map((width) => ({ colorScheme, width })),
)
const POSTERS = PERSONAE.flatMap((persona) => [
  { persona, about: 'no estate', targets: [] },
  { persona, about: 'an estate', targets: ['examples/harbour'] },
])
// What could not be read, under a name as hostile as a file may have.
const HOSTILE = [`${'n'.repeat(200)}"><script>alert(1)</script>\u202E`, 'examples/harbour']

describe.skipIf(program === undefined)('a poster in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-posters-'))
  let browser: Browser

  beforeAll(async () => {
    browser = await startChromium(program ?? '')
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  const address = async (persona: string, targets: readonly string[]): Promise<string> => {
    const words = ['poster', '--persona', persona, ...targets]
    const { stdout } = await run(words, { workingFolder: ROOT })
    const file = join(folder, 'poster.html')
    writeFileSync(file, stdout)
    return pathToFileURL(file).href
  }
  const window = (width: number) => ({ viewport: { width, height: 900 } })

  it.each(POSTERS)('is one sheet of any paper for the $persona, about $about', async (poster) => {
    const url = await address(poster.persona, poster.targets)
    await withPage(browser, url, window(1280), async ({ page }) => {
      for (const format of PAPERS) {
        const pdf = await page.pdf({ format, landscape: true })
        expect([format, pagesOf(pdf)]).toEqual([format, 1])
      }
    })
  })

  it('is one sheet when the estate could not be read whole', async () => {
    const url = await address('boss', HOSTILE)
    await withPage(browser, url, window(1280), async ({ page, complaints }) => {
      expect(pagesOf(await page.pdf({ format: 'A4', landscape: true }))).toBe(1)
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
    })
  })

  describe.each(LOOKS)('in $colorScheme, $width pixels wide', ({ colorScheme, width }) => {
    it.each(PERSONAE)('keeps nobody out and asks nobody for anything: %s', async (persona) => {
      const url = await address(persona, ['examples/harbour'])
      await withPage(browser, url, { ...window(width), colorScheme }, async (opened) => {
        expect(await violationsOf(opened.page)).toEqual([])
        expect(await overflowOf(opened.page)).toBeLessThanOrEqual(0)
        expect(opened.requests).toEqual([url])
        expect(opened.complaints).toEqual([])
      })
    })

    it('can be read when all text is twice as large', async () => {
      const url = await address('analyst', [])
      await withPage(browser, url, { ...window(width), colorScheme }, async ({ page }) => {
        await doubleText(page)
        expect(await violationsOf(page)).toEqual([])
        expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      })
    })
  })

  it('prints in light colours from a dark screen', async () => {
    const url = await address('user', [])
    const options = { ...window(1280), colorScheme: 'dark' } as const
    await withPage(browser, url, options, async ({ page }) => {
      await page.emulateMedia({ media: 'print' })
      expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(20, 34, 46)')
    })
  })
})

// The root of a document's pages counts them: ISO 32000-1, 7.7.3.2.
function pagesOf(pdf: Buffer): number {
  const counts = [...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)]
  return Math.max(...counts.map((match) => Number(match[1])))
}
