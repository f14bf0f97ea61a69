import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A page that was opened, with what it asked the world for and what the browser had to complain about. */
export interface Opened {
  readonly page: Page
  readonly requests: readonly string[]
  readonly complaints: readonly string[]
}

/** Opens a file as the options say, gives it to `look`, and closes it. */
export async function withPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  look: (opened: Opened) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    const requests: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(url)
    await look({ page, requests, complaints })
  } finally {
    await context.close()
  }
}

/** What axe has against the page, with all that is folded away laid open: rule and element. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // What is out of sight is not laid out yet, and axe would measure it where it will not stand.
  await page.evaluate(
    'document.styleSheets[0].insertRule("*{content-visibility:visible!important}", document.styleSheets[0].cssRules.length)',
  )
  await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true')
  await page.evaluate(axe.source)
  const found: Found = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })`,
  )
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  )
}

interface Found {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/** How many pixels the page is wider than its window. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth')
}

/** Doubles the size of all text, as a reader's own settings do. */
export async function doubleText(page: Page): Promise<void> {
  await page.evaluate('document.documentElement.style.fontSize = "200%"')
}
