import { compareDigits, compareText, isDigits } from './digits.ts'

/** The order of RPM distributions (`epoch:version-release`); undefined when one of the two is empty. Source: rpm 4.18. */
export function compareRpm(one: string, other: string): number | undefined {
  if (one.trim() === '' || other.trim() === '') return undefined
  const left = parse(one.trim())
  const right = parse(other.trim())
  return (
    compareDigits(left.epoch, right.epoch) ||
    compareLabels(left.version, right.version) ||
    compareLabels(left.release, right.release)
  )
}

function parse(text: string) {
  const colon = text.indexOf(':')
  const hasEpoch = colon > 0 && isDigits(text.slice(0, colon))
  const rest = hasEpoch ? text.slice(colon + 1) : text
  const cut = rest.lastIndexOf('-')
  return {
    epoch: hasEpoch ? text.slice(0, colon) : '',
    version: cut === -1 ? rest : rest.slice(0, cut),
    // None at all comes first, as labelCompare has it.
    release: cut === -1 ? '' : rest.slice(cut + 1),
  }
}

function compareLabels(one: string, other: string): number {
  const left = tokens(one)
  const right = tokens(other)
  for (let at = 0; ; at++) {
    const order = compareToken(left[at], right[at])
    if (order !== 0) return order
    if (left[at] === undefined) return 0
  }
}

// What separates runs of digits and letters counts for nothing.
function tokens(label: string): readonly string[] {
  return label.match(/[0-9]+|[A-Za-z]+|[~^]/g) ?? []
}

// From first to last: a tilde, the end, a caret, letters, numbers.
function compareToken(one: string | undefined, other: string | undefined): number {
  const order = rank(one) - rank(other)
  if (order !== 0 || one === undefined || other === undefined) return order
  return isDigits(one) ? compareDigits(one, other) : compareText(one, other)
}

function rank(token: string | undefined): number {
  if (token === '~') return 0
  if (token === undefined) return 1
  if (token === '^') return 2
  return isDigits(token) ? 4 : 3
}
