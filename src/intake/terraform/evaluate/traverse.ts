import {
  INVALID,
  isMap,
  isTuple,
  isUnknown,
  numberOf,
  referenceTo,
  textOf,
  type Unknown,
  type Value,
} from './value.ts'

/** The attribute `name` of a value; `untold` gives what stands for an answer that nobody knows. */
export function attributeOf(of: Value, name: string, untold: () => Value): Value {
  if (isUnknown(of)) return attributeOfUnknown(of, name, untold)
  if (isMap(of)) return memberOfMap(of, name)
  return INVALID
}

function attributeOfUnknown(of: Unknown, name: string, untold: () => Value): Value {
  if (of.isInvalid) return of
  const known = of.attributes?.(name)
  if (known !== undefined) return known
  return of.reference === undefined ? untold() : referenceTo(`${of.reference}.${name}`)
}

/** The member of a value under an index. */
export function memberAt(of: Value, key: Value, untold: () => Value): Value {
  if (isUnknown(of) && of.isInvalid) return of
  if (isUnknown(key)) return key.isInvalid ? key : untold()
  if (isUnknown(of)) return memberOfUnknown(of, key, untold)
  if (isMap(of)) return memberOfMap(of, textOf(key) ?? '')
  const index = numberOf(key)
  if (!isTuple(of) || index === undefined) return INVALID
  return of[index] ?? (index in of ? null : INVALID)
}

function memberOfUnknown(of: Unknown, key: Value, untold: () => Value): Value {
  if (of.reference === undefined) return untold()
  // All instances of something that nobody can count stand as one, whose key is a star.
  if (of.reference.endsWith('[*]')) return of
  if (typeof key === 'string') {
    const known = of.attributes?.(key)
    if (known !== undefined) return known
  }
  const step = typeof key === 'string' ? JSON.stringify(key) : textOf(key)
  return referenceTo(`${of.reference}[${step}]`)
}

function memberOfMap(of: ReadonlyMap<string, Value>, key: string): Value {
  const member = of.get(key)
  return member === undefined ? INVALID : member
}
