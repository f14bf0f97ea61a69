import { compareDigits } from './digits.ts'

/** The order of Debian and Ubuntu; undefined when one of the two is no version. Source: Debian Policy 5.6.12, dpkg. */
export function compareDebian(one: string, other: string): number | undefined {
  const left = parse(one)
  const right = parse(other)
  if (left === undefined || right === undefined) return undefined
  return (
    compareDigits(left.epoch, right.epoch) ||
    compareRuns(left.upstream, right.upstream) ||
    compareRuns(left.revision, right.revision)
  )
}

function parse(text: string) {
  const found = /^\s*(?:([0-9]+):)?([^\s]+?)\s*$/.exec(text)
  const [, epoch = '', rest = ''] = found ?? []
  if (!/^[A-Za-z0-9.+~:-]+$/.test(rest)) return undefined
  const cut = rest.lastIndexOf('-')
  // dpkg takes a missing revision for 0.
  if (cut === -1) return { epoch, upstream: rest, revision: '0' }
  return { epoch, upstream: rest.slice(0, cut), revision: rest.slice(cut + 1) }
}

// Runs of other characters and of digits in turns.
function compareRuns(one: string, other: string): number {
  const left = runs(one)
  const right = runs(other)
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const compare = at % 2 === 0 ? compareWords : compareDigits
    const order = compare(left[at] ?? '', right[at] ?? '')
    if (order !== 0) return order
  }
  return 0
}

function runs(text: string): readonly string[] {
  return text.split(/([0-9]+)/)
}

function compareWords(one: string, other: string): number {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const order = weight(one, at) - weight(other, at)
    if (order !== 0) return order
  }
  return 0
}

// A tilde comes before the end, letters before all else.
function weight(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code)) return 0
  if (text[at] === '~') return -1
  return /[A-Za-z]/.test(text.charAt(at)) ? code : code + BEHIND_LETTERS
}

const BEHIND_LETTERS = 256
