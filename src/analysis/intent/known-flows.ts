import type { Pod } from '../../model/pod.ts'
import { isOnHost } from '../isolation/subjects.ts'
import type { Flow, Party } from './flow.ts'
import { imageName } from './image-name.ts'
import { KNOWN_FLOWS, type KnownFlow } from './known-flows.data.ts'

/** What the programs of a pod connect to by what they are, whatever they are told. */
export function knownFlows(pod: Pod): readonly Flow[] {
  if (isOnHost(pod)) return []
  return pod.containers.flatMap((container) => {
    const image = container.get('image')
    const name = imageName(image?.value)
    return KNOWN_FLOWS.filter(({ images, to }) => {
      return images.includes(name) && (to !== 'peers' || mayHavePeers(pod))
    }).flatMap((known) =>
      known.ports.map(([protocol, port]) => ({
        from: { kind: 'pods', pod },
        to: endOf(known, pod),
        protocol,
        port,
        confidence: 'likely',
        evidence: [{ place: image?.place, words: `${name}: ${known.why} (${known.source})` }],
      })),
    )
  })
}

function mayHavePeers({ owner }: Pod): boolean {
  const replicas = owner.get('spec', 'replicas')
  return typeof replicas?.value === 'number' ? replicas.value > 1 : replicas?.resolved === false
}

function endOf({ to, host }: KnownFlow, pod: Pod): Party {
  switch (to) {
    case 'peers':
      return { kind: 'pods', pod }
    case 'outside':
      return { kind: 'outside', host, blocks: [] }
    default:
      return { kind: to }
  }
}
