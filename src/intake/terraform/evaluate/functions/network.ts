import { formatAddress, readPrefix, type Prefix } from '../../network-prefix.ts'
import { INVALID, numberOf, textOf, type Value } from '../value.ts'
import { whole, type TerraformFunction } from './function.ts'

/** Terraform's functions on networks. */
export const NETWORK_FUNCTIONS = {
  cidrhost: whole(([prefix, host]) => {
    const network = prefixOf(prefix)
    const number = numberOf(host ?? null)
    if (network === undefined || number === undefined || !Number.isSafeInteger(number))
      return INVALID
    const size = 1n << BigInt(network.bits - network.length)
    const offset = number < 0 ? size + BigInt(number) : BigInt(number)
    if (offset < 0n || offset >= size) return INVALID
    return formatAddress(network.address + offset, network.bits)
  }),
  cidrnetmask: whole(([prefix]) => {
    const network = prefixOf(prefix)
    if (network === undefined || network.bits !== 32) return INVALID
    const hosts = (1n << BigInt(32 - network.length)) - 1n
    return formatAddress(0xffffffffn - hosts, 32)
  }),
  cidrsubnet: whole(([prefix, more, number]) => {
    const network = prefixOf(prefix)
    return network === undefined
      ? INVALID
      : subnet(network, numberOf(more ?? null), numberOf(number ?? null))
  }),
  cidrsubnets: whole(([prefix, ...more]) => {
    const network = prefixOf(prefix)
    return network === undefined ? INVALID : subnets(network, more.map(numberOf))
  }),
} as const satisfies Readonly<Record<string, TerraformFunction>>

function prefixOf(value: Value | undefined): Prefix | undefined {
  return readPrefix(textOf(value ?? null) ?? '')
}

function subnet(network: Prefix, more: number | undefined, number: number | undefined): Value {
  if (more === undefined || number === undefined) return INVALID
  const length = network.length + more
  const isWithin =
    Number.isSafeInteger(number) && number >= 0 && BigInt(number) < 1n << BigInt(Math.max(0, more))
  if (more < 0 || length > network.bits || !isWithin) return INVALID
  return written({
    ...network,
    length,
    address: network.address + (BigInt(number) << BigInt(network.bits - length)),
  })
}

// Each begins where the one before ended, or at the next place that its size allows.
function subnets(network: Prefix, more: readonly (number | undefined)[]): Value {
  const end = network.address + (1n << BigInt(network.bits - network.length))
  const found: string[] = []
  let next = network.address
  for (const bits of more) {
    const length = network.length + (bits ?? -1)
    if (bits === undefined || bits < 1 || length > network.bits) return INVALID
    const size = 1n << BigInt(network.bits - length)
    const start = ((next + size - 1n) / size) * size
    if (start + size > end) return INVALID
    found.push(written({ ...network, length, address: start }))
    next = start + size
  }
  return found
}

function written({ address, bits, length }: Prefix): string {
  return `${formatAddress(address, bits)}/${length}`
}
