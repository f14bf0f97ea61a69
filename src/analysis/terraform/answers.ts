import type { Path } from '../../model/document.ts'
import type { Field, Reader } from '../../model/part.ts'
import { blocksOf } from './arguments.ts'
import type { Answer } from './joins.ts'

/** The other way round; what cannot be told stays so. */
export function not(answer: Answer): Answer {
  if (answer === 'cannot tell') return answer
  return answer === 'yes' ? 'no' : 'yes'
}

/** Whether all hold: one `no` decides, whatever the others are. */
export function allOf(...answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no'
  return answers.includes('cannot tell') ? 'cannot tell' : 'yes'
}

/** Whether any holds: one `yes` decides, whatever the others are. */
export function anyOf(...answers: readonly Answer[]): Answer {
  return not(allOf(...answers.map(not)))
}

/** An answer that is known. */
export function answerOf(isSo: boolean): Answer {
  return isSo ? 'yes' : 'no'
}

/** Whether a switch is on; `fallback` is where the provider leaves it when it is not written. */
export function isOn(field: Field | undefined, fallback: boolean): Answer {
  if (field === undefined) return answerOf(fallback)
  if (!field.resolved) return 'cannot tell'
  return answerOf(field.value === true || field.value === 'true')
}

/** Whether a block is there; it cannot be told when how many there are is not known. */
export function hasBlock(part: Reader, ...path: Path): Answer {
  const blocks = blocksOf(part, ...path)
  return blocks === undefined ? 'cannot tell' : answerOf(blocks.length > 0)
}

/** The text of an argument, or another where it is not written or no text. */
export function textOf(field: Field | undefined, fallback = ''): string {
  return typeof field?.value === 'string' ? field.value : fallback
}

/** Whether an argument is one of some texts; `fallback` is what the provider takes when it is not written. */
export function isOneOf(
  field: Field | undefined,
  texts: readonly string[],
  fallback: string,
): Answer {
  if (field === undefined) return answerOf(texts.includes(fallback))
  if (!field.resolved) return 'cannot tell'
  return answerOf(typeof field.value === 'string' && texts.includes(field.value))
}

/**
 * Whether an argument has a value when Terraform runs. A reference to an attribute or to an input without a default
 * has one; a choice or a call that may fall back to nothing cannot be told.
 */
export function isSet(field: Field | undefined): Answer {
  if (field === undefined) return 'no'
  if (field.resolved) return answerOf(!isEmpty(field.value))
  return typeof field.value === 'string' && !MAY_BE_NOTHING.test(field.value)
    ? 'yes'
    : 'cannot tell'
}

/**
 * Whether a list has members. One that is given as a whole may be empty, whatever gives it; one that is written out has
 * as many as it shows.
 */
export function hasMembers(field: Field | undefined): Answer {
  const answer = isSet(field)
  const isWrittenOut = Array.isArray(field?.value)
  return answer === 'yes' && field?.resolved === false && !isWrittenOut ? 'cannot tell' : answer
}

const MAY_BE_NOTHING = /\?|\bnull\b|\b(?:try|coalesce|coalescelist|lookup|one)\(/

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0)
}
