import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { findChromium, startChromium } from '../test/browser/chromium.ts'

// `npm run screenshots`: the HTML report, the map and posters of the demonstration estate, as docs/screenshots shows them.

const FOLDER = 'docs/screenshots'
const ESTATE = 'examples/harbour'
const MOST_BYTES = 300_000

interface Shot {
  readonly name: string
  readonly look: BrowserContextOptions
  readonly media: 'screen' | 'print'
}

// A sheet of A4 on its side at 96 dots per inch.
const POSTERS = ['boss', 'developer'] as const
const SHEET = lookOf('light', 1123, 794)

const MAP: Shot = { name: 'map', look: lookOf('light', 1512, 1400), media: 'screen' }
// The picture alone, as `portolan map -f svg` writes it.
const DRAWING: Shot = { name: 'map-svg', look: lookOf('light', 1512, 1400), media: 'screen' }

const SHOTS: readonly Shot[] = [
  { name: 'report-light', look: lookOf('light', 1280, 1500), media: 'screen' },
  { name: 'report-dark', look: lookOf('dark', 1280, 1500), media: 'screen' },
  { name: 'report-narrow', look: lookOf('light', 320, 1800), media: 'screen' },
  // A4 without its margins, at 96 dots per inch.
  { name: 'report-print', look: lookOf('dark', 688, 1016), media: 'print' },
]

await takeScreenshots()

async function takeScreenshots(): Promise<void> {
  const program = findChromium()
  if (program === undefined) throw new Error('There is no Chromium here: apt-get install chromium.')
  const folder = mkdtempSync(join(tmpdir(), 'portolan-shots-'))
  const report = join(folder, 'report.html')
  const map = join(folder, 'map.html')
  portolan('scan', '-q', ESTATE, '-f', `html=${report}`)
  portolan('map', ESTATE, '-f', 'html', '-o', map)
  const drawing = join(folder, 'map.svg')
  portolan('map', ESTATE, '-f', 'svg', '-o', drawing)
  mkdirSync(FOLDER, { recursive: true })
  const browser = await startChromium(program)
  for (const shot of SHOTS) await take(shot, report, browser)
  await take(MAP, map, browser)
  await take(DRAWING, drawing, browser)
  for (const persona of POSTERS) {
    const poster = join(folder, `${persona}.html`)
    portolan('poster', '--persona', persona, '-o', poster, ESTATE)
    await take({ name: `poster-${persona}`, look: SHEET, media: 'print' }, poster, browser)
  }
  await browser.close()
  rmSync(folder, { recursive: true })
}

// 1 is a failed gate, which is what the estate is there for.
function portolan(...words: readonly string[]): void {
  try {
    execFileSync(process.execPath, ['bin/portolan', ...words])
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && error.status === 1)) throw error
  }
}

async function take({ name, look, media }: Shot, file: string, browser: Browser): Promise<void> {
  const context = await browser.newContext(look)
  const page = await context.newPage()
  await page.emulateMedia({ media })
  await page.goto(pathToFileURL(file).href)
  const path = join(FOLDER, `${name}.png`)
  await page.screenshot({ path })
  await context.close()
  const { size } = statSync(path)
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes, more than ${MOST_BYTES}.`)
}

function lookOf(
  colorScheme: 'light' | 'dark',
  width: number,
  height: number,
): BrowserContextOptions {
  return { colorScheme, viewport: { width, height }, reducedMotion: 'reduce' }
}
