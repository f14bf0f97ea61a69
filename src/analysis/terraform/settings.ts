import type { Field } from '../../model/part.ts'
import type { Answer } from './joins.ts'

/** Whether a switch is on; `unwritten` is the provider's default. Terraform takes text for truth: "true" is on. */
export function isOn(field: Field | undefined, unwritten: 'yes' | 'no'): Answer {
  if (field === undefined) return unwritten
  if (!field.resolved) return 'cannot tell'
  return field.value === true || field.value === 'true' ? 'yes' : 'no'
}

/** Whether an argument has a value in the end: a variable may be null, an attribute of a resource is not. */
export function isGiven(field: Field | undefined): Answer {
  if (field === undefined) return 'no'
  const { value, resolved } = field
  if (resolved) return isEmpty(value) ? 'no' : 'yes'
  if (typeof value !== 'string' || !value.startsWith('${')) return 'cannot tell'
  return ATTRIBUTE.test(value) && !MAY_BE_NULL.test(value) ? 'yes' : 'cannot tell'
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0)
}

const ATTRIBUTE = /^\$\{[\w.[\]"*-]+\}$/
const MAY_BE_NULL = /^\$\{(?:module\.[^.]+\.)*(?:var|local|each|module)\./
