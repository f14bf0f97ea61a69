import type { GuidePage } from '../model/guide-page.ts'
import type { RulePage } from '../model/rule-page.ts'

/** The explanation pages by rule id. A chunk of its own: most scans never show a page. */
export async function loadPages(): Promise<ReadonlyMap<string, RulePage>> {
  const pages = await import('../rules/pages.ts')
  return pages.loadPages()
}

/** The guides by topic id. A chunk of its own as well. */
export async function loadGuides(): Promise<ReadonlyMap<string, GuidePage>> {
  const guides = await import('../rules/guides.ts')
  return guides.loadGuides()
}
