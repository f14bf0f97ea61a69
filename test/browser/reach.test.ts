import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reachOf } from '../../src/analysis/reach/reach-of.ts'
import { pictureOf } from '../../src/app/reach/picture.ts'
import { reachMapSvg } from '../../src/report/reach/picture/map-svg.ts'
import { matrixSvg } from '../../src/report/reach/picture/matrix-svg.ts'
import { estateOf } from '../corpus/estate.ts'
import { chromiumFor, startChromium } from './chromium.ts'
import { withPage } from './pages.ts'

const program = chromiumFor('The pictures of reach')

const reach = reachOf(estateOf(resolve(import.meta.dirname, '../../examples/harbour')).scene)
const picture = pictureOf(reach, {
  pairs: reach.pairs(),
  port: undefined,
  caption: { targets: ['examples/harbour'], policies: 6, faults: 0 },
})

describe.skipIf(program === undefined)('a picture of reach in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-reach-'))
  let browser: Browser

  beforeAll(async () => {
    browser = await startChromium(program ?? '')
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  it.each([
    { name: 'map', write: reachMapSvg, parts: '.island', least: 9 },
    { name: 'matrix', write: matrixSvg, parts: '.cell', least: 600 },
  ])(
    'stands alone and keeps its text on the sheet: $name',
    async ({ name, write, parts, least }) => {
      let text = ''
      write(picture, (more) => {
        text += more
      })
      const file = join(folder, `${name}.svg`)
      writeFileSync(file, text)
      const url = pathToFileURL(file).href
      const viewport = { width: 1440, height: 900 }
      await withPage(browser, url, { viewport }, async ({ page, requests, complaints }) => {
        expect(await page.evaluate('document.querySelectorAll("parsererror").length')).toBe(0)
        const count = `document.querySelectorAll(${JSON.stringify(parts)}).length`
        expect(await page.evaluate(count)).toBeGreaterThanOrEqual(least)
        expect(await page.evaluate(SPILLED)).toEqual([])
        expect(requests).toEqual([url])
        expect(complaints).toEqual([])
      })
    },
  )
})

// Texts that reach beyond the sheet, and those of an island beyond its shore, in whatever fonts this machine has.
const SPILLED = `[...document.querySelectorAll('text')].flatMap((text) => {
  const own = text.closest('g')?.querySelector('.island')
  const ground = (own ?? document.querySelector('.sheet')).getBoundingClientRect()
  const box = text.getBoundingClientRect()
  const isWithin = box.left >= ground.left - 1 && box.right <= ground.right + 1 && box.bottom <= ground.bottom + 1
  return isWithin ? [] : [text.textContent]
})`
