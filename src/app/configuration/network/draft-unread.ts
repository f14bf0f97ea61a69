import { partyKey, type Flow, type Party } from '../../../analysis/intent/flow.ts'
import type { Direction } from '../../../analysis/isolation/closing.ts'
import { groupBy } from '../../../base/group.ts'
import type { Chapter } from '../draft.ts'
import { policyChapters, usedRules } from './draft-workload.ts'
import type { Drafting } from './drafting.ts'
import { wantedFlows } from './needs.ts'
import type { Room } from './rooms.ts'
import { standInFor } from './stand-ins.ts'
import { rulesFor } from './workload-policy.ts'

/**
 * The policies for pods that were not read but that something in a room calls, or that call something: what denies in
 * the namespace closes them as well, and nobody has seen their labels. The rules are for all pods of the namespace.
 */
export function draftUnread(room: Room, drafting: Drafting): readonly Chapter[] {
  const flows = wantedFlows(drafting.scene).flatMap((flow) =>
    drafting.directions.flatMap((way) => {
      const party = way === 'egress' ? flow.from : flow.to
      return isUnreadIn(party, room) ? [{ flow, way, party }] : []
    }),
  )
  const parties = groupBy(flows, ({ party }) => partyKey(party))
  return [...parties.values()].flatMap((own) => {
    const [first] = own
    return first === undefined ? [] : chaptersFor(first.party, own, { room, drafting })
  })
}

function isUnreadIn(party: Party, { namespace }: Room): boolean {
  const isUnread = party.kind === 'elsewhere' || party.kind === 'controller'
  return isUnread && standInFor(party)?.namespace === namespace
}

interface Needed {
  readonly flow: Flow
  readonly way: Direction
}

function chaptersFor(
  party: Party,
  needed: readonly Needed[],
  { room, drafting }: { readonly room: Room; readonly drafting: Drafting },
): readonly Chapter[] {
  const { scene, directions, names } = drafting
  const called = (party.kind === 'elsewhere' ? party.service : undefined) ?? 'unread'
  const name = names(`allow-${called}`)
  const rules = directions.map((way) => {
    const flows = needed.filter((one) => one.way === way).map(({ flow }) => flow)
    const standpoint = { namespace: room.namespace ?? '', direction: way, scene }
    return [way, usedRules(rulesFor(flows, standpoint), { name, way, room, drafting })] as const
  })
  const who = `${room.prefix}${called}: its pods were not read, so this is for all pods. TODO: name their labels.`
  return policyChapters({ name, room, podSelector: {}, who }, rules)
}
