import type { Finding, Verdict } from './told.ts'

/** The shape of what was lifted, beside the word. */
export const WAIVED_SHAPE = '⊘'

/** Until when, by whom and why a finding is lifted; nothing when nobody knows. */
export function waiverWords({ waiver }: Finding): string | undefined {
  if (waiver === undefined) return undefined
  const until = waiver.expires === undefined ? '' : `until ${waiver.expires}, `
  return `${until}${waiver.owner}: ${waiver.reason}`
}

type ToldWaiver = NonNullable<Verdict['waivers']>[number]

/** How a waiver stands, as the end of a sentence about it. */
export function standingWords({
  standing,
  waiver,
}: Pick<ToldWaiver, 'standing'> & {
  readonly waiver: Pick<ToldWaiver['waiver'], 'expires'>
}): string {
  switch (standing) {
    case 'in force':
      return `holds until ${waiver.expires}`
    case 'expired':
      return `ended on ${waiver.expires}`
    case 'ended':
      return 'ended as there is a fix'
    case 'locked':
      return 'lifts nothing as the rule is locked'
  }
}
