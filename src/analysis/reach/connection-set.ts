import { meetSpans, minusSpans, spansHave, uniteSpans, type Spans } from './spans.ts'

/** The protocols that policies can name. */
export const PROTOCOLS = ['SCTP', 'TCP', 'UDP'] as const

/** A protocol that policies can name. */
export type Protocol = (typeof PROTOCOLS)[number]

/**
 * What may pass from one peer to another: destination ports (1 to 65535) by protocol, and whether protocols pass that
 * no policy can name, such as ICMP. Immutable.
 */
export interface ConnectionSet {
  readonly SCTP: Spans
  readonly TCP: Spans
  readonly UDP: Spans
  readonly other: boolean
}

const EVERY_PORT: Spans = [1, 65_535]

/** Nothing passes. */
export const NO_CONNECTIONS: ConnectionSet = { SCTP: [], TCP: [], UDP: [], other: false }

/** Everything passes, protocols without ports included. */
export const ALL_CONNECTIONS: ConnectionSet = {
  SCTP: EVERY_PORT,
  TCP: EVERY_PORT,
  UDP: EVERY_PORT,
  other: true,
}

/** The ports `first` to `last` of one protocol; one port when no last one is given. */
export function connectionsTo(protocol: Protocol, first: number, last = first): ConnectionSet {
  return { ...NO_CONNECTIONS, [protocol]: [first, last] }
}

/** All ports of one protocol. */
export function everyPortOf(protocol: Protocol): ConnectionSet {
  return { ...NO_CONNECTIONS, [protocol]: EVERY_PORT }
}

/** What passes in one of both. */
export function union(one: ConnectionSet, two: ConnectionSet): ConnectionSet {
  return combine(one, two, uniteSpans, one.other || two.other)
}

/** What passes in both. */
export function intersection(one: ConnectionSet, two: ConnectionSet): ConnectionSet {
  return combine(one, two, meetSpans, one.other && two.other)
}

/** What passes in `one` but not in `two`. */
export function minus(one: ConnectionSet, two: ConnectionSet): ConnectionSet {
  return combine(one, two, minusSpans, one.other && !two.other)
}

/** Whether a port of a protocol is among them. */
export function contains(set: ConnectionSet, protocol: Protocol, port: number): boolean {
  return spansHave(set[protocol], port)
}

/**
 * Whether no port of any protocol is among them. What happens to other protocols is defined neither when policies
 * allow nor when they deny, so they alone are no connection.
 */
export function isEmpty(set: ConnectionSet): boolean {
  return PROTOCOLS.every((protocol) => set[protocol].length === 0)
}

/** Whether all of `inner` is in `outer`. */
export function includes(outer: ConnectionSet, inner: ConnectionSet): boolean {
  return isEmpty(minus(inner, outer))
}

/** A text that is the same for equal sets alone. */
export function keyOf(set: ConnectionSet): string {
  const ports = PROTOCOLS.map((protocol) => set[protocol].join(','))
  return `${ports.join(';')};${set.other}`
}

/**
 * The text of the interface: `All Connections`, `No Connections`, `TCP 80,443,UDP 53`, `TCP 8000-9000`. Protocols in
 * alphabetical order; all ports of a protocol are `1-65535`. Protocols without ports are told only in `All Connections`.
 */
export function connectionText(set: ConnectionSet): string {
  if (keyOf(set) === keyOf(ALL_CONNECTIONS)) return 'All Connections'
  const parts = PROTOCOLS.filter((protocol) => set[protocol].length > 0)
  if (parts.length === 0) return 'No Connections'
  return parts.map((protocol) => `${protocol} ${spanText(set[protocol])}`).join(',')
}

function spanText(spans: Spans): string {
  const texts: string[] = []
  for (let at = 0; at < spans.length; at += 2) {
    const [first, last] = [spans[at], spans[at + 1]]
    texts.push(first === last ? `${first}` : `${first}-${last}`)
  }
  return texts.join(',')
}

type Combine = (one: Spans, two: Spans) => Spans

function combine(
  one: ConnectionSet,
  two: ConnectionSet,
  spans: Combine,
  other: boolean,
): ConnectionSet {
  return {
    SCTP: spans(one.SCTP, two.SCTP),
    TCP: spans(one.TCP, two.TCP),
    UDP: spans(one.UDP, two.UDP),
    other,
  }
}
