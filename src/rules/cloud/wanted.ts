import { firstOf } from '../../analysis/terraform/arguments.ts'
import type { Reader } from '../../model/part.ts'
import type { Complaint } from '../rule.ts'

/** What an argument has to be. The value asked about is undefined when it is not written: the provider's default holds. */
export interface Wanted {
  /** The argument, then the names that older providers have for it. */
  readonly names: readonly [string, ...string[]]
  readonly isSound: (value: unknown) => boolean
  readonly fault: string
  readonly untold: string
}

/** What there is to say of an argument: nothing, that it is wrong, or that nobody can tell. */
export function complainUnless(
  part: Reader,
  { names, isSound, fault, untold }: Wanted,
): readonly Complaint[] {
  const [name] = names
  const field = firstOf(part, ...names)
  const place = field?.place ?? part.at(name)
  if (field !== undefined && !field.resolved) return [{ place, message: untold, sure: false }]
  return isSound(field?.value) ? [] : [{ place, message: fault, sure: true }]
}

/** Whether a value is true; Terraform takes text for it. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}

/** Whether a value is false; Terraform takes text for it. */
export function isFalse(value: unknown): boolean {
  return value === false || value === 'false'
}

/** A value as a number; Terraform takes text for it. */
export function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
