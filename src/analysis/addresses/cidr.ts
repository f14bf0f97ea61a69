/** A block of addresses: all those of a family whose first `prefix` bits are those of `bits`. */
export interface Block {
  readonly family: 4 | 6
  readonly bits: bigint
  readonly prefix: number
}

const WIDTHS = { 4: 32, 6: 128 } as const

/** Reads `10.0.0.0/8`, `2001:db8::/32` or a single address, which is a block of one; undefined when it is none. */
export function parseBlock(text: string): Block | undefined {
  const [address = '', length, ...rest] = text.split('/')
  const family = address.includes(':') ? 6 : 4
  const bits = family === 6 ? parseSix(address) : parseFour(address)
  const prefix = length === undefined ? WIDTHS[family] : parseNumber(length, WIDTHS[family])
  if (bits === undefined || prefix === undefined || rest.length > 0) return undefined
  // Host bits are accepted and ignored, as Kubernetes does.
  const free = BigInt(WIDTHS[family] - prefix)
  return { family, bits: (bits >> free) << free, prefix }
}

/** Whether all addresses of `inner` are in `outer`. */
export function containsBlock(outer: Block, inner: Block): boolean {
  if (outer.family !== inner.family || outer.prefix > inner.prefix) return false
  const free = BigInt(WIDTHS[outer.family] - outer.prefix)
  return outer.bits >> free === inner.bits >> free
}

function parseFour(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4) return undefined
  let bits = 0n
  for (const part of parts) {
    const byte = parseNumber(part, 255)
    if (byte === undefined) return undefined
    bits = (bits << 8n) | BigInt(byte)
  }
  return bits
}

function parseSix(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map(groupsOf)
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined
  const written = head.length + (tail?.length ?? 0)
  if (tail === undefined ? written !== 8 : written > 7) return undefined
  const groups = [...head, ...Array.from({ length: 8 - written }, () => 0), ...(tail ?? [])]
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(group), 0n)
}

// An address of the older family may stand for the last two groups.
function groupsOf(half: string): readonly number[] | undefined {
  if (half === '') return []
  const groups: number[] = []
  const parts = half.split(':')
  for (const [index, part] of parts.entries()) {
    if (part.includes('.') && index === parts.length - 1) {
      const four = parseFour(part)
      if (four === undefined) return undefined
      groups.push(Number(four >> 16n), Number(four & 0xffffn))
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16))
    else return undefined
  }
  return groups
}

function parseNumber(text: string, most: number): number | undefined {
  if (!/^(?:0|[1-9]\d{0,2})$/.test(text)) return undefined
  const number = Number(text)
  return number <= most ? number : undefined
}
