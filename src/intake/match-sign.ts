import type { Reader } from '../model/part.ts'
import {
  OFFERING_SIGNS,
  SIGN_PLACES,
  type OfferingSign,
  type SignPlace,
} from './offering-signs.data.ts'

/** A sign with the one of its texts that was met. */
export interface MatchedSign {
  readonly sign: OfferingSign
  readonly known: string
}

/** The sign that `text` is at that place, if it is one; `part` is asked for the arguments that a sign wants. O(its bucket). */
export function matchSign(place: SignPlace, text: string, part: Reader): MatchedSign | undefined {
  return BUCKETS.get(place)
    ?.get(bucketOf(place, text))
    ?.find(({ sign, known }) => fits(place, text, known) && holds(sign, part))
}

function fits(place: SignPlace, text: string, known: string): boolean {
  switch (SIGN_PLACES[place].compared) {
    case 'whole':
      return text === known
    case 'beginning':
      return text.startsWith(known)
    case 'end':
      return text.endsWith(known)
    case 'part':
      return text.includes(known)
  }
}

// Nobody can tell which of two offerings a value makes that is not known: then neither sign holds.
function holds({ when, unless }: OfferingSign, part: Reader): boolean {
  const wanted = when ?? unless
  if (wanted === undefined) return true
  const field = part.get(wanted.name)
  if (field?.resolved === false) return false
  return textOf(field?.value).startsWith(wanted.begins) === (when !== undefined)
}

// Terraform takes "true" for true.
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : ''
}

const BUCKETS = buckets()

function buckets(): ReadonlyMap<SignPlace, ReadonlyMap<string, readonly MatchedSign[]>> {
  const places = new Map<SignPlace, Map<string, MatchedSign[]>>()
  for (const sign of OFFERING_SIGNS) {
    const place = places.get(sign.where) ?? new Map<string, MatchedSign[]>()
    places.set(sign.where, place)
    for (const known of sign.texts) {
      const bucket = bucketOf(sign.where, known)
      place.set(bucket, [...(place.get(bucket) ?? []), { sign, known }])
    }
  }
  return places
}

// Every key of every object is asked about: only signs that share its domain are looked at.
function bucketOf(place: SignPlace, text: string): string {
  if (SIGN_PLACES[place].compared === 'whole') return text
  return place === 'key' ? domainOf(text) : ''
}

function domainOf(text: string): string {
  const slash = text.indexOf('/')
  return slash === -1 ? text : text.slice(0, slash)
}
