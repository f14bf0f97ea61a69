import type { Finding } from './told.ts'

/** The shape of what was lifted, beside the word. */
export const WAIVED_SHAPE = '⊘'

/** Until when, by whom and why a finding is lifted; nothing when nobody knows. */
export function waiverWords({ waiver }: Finding): string | undefined {
  if (waiver === undefined) return undefined
  return `until ${waiver.expires}, ${waiver.owner}: ${waiver.reason}`
}
