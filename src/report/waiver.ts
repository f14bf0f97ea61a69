import type { Finding } from '../verdict/finding.ts'

/** The shape of what was lifted, beside the word. */
export const WAIVED_SHAPE = '⊘'

/** Until when and by whom a finding is lifted; nothing when nobody knows. */
export function waiverTerms({ waiver }: Finding): string | undefined {
  return waiver === undefined ? undefined : `until ${waiver.expires}, ${waiver.owner}`
}

/** The same with the reason. */
export function waiverWords(finding: Finding): string | undefined {
  const { waiver } = finding
  return waiver === undefined ? undefined : `${waiverTerms(finding)}: ${waiver.reason}`
}
