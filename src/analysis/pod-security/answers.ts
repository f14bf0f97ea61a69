import { isMapping, isPlaceholder } from '../../model/part.ts'

/** What a check says of one value; unclear for a placeholder and for a type that the API server refuses there. */
export type Answer = 'allowed' | 'forbidden' | 'unclear'

/** Judges the value of one field; an absent field and a null one are undefined. */
export type ValueJudge = (value: unknown) => Answer

/** For flags that must not be set. */
export function unsetOrFalse(value: unknown): Answer {
  return value === undefined ? 'allowed' : onlyFalse(value)
}

/** For flags that must be set to false, as silence means true. */
export function onlyFalse(value: unknown): Answer {
  if (value === false) return 'allowed'
  return value === true || value === undefined ? 'forbidden' : 'unclear'
}

/** For flags that must be set to true. */
export function onlyTrue(value: unknown): Answer {
  if (value === true) return 'allowed'
  return value === false || value === undefined ? 'forbidden' : 'unclear'
}

/** For numbers of which nought means none. */
export function unsetOrZero(value: unknown): Answer {
  if (value === undefined || value === 0) return 'allowed'
  return isInteger(value) ? 'forbidden' : 'unclear'
}

/** For numbers of which nought is the one that is not wanted. */
export function unsetOrNonZero(value: unknown): Answer {
  if (value === undefined) return 'allowed'
  if (value === 0) return 'forbidden'
  return isInteger(value) ? 'allowed' : 'unclear'
}

/** For mappings that must not be there, not even empty. */
export function onlyUnset(value: unknown): Answer {
  if (value === undefined) return 'allowed'
  return isMapping(value) ? 'forbidden' : 'unclear'
}

/** For texts with an agreed set of values. An absent text is an empty one, allowed only when the set holds that. */
export function oneOf(...allowed: readonly string[]): ValueJudge {
  const texts = new Set(allowed)
  return (value) => {
    const text = value ?? ''
    if (!isText(text)) return 'unclear'
    return texts.has(text) ? 'allowed' : 'forbidden'
  }
}

/** For fields that may also be absent, which is not the same as empty. */
export function unsetOr(judge: ValueJudge): ValueJudge {
  return (value) => (value === undefined ? 'allowed' : judge(value))
}

/** Whether the API server takes a value for one that is not written: it drops a null. */
export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null
}

/** Whether a value is a text that is known: no placeholder stands in it. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && !isPlaceholder(value)
}

function isInteger(value: unknown): boolean {
  return typeof value === 'bigint' || Number.isInteger(value)
}
