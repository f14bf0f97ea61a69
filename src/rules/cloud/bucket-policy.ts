import type { Answer } from '../../analysis/terraform/joins.ts'
import type { Statement } from '../../analysis/terraform/policy-document.ts'

/** Whether a statement lets everybody into a bucket. Conditions may bound them, which nobody reads here. */
export function allowsEverybody({ isAllowing, principals, conditions }: Statement): Answer {
  if (!isAllowing) return 'no'
  const people = principals.filter(({ type }) => PEOPLE.includes(type))
  const names = people.flatMap(({ identifiers }) => identifiers)
  if (names.includes('*')) return conditions?.every(saysNotWho) ? 'yes' : 'cannot tell'
  return names.some(isUnknown) ? 'cannot tell' : 'no'
}

// Services and providers of identities are no people. A type that is not known may be anything.
const PEOPLE = ['AWS', 'SCW', '*', '']

// Asking for TLS does not say for whom.
function saysNotWho({ variable }: { readonly variable: string }): boolean {
  return /^aws:SecureTransport$/i.test(variable)
}

/** Whether a statement gives what a website gives: its objects, to be read. */
export function isReading({ actions }: Statement): boolean {
  return actions.length > 0 && actions.every((action) => READING.test(action))
}

const READING = /^s3:(?:Get|List)\w*\*?$/

// What an input or a call gives may be everybody; an attribute of a resource is somebody.
function isUnknown(principal: string): boolean {
  return principal.startsWith('${') && !SOMEBODY.test(principal)
}

const SOMEBODY =
  /^\$\{(?:module\.\w+\.)*(?!var\.|local\.|each\.|data\.|module\.)\w+\.[\w.[\]"*-]+\}/
