import texts from 'portolan:guides'
import type { GuidePage } from '../model/guide-page.ts'
import { parseGuide } from './guide.ts'

/** The guides of all topics by topic id. Made from the stops' folders when Portolan is built. */
export function loadGuides(): ReadonlyMap<string, GuidePage> {
  const guides = new Map<string, GuidePage>()
  for (const { id, text } of texts) {
    const parsed = parseGuide(text)
    // `guide.test.ts` refuses a guide that cannot be read, so none is missing in what is shipped.
    if (parsed !== undefined) guides.set(id, parsed)
  }
  return guides
}
