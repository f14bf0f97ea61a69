import {
  listNode,
  memberNode,
  textOf,
  withoutMember,
  type ListNode,
  type MappingNode,
  type Node,
} from './node.ts'
import { refuse } from './refusal.ts'

const KEY = '$patch'

/** What a patch says of itself: to be merged, to stand in place of what was there, or to take it away. */
export type Directive = 'merge' | 'replace' | 'delete'

/** The directive of a mapping of a patch, and the mapping without it. */
export function takeDirective(patch: MappingNode | undefined): {
  readonly directive: Directive
  readonly rest: MappingNode | undefined
} {
  const said = memberNode(patch, KEY)
  if (patch === undefined || said === undefined) return { directive: 'merge', rest: patch }
  return { directive: directiveIn(said), rest: withoutMember(patch, KEY) }
}

/** The directive of a list of a patch (a member that holds nothing else), and the list without it. */
export function takeListDirective(patch: ListNode): {
  readonly directive: Directive
  readonly rest: ListNode
} {
  const speaker = patch.members.find((member) => memberNode(member, KEY) !== undefined)
  const said = memberNode(speaker, KEY)
  if (speaker?.kind !== 'mapping' || said === undefined || speaker.members.size > 1) {
    return { directive: 'merge', rest: patch }
  }
  const text = textOf(said)
  const kept = patch.members.filter((member) => textOf(memberNode(member, KEY)) !== text)
  return { directive: directiveIn(said), rest: listNode(kept, patch.origin) }
}

function directiveIn(said: Node): Directive {
  const text = textOf(said)
  if (text === 'merge' || text === 'replace' || text === 'delete') return text
  return refuse(said.origin, {
    message: `A patch says "$patch: ${text}", which Kustomize does not know.`,
    remedy: 'Say merge, replace or delete.',
  })
}
