import { isStandIn } from './stand-in.ts'

/** Whether `value` may be a password that somebody set. Weak ones are passwords too: `postgres`, `hunter2`. */
export function isPassword(value: string): boolean {
  if (value.length < 3 || value.length > 500 || /\s/.test(value)) return false
  return !isStandIn(value) && !isLocation(value) && !isNumberOrTime(value)
}

/** Whether `value` may be a key or token: made up, not a word, a name or an address. */
export function isKey(value: string): boolean {
  if (value.length < 6 || value.length > 5000 || /\s/.test(value)) return false
  // Short ones have their digits in the middle of letters: "s3cr3t", and not "sha256".
  if (value.length < 8 && !/[a-z]\d[a-z]\w*\d[a-z]/i.test(value)) return false
  if (isStandIn(value) || isLocation(value) || isVersion(value)) return false
  return !isWordy(value)
}

/** Whether `value` was drawn by a machine: long, and of mixed characters without any order. */
export function isRandom(value: string): boolean {
  if (value.length < 20 || !/^[\w+/=.~!@#%^&*-]+$/.test(value) || !isKey(value)) return false
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false
  return entropyOf(value) >= (/^[0-9a-f-]+$/i.test(value) ? 3 : 3.7)
}

/** Whether `value` says where something is: a path, an address, a host, an e-mail address, a media type. */
export function isLocation(value: string): boolean {
  if (/^[a-z][a-z0-9+.-]{1,30}:\/\//i.test(value) || /^[A-Za-z]:\\/.test(value)) return true
  if (/^(?:~|\.{1,2})?\/[\w./*-]*$/.test(value)) return isPath(value)
  if (/^[\w.+-]+@[\w-]+\.[\w.-]+$/.test(value)) return true
  // A host has a dot and ends in a top-level domain of letters, or in a name of the cluster's own.
  return /^[a-z0-9][a-z0-9.-]{0,250}\.[a-z]{2,10}(?::\d{1,5})?(?:\/[\w./-]*)?$/.test(value)
}

// Bits for each character, by how often each one occurs.
function entropyOf(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values())
    bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

// Base64 may begin with a slash; the folders of a path have names that can be spoken.
function isPath(value: string): boolean {
  return value.split('/').every((step) => step.length < 25 || isWordy(step))
}

function isNumberOrTime(value: string): boolean {
  return (
    /^-?\d{1,3}$/.test(value) ||
    /^\d+(?:\.\d+)?(?:ms|s|m|h|d|w|y)$/.test(value) ||
    /^P[\dTDHMSYW]+$/.test(value)
  )
}

function isVersion(value: string): boolean {
  return /^v?\d+(?:\.\d+){1,3}(?:[-+][\w.]+)?$/.test(value) || /^-?[\d.,]+(?:e\d+)?$/i.test(value)
}

/** Whether a text is made of words that can be spoken, with a few digits at most: a name, not a key. */
export function isWordy(text: string): boolean {
  const words = text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
  return words.length > 0 && words.every((word) => isSpoken(word) || isTail(word, words))
}

// A name may end in the hash of its template or carry a number.
function isTail(word: string, words: readonly string[]): boolean {
  if (/^\d{1,4}$/.test(word)) return words.length > 1
  return (
    words.length > 2 && word.length <= 10 && words.indexOf(word) > 0 && /^[a-z0-9]+$/.test(word)
  )
}

function isSpoken(word: string): boolean {
  if (!/^(?:[A-Z]?[a-z]+|[A-Z]+|[a-z]+)\d{0,2}$/.test(word)) return false
  const letters = word.toLowerCase().replace(/\d+$/, '')
  if (letters.length <= 4) return true
  const vowels = letters.match(/[aeiouy]/g)?.length ?? 0
  return (
    vowels / letters.length >= 0.2 &&
    vowels / letters.length <= 0.7 &&
    !/[^aeiouy]{6}/.test(letters) &&
    letters.length <= 24
  )
}
