import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { CATALOGUE, ruleOf } from '../rules/catalogue.ts'
import { suggestion } from './nearest.ts'
import { misuse } from './usage.ts'

/** What `portolan fix` was told, sorted: what to mend, and where. */
export interface FixWords {
  readonly rules: readonly string[]
  /** Ids of findings. */
  readonly findings: readonly string[]
  readonly targets: readonly string[]
}

/**
 * Tells ids and paths apart. A rule's id wins over a file of that name (`./name` is the file); a finding's id is
 * sixteen hexadecimal digits; everything else has to be there or at least look like a path.
 */
export function sortFixWords(
  words: readonly string[],
  exists: (path: string) => boolean,
): Result<FixWords> {
  const rules: string[] = []
  const findings: string[] = []
  const targets: string[] = []
  for (const word of words) {
    if (ruleOf(word) !== undefined) rules.push(word)
    else if (word === '-' || exists(word) || /[./\\]/.test(word)) targets.push(word)
    else if (/^[\da-f]{16}$/.test(word)) findings.push(word)
    else return fail(nothingNamed(word))
  }
  return succeed({ rules, findings, targets })
}

function nothingNamed(word: string): Fault {
  const ids = CATALOGUE.map((rule) => rule.id)
  return misuse(
    word,
    `There is no rule, finding, file or folder "${word}".`,
    `${suggestion(word, ids)}portolan rules lists the rules; -f json tells the ids of findings.`,
  )
}
