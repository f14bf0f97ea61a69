import {
  allOf,
  answerOf,
  anyOf,
  hasMembers,
  isOn,
  isOneOf,
  isSet,
  not,
} from '../../analysis/terraform/answers.ts'
import { blocksOf } from '../../analysis/terraform/arguments.ts'
import { linkedTo, targetOf, type Answer } from '../../analysis/terraform/joins.ts'
import type { Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** Whether a frontend speaks HTTP itself; over TCP it hands on what may be encrypted already. */
export function speaksHttp(frontend: Resource, scene: Scene): Answer {
  const link = { type: 'scaleway_lb_backend', path: ['backend_id'] }
  const backend = targetOf(frontend, link, scene)
  return backend === undefined
    ? 'cannot tell'
    : isOneOf(backend.get('forward_protocol'), ['http'], '')
}

/** Whether a frontend sends everybody on to HTTPS, by an access list of its own or one beside it. */
export function redirects(frontend: Resource, scene: Scene): Answer {
  const inline = blocksOf(frontend, 'acl')
  const own = inline === undefined ? 'cannot tell' : anyOf(...inline.map(isRedirect))
  const link = { type: 'scaleway_lb_acl', path: ['frontend_id'] }
  const { sure, unclear } = linkedTo(frontend, link, scene)
  const beside = unclear.some((list) => isRedirect(list) !== 'no') ? 'cannot tell' : 'no'
  return anyOf(own, beside, ...sure.map(isRedirect))
}

/** Whether a load balancer has no public address, as far as its own block tells. */
export function isPrivate(frontend: Resource, scene: Scene): Answer {
  const balancer = targetOf(frontend, { type: 'scaleway_lb', path: ['lb_id'] }, scene)
  if (balancer === undefined) return 'no'
  return allOf(
    not(isOn(balancer.get('assign_flexible_ip'), true)),
    not(hasMembers(balancer.get('ip_ids'))),
    not(isSet(balancer.get('ip_id'))),
  )
}

/** Whether a frontend answers at a port. */
export function listensAt(frontend: Resource, port: number): Answer {
  const written = frontend.get('inbound_port')
  if (written?.resolved === false) return 'cannot tell'
  return answerOf(Number(written?.value) === port)
}

function isRedirect(list: Reader): Answer {
  const action = ['action', 0] as const
  const kind = list.get(...action, 'redirect', 0, 'type')
  const target = list.get(...action, 'redirect', 0, 'target')
  return allOf(
    isOneOf(list.get(...action, 'type'), ['redirect'], ''),
    kind?.value === 'location' ? startsSecure(target?.value) : isOneOf(target, ['https'], ''),
  )
}

function startsSecure(target: unknown): Answer {
  return answerOf(String(target).startsWith('https://'))
}
