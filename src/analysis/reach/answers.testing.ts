import { parseBlock } from '../addresses/cidr.ts'
import { sceneOf } from '../isolation/scene.testing.ts'
import { connectionText } from './connection-set.ts'
import { CONTROLLER, type Peer } from './peer.ts'
import { reachOf } from './reach-of.ts'
import type { Reach, Reason } from './reach.ts'

/** What reachability says of some manifests, with peers by name: `shop/web`, or an address. */
export interface Answers {
  readonly open: (from: string, to: string) => string
  readonly maybe: (from: string, to: string) => string
  readonly reasons: (from: string, to: string) => readonly Reason[]
  /** `CODE line`. */
  readonly faults: readonly string[]
}

/** Answers about documents, which are separated as in a file; bare pods alone. */
export function answersIn(...documents: readonly string[]): Answers {
  const reach = reachOf(sceneOf(documents.map((text) => text.trim()).join('\n---\n')))
  const ends = (from: string, to: string): readonly [Peer, Peer] => [
    peerNamed(from, reach, reach.sources),
    peerNamed(to, reach, reach.destinations),
  ]
  return {
    open: (from, to) => connectionText(reach.between(...ends(from, to)).open),
    maybe: (from, to) => connectionText(reach.between(...ends(from, to)).maybe),
    reasons: (from, to) => reach.reasons(...ends(from, to)),
    faults: reach.faults.map(({ code, at }) => `${code} ${at?.split(':')[1] ?? ''}`),
  }
}

function peerNamed(name: string, reach: Reach, ranges: Reach['sources']): Peer {
  if (name === CONTROLLER.id) return CONTROLLER
  const block = parseBlock(name)
  const found =
    block === undefined
      ? reach.workload(name.endsWith(']') ? name : `${name}[Pod]`)
      : ranges.find(
          ({ family, first, last }) =>
            family === block.family && first <= block.bits && block.bits <= last,
        )
  if (found === undefined) throw new Error(`There is no ${name}.`)
  return found
}

/** A pod as a document, with labels and whatever its spec needs besides. */
export function podText(name: string, labels: string, spec = ''): string {
  const [namespace = '', own = ''] = name.split('/')
  return `
apiVersion: v1
kind: Pod
metadata: { name: ${own}, namespace: ${namespace}, labels: { ${labels} } }
spec: { ${spec === '' ? '' : `${spec}, `}containers: [{ name: main, image: 'x:1', ports: [{ name: http, containerPort: 8080 }] }] }
`
}
