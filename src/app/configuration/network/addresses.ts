import { CONTROLLERS } from '../../../analysis/intent/controllers.data.ts'
import type { Party } from '../../../analysis/intent/flow.ts'
import { oncePerScene } from '../../../model/once-per-scene.ts'
import { memberOf } from '../../../model/part.ts'
import type { Scene } from '../../../model/scene.ts'
import { EVERYWHERE, NEAR_BLOCKS, PRIVATE_BLOCKS } from './addresses.data.ts'

/** Addresses of a party as blocks, with what is not meant of them. */
export interface Addresses {
  readonly blocks: readonly string[]
  readonly except: readonly string[]
  /** Whether the blocks are wider than need be, for want of the addresses themselves. */
  readonly isGuess: boolean
}

/** The addresses of a party that is no pod; undefined for one that policies select by labels. */
export function addressesOf(party: Party, isSource: boolean, scene: Scene): Addresses | undefined {
  switch (party.kind) {
    case 'apiServer':
      return known(apiAddresses(scene), PRIVATE_BLOCKS)
    case 'nodes':
      return known(nodeAddresses(scene), PRIVATE_BLOCKS)
    case 'outside':
      if (party.blocks.length > 0) return known(party.blocks, [])
      // Who comes from outside may have been rewritten to the address of a node.
      if (isSource) return { blocks: [EVERYWHERE], except: [], isGuess: false }
      return { blocks: [EVERYWHERE], except: NEAR_BLOCKS, isGuess: true }
    default:
      return undefined
  }
}

function known(blocks: readonly string[], guess: readonly string[]): Addresses {
  return { blocks: blocks.length > 0 ? blocks : guess, except: [], isGuess: blocks.length === 0 }
}

/** The namespace in which the controller of a class runs, or undefined when nobody knows the class. */
export function controllerHome(className: string): string | undefined {
  return CONTROLLERS.classes.get(className)?.namespace
}

// What a cluster itself says of its API server.
const apiAddresses = oncePerScene((scene): readonly string[] => {
  const slices = scene
    .inNamespace('EndpointSlice', 'default')
    .filter(({ labels }) => labels['kubernetes.io/service-name'] === 'kubernetes')
    .flatMap((slice) =>
      slice.list('endpoints').flatMap((_, index) => slice.list('endpoints', index, 'addresses')),
    )
  const endpoints = scene.find('Endpoints', 'default', 'kubernetes')
  const addresses = (endpoints?.list('subsets') ?? []).flatMap((_, index) =>
    (endpoints?.list('subsets', index, 'addresses') ?? []).map(({ value }) =>
      memberOf(value, 'ip'),
    ),
  )
  return [...slices.map(({ value }) => value), ...addresses].flatMap(blockOf)
})

const nodeAddresses = oncePerScene((scene): readonly string[] =>
  scene
    .ofKind('Node')
    .flatMap((node) => node.list('status', 'addresses'))
    .filter(({ value }) => memberOf(value, 'type') === 'InternalIP')
    .flatMap(({ value }) => blockOf(memberOf(value, 'address'))),
)

function blockOf(address: unknown): readonly string[] {
  return typeof address === 'string' && address.includes('.') ? [`${address}/32`] : []
}
