import {
  connectionsTo,
  NO_CONNECTIONS,
  PROTOCOLS,
  union,
  type ConnectionSet,
} from '../../analysis/reach/connection-set.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { misuse } from '../usage.ts'

/** Reads `443`, `tcp/443`, `udp/53` or `8000-9000`; a number alone means it in every protocol. */
export function portOf(word: string): Result<ConnectionSet> {
  const found = /^(?:([a-z]+)[/: ])?(\d{1,5})(?:-(\d{1,5}))?$/i.exec(word)
  const [, name, from = '', to = from] = found ?? []
  const protocols = PROTOCOLS.filter((known) => name === undefined || known === name.toUpperCase())
  const [first, last] = [Number(from), Number(to)]
  if (found === null || protocols.length === 0 || first < 1 || last > HIGHEST || first > last)
    return fail(
      misuse(
        '--port',
        `--port does not take "${word}".`,
        'Write 443, tcp/443, udp/53 or 8000-9000.',
      ),
    )
  return succeed(
    protocols.map((protocol) => connectionsTo(protocol, first, last)).reduce(union, NO_CONNECTIONS),
  )
}

/**
 * The ports that an expectation names: a port alone is TCP, as for Kubernetes, where something is let through, and every
 * protocol where nothing is. Undefined without one.
 */
export function portsMeant(
  port: string | undefined,
  verb: 'allow' | 'deny',
): ConnectionSet | undefined {
  if (port === undefined) return undefined
  const read = portOf(/^\d/.test(port) && verb === 'allow' ? `tcp/${port}` : port)
  return read.ok ? read.value : undefined
}

const HIGHEST = 65_535
