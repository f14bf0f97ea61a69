import { PROTOCOLS, type Protocol } from '../reach/connection-set.ts'

/** Whether what was read is a protocol that policies can name. */
export function isProtocol(value: unknown): value is Protocol {
  return PROTOCOLS.some((protocol) => protocol === value)
}
