import texts from 'portolan:pages'
import type { RulePage } from '../model/rule-page.ts'
import { parsePage } from './page.ts'

/** The pages of all rules by rule id. Made from the rules' folders when Portolan is built. */
export function loadPages(): ReadonlyMap<string, RulePage> {
  const pages = new Map<string, RulePage>()
  for (const { id, page, apply } of texts) {
    const parsed = parsePage(page, apply)
    // `catalogue.test.ts` refuses a page that cannot be read, so none is missing in what is shipped.
    if (parsed !== undefined) pages.set(id, parsed)
  }
  return pages
}
