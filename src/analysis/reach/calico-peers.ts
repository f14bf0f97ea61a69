import { isList, isPlaceholder, memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { claimBoth, claimNot } from '../isolation/claims.ts'
import {
  hasNoAddress,
  minusAddresses,
  uniteAddresses,
  wholeOf,
  type AddressSet,
} from './address-set.ts'
import { calicoMeans, calicoPods, isWritten, type CalicoSelection } from './calico-selector.ts'
import { ANYONE, blockPeers, doubtPeers, NOBODY, unitePeers, UNREAD_PEERS } from './peers.ts'
import { podsOf } from './pod-group.ts'
import type { RulePeers } from './policy.ts'
import { PROFILES } from './profiles.data.ts'

/** Where a rule stands. */
export interface CalicoHome {
  /** Undefined for a policy outside of namespaces. */
  readonly namespace: string | undefined
  readonly scene: Scene
}

/**
 * The peers that one end of a rule of Calico means: everything that is written there holds at once, and nothing written
 * means everybody. Source: projectcalico.org/v3, EntityRule.
 */
export function calicoPeers(entity: unknown, home: CalicoHome): RulePeers {
  if (isPlaceholder(entity)) return UNREAD_PEERS
  const service = memberOf(entity, 'services') ?? null
  if (service !== null) return servicePeers(service, home)
  const selected = selectedPeers(entity, home)
  const inside = withNets(selected, memberOf(entity, 'nets'))
  return withoutNets(inside, memberOf(entity, 'notNets'))
}

/** Whether an end of a rule says more than ports. */
export function narrowsPeers(entity: unknown): boolean {
  return [
    'services',
    'nets',
    'notNets',
    'selector',
    'notSelector',
    'namespaceSelector',
    'serviceAccounts',
  ].some((key) => isWritten(memberOf(entity, key)))
}

/** The peers of one family of addresses, as a rule may ask for. */
export function ofFamily(peers: RulePeers, version: unknown): RulePeers {
  if (version !== 4 && version !== 6) return peers
  const only = (set: AddressSet): AddressSet => ({ 4: [], 6: [], [version]: set[version] })
  // Pods mostly have addresses of version 4, and may have those of 6.
  return {
    ...(version === 6 ? doubtPeers(peers) : peers),
    outside: false,
    addresses: only(peers.outside === true ? WHOLE : peers.addresses),
    maybeAddresses: only(peers.outside === 'unclear' ? WHOLE : peers.maybeAddresses),
  }
}

function selectedPeers(entity: unknown, home: CalicoHome): RulePeers {
  const accounts = memberOf(entity, 'serviceAccounts')
  const names = memberOf(accounts, 'names') ?? []
  const selection: CalicoSelection = {
    namespace: home.namespace,
    namespaceSelector: memberOf(entity, 'namespaceSelector'),
    selector: memberOf(entity, 'selector'),
    notSelector: memberOf(entity, 'notSelector'),
    accountSelector: memberOf(accounts, 'selector'),
    accounts: isList(names) ? names : [],
  }
  const { selector, notSelector, namespaceSelector, accountSelector } = selection
  const hasAccounts = selection.accounts.length > 0 || isWritten(accountSelector)
  const isPositive = [selector, namespaceSelector].some(isWritten) || hasAccounts
  if (isPositive || (isWritten(notSelector) && home.namespace !== undefined)) {
    const pods = { ...NOBODY, pods: [calicoPods(selection, home.scene)] }
    // No set of addresses runs as an account.
    return hasAccounts ? pods : unitePeers(pods, setPeers(selection, home.scene))
  }
  return isWritten(notSelector) ? allBut(selection, home.scene) : ANYONE
}

// Everybody, also who is no pod, but what the negated selector means.
function allBut(selection: CalicoSelection, scene: Scene): RulePeers {
  const others = { ...ANYONE, everyPod: false, pods: [calicoPods(selection, scene)] }
  const meant = { ...selection, selector: selection.notSelector, notSelector: undefined }
  return withoutPeers(others, setPeers(meant, scene))
}

/** The addresses of the sets that selectors mean. */
function setPeers(selection: CalicoSelection, scene: Scene): RulePeers {
  return SETS.flatMap((kind) => scene.ofKind(kind))
    .flatMap((set) => {
      const claim = calicoMeans(selection, set, scene)
      if (claim === false) return []
      return [claim === true ? netsOf(set) : doubtPeers(netsOf(set))]
    })
    .reduce(unitePeers, NOBODY)
}

const SETS = ['projectcalico.org', 'crd.projectcalico.org'].flatMap((group) => [
  `${group}/NetworkSet`,
  `${group}/GlobalNetworkSet`,
])

function netsOf(set: Resource): RulePeers {
  return set
    .list('spec', 'nets')
    .map(({ value }) => blockPeers(value, [], PROFILES.calico))
    .reduce(unitePeers, NOBODY)
}

function withNets(peers: RulePeers, nets: unknown): RulePeers {
  if (!isList(nets)) return isWritten(nets) ? doubtPeers(peers) : peers
  if (nets.length === 0) return peers
  const blocks = nets.map((net) => blockPeers(net, [], PROFILES.calico)).reduce(unitePeers, NOBODY)
  // Which of the selected pods have an address in them is not known.
  return peers === ANYONE ? blocks : doubtPeers(peers)
}

function withoutNets(peers: RulePeers, nets: unknown): RulePeers {
  if (!isList(nets)) return isWritten(nets) ? doubtPeers(peers) : peers
  if (nets.length === 0) return peers
  return withoutPeers(
    peers,
    nets.map((net) => blockPeers(net, [], PROFILES.calico)).reduce(unitePeers, NOBODY),
  )
}

/** Peers without those of some blocks. */
function withoutPeers(peers: RulePeers, blocks: RulePeers): RulePeers {
  const { everyPod: isPodIn } = blocks
  return {
    ...withoutAddresses(peers, blocks),
    pods: isPodIn === false ? peers.pods : [],
    maybePods: [
      ...(isPodIn === true ? [] : peers.maybePods),
      ...(isPodIn === 'unclear' ? peers.pods : []),
    ],
    everyPod: claimBoth(peers.everyPod, claimNot(isPodIn)),
    nodes: claimBoth(peers.nodes, claimNot(blocks.nodes)),
  }
}

const WHOLE: AddressSet = { 4: [wholeOf(4)], 6: [wholeOf(6)] }

function withoutAddresses(
  peers: RulePeers,
  { addresses: holes, maybeAddresses }: RulePeers,
): RulePeers {
  const taken = uniteAddresses(holes, maybeAddresses)
  if (hasNoAddress(taken)) return peers
  const sure = peers.outside === true ? WHOLE : peers.addresses
  const maybe = peers.outside === 'unclear' ? WHOLE : peers.maybeAddresses
  return {
    ...peers,
    outside: false,
    addresses: minusAddresses(sure, taken),
    maybeAddresses: minusAddresses(uniteAddresses(sure, maybe), holes),
  }
}

// Its ports are those of the endpoints, so what is meant is less than the pods.
function servicePeers(service: unknown, { namespace, scene }: CalicoHome): RulePeers {
  const [name, where] = [memberOf(service, 'name'), memberOf(service, 'namespace')]
  const home = typeof where === 'string' ? where : (namespace ?? '')
  const found = typeof name === 'string' ? scene.find('Service', home, name) : undefined
  const selector = found?.get('spec', 'selector')?.value
  if (found === undefined || selector === undefined) return UNREAD_PEERS
  return { ...NOBODY, maybePods: [podsOf(home, { matchLabels: selector })] }
}
