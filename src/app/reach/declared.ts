import { PROTOCOLS } from '../../analysis/reach/connection-set.ts'
import type { DeclaredConnection, PortSpan } from '../../model/declared.ts'
import type { Config } from '../config/load-config.ts'
import { portsMeant } from './port-word.ts'

/** The connections that a configuration declares to be meant: all that `reach.allow` says. */
export function declaredIn({ expectations }: Config): readonly DeclaredConnection[] {
  return expectations
    .filter(({ verb }) => verb === 'allow')
    .map(({ at, from, to, port }) => ({ at, from, to, ports: spansOf(port) }))
}

function spansOf(port: string | undefined): readonly PortSpan[] {
  const set = portsMeant(port, 'allow')
  if (set === undefined) return []
  return PROTOCOLS.flatMap((protocol) => {
    const [first, last] = set[protocol]
    return first === undefined || last === undefined ? [] : [{ protocol, first, last }]
  })
}
