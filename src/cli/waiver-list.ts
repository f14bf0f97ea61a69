import type { WaiverDuty, WaiverRegister } from '../app/waiver-register.ts'
import { coverWords } from '../app/waiver-words.ts'
import { plural } from '../report/headline.ts'
import { jsonText, printable } from '../report/printable.ts'
import { standingWords } from '../report/waiver.ts'

type Uses = WaiverRegister['uses']

/** The waivers for people: what, where, how it stands, why. */
export function registerText(uses: Uses): string {
  if (uses.length === 0) return 'Nothing is lifted.\n'
  const blocks = uses.map((use) => {
    const { id, rule, source, at, reason, owner, approvedBy } = use.waiver
    const approval = approvedBy === undefined ? '' : `, approved by ${approvedBy}`
    return [
      `${id}  ${rule.id} (${rule.severity}), ${coverWords(use.waiver)}`,
      `    ${standingWords(use)}; lifts ${plural(use.lifts, 'finding')}`,
      `    ${owner}${approval}: ${reason}`,
      `    ${source} ${at}`,
    ].map((line) => `${printable(line)}\n`)
  })
  return blocks.flat().join('')
}

/** The waivers for programs. */
export function registerJson(uses: Uses): string {
  const waivers = uses.map(({ waiver, standing, covers, lifts }) => {
    const { rule, cover, ...terms } = waiver
    const scope = cover.kind === 'scope' ? cover.scope : null
    return { ...terms, rule: rule.id, scope, standing, covers, lifts }
  })
  return `${jsonText({ waivers })}\n`
}

/** What has to be done, for people. */
export function dutiesText(
  duties: readonly WaiverDuty[],
  { uses, isIncomplete }: WaiverRegister,
): string {
  const lines = duties.flatMap(({ at, message, remedy }) => [
    printable(`${at}: ${message}`),
    `  ${printable(remedy)}`,
  ])
  const sum =
    duties.length === 0
      ? `${plural(uses.length, 'waiver')}, nothing to do`
      : `${plural(duties.length, 'thing')} to do`
  const doubt = isIncomplete ? ['not everything was read, so nothing is called unused'] : []
  return `${[...lines, ...doubt, sum].join('\n')}\n`
}

/** What has to be done, for programs. */
export function dutiesJson(duties: readonly WaiverDuty[]): string {
  return `${jsonText({ duties })}\n`
}
