import type { RulePage } from '../model/rule-page.ts'

/** The explanation pages by rule id. A chunk of its own: most scans never show a page. */
export async function loadPages(): Promise<ReadonlyMap<string, RulePage>> {
  const pages = await import('../rules/pages.ts')
  return pages.loadPages()
}
