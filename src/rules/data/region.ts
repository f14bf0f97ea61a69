import { REGIONS } from './regions.data.ts'

const AREA_WORDS: ReadonlySet<string> = new Set(['eu', 'eea', 'europe', 'european union'])
const OUT_OF_AREA: readonly string[] = REGIONS.outOfArea

/** The region of a provider that a text names: a region, a zone of it, or a host with it in its name. */
export function regionIn(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 500) return undefined
  const lower = text.toLowerCase()
  for (const pattern of REGIONS.names) {
    const found = pattern.exec(lower)?.[0]
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether `region` is where data declared for `declared` may lie; a declaration that nobody understands allows all. */
export function isAllowed(region: string, declared: string): boolean {
  if (AREA_WORDS.has(declared.trim().toLowerCase())) return isInArea(region)
  const wanted = regionIn(declared)
  return wanted === undefined || wanted === region
}

function isInArea(region: string): boolean {
  return REGIONS.inArea.test(region) && !OUT_OF_AREA.includes(region)
}
