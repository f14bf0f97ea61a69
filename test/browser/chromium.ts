import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

// Where Debian, Ubuntu, Fedora and Google put it.
const PROGRAMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
] as const

// A browser of its own for every run, which asks nobody for anything.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

/** The Chromium of this machine; undefined when it has none. `CHROMIUM` names one that is elsewhere. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM']
  return [...(named === undefined ? [] : [named]), ...PROGRAMS].find((file) => existsSync(file))
}

/** The same for tests, which say what is not looked at without one. */
export function chromiumFor(what: string): string | undefined {
  const program = findChromium()
  if (program !== undefined) return program
  // Where a browser was promised, a skipped test is a failed one.
  if (process.env['PORTOLAN_BROWSER'] === 'required') throw new Error('There is no Chromium here.')
  console.warn(`${what} were not looked at: there is no Chromium here (apt-get install chromium).`)
  return undefined
}

/** Starts it without a window and with a user folder that is gone when it is closed. */
export async function startChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...FLAGS], headless: true })
}
