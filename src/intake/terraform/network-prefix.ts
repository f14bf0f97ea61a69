/** A network: `bits` is 32 or 128, the address has no bits set beyond `length`. */
export interface Prefix {
  readonly address: bigint
  readonly bits: 32 | 128
  readonly length: number
}

/** Reads `10.0.0.0/8` or `fd00::/8`; undefined for anything else. Bits beyond the length are dropped, as Terraform does. */
export function readPrefix(text: string): Prefix | undefined {
  const [address = '', tail = ''] = text.split('/')
  const bits = address.includes(':') ? 128 : 32
  const length = /^\d{1,3}$/.test(tail) ? Number(tail) : bits + 1
  const number = bits === 128 ? readSix(address) : readFour(address)
  if (number === undefined || length > bits) return undefined
  const hosts = BigInt(bits - length)
  return { address: (number >> hosts) << hosts, bits, length }
}

/** An address as text; the longest row of zeros in one of 128 bits is shortened. */
export function formatAddress(address: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 0xffn).join('.')
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  )
  const zeros = longestZeros(groups)
  if (zeros.count < 2) return groups.join(':')
  const [before, after] = [groups.slice(0, zeros.start), groups.slice(zeros.start + zeros.count)]
  return `${before.join(':')}::${after.join(':')}`
}

function longestZeros(groups: readonly string[]): {
  readonly start: number
  readonly count: number
} {
  let best = { start: 0, count: 0 }
  let count = 0
  for (const [index, group] of groups.entries()) {
    count = group === '0' ? count + 1 : 0
    if (count > best.count) best = { start: index - count + 1, count }
  }
  return best
}

function readFour(text: string): bigint | undefined {
  const groups = text.split('.')
  const isRight =
    groups.length === 4 && groups.every((group) => /^\d{1,3}$/.test(group) && Number(group) < 256)
  return isRight ? groups.reduce((sum, group) => (sum << 8n) + BigInt(group), 0n) : undefined
}

function readSix(text: string): bigint | undefined {
  const [before = '', after, ...more] = text.split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  const missing = 8 - head.length - tail.length
  const isRight = after === undefined ? missing === 0 : missing > 0 && more.length === 0
  const groups = [...head, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail]
  if (!isRight || !groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined
  return groups.reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n)
}
