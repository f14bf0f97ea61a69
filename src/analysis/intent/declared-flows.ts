import type { DeclaredConnection, PortSpan } from '../../model/declared.ts'
import type { Scene } from '../../model/scene.ts'
import { matches } from '../../model/wildcard.ts'
import { parseBlock } from '../addresses/cidr.ts'
import { workloadsOf } from '../reach/workloads.ts'
import type { Flow, Party } from './flow.ts'
import { declaredPorts, podsBehind, portsOf, targetsOf } from './services.ts'

/** What `reach.allow` of portolan.yaml declares. What it says of workloads that were not read means nothing here. */
export function declaredFlows(scene: Scene): readonly Flow[] {
  return (scene.declared ?? []).flatMap((connection) => flowsOf(connection, scene))
}

function flowsOf(connection: DeclaredConnection, scene: Scene): readonly Flow[] {
  const evidence = [{ place: undefined, words: `reach.allow declares it (${connection.at})` }]
  const tos = partiesNamed(connection.to, scene)
  return partiesNamed(connection.from, scene).flatMap((from) =>
    tos.flatMap((to) =>
      portsTowards(to, connection, scene).map(({ protocol, port }) => ({
        from,
        to,
        protocol,
        port,
        confidence: 'certain',
        evidence,
      })),
    ),
  )
}

function partiesNamed(word: string, scene: Scene): readonly Party[] {
  if (word === '{ingress-controller}') return [{ kind: 'controller', className: '' }]
  if (word === 'internet' || word === 'outside')
    return [{ kind: 'outside', host: undefined, blocks: [] }]
  const block = parseBlock(word)
  if (block !== undefined) {
    const length = block.family === 4 ? 32 : 128
    const blocks = [word.includes('/') ? word : `${word}/${length}`]
    return [{ kind: 'outside', host: undefined, blocks }]
  }
  // Everybody to everybody is nothing that policies could be written for.
  if (word === 'any') return []
  if (!word.includes('/')) return [{ kind: 'outside', host: word, blocks: [] }]
  return workloadsOf(scene).flatMap(({ id, namespace, name, pods: [pod] }) =>
    pod !== undefined && (id === word || matches(word, `${namespace}/${name}`))
      ? [{ kind: 'pods', pod }]
      : [],
  )
}

type Port = Pick<Flow, 'protocol' | 'port'>

// A policy lists ports one by one.
const MOST_PORTS = 256

function portsTowards(to: Party, { ports }: DeclaredConnection, scene: Scene): readonly Port[] {
  if (ports.length > 0) return ports.flatMap(portsIn)
  if (to.kind !== 'pods') return []
  const own = declaredPorts(to.pod)
  if (own.length > 0) return own
  return scene
    .inNamespace('Service', to.pod.owner.namespace)
    .filter((service) => podsBehind(service, scene).includes(to.pod))
    .flatMap((service) => portsOf(service).flatMap((port) => targetsOf(service, port, scene)))
    .filter(({ pod }) => pod === to.pod)
}

function portsIn({ protocol, first, last }: PortSpan): readonly Port[] {
  const count = Math.min(last - first + 1, MOST_PORTS)
  return Array.from({ length: count }, (_, index) => ({ protocol, port: first + index }))
}
