import { groupBy, groupByAll } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { isPlaceholder } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { bindingsIn, type Binding } from './binding.ts'
import type { PolicyRule } from './policy-rule.ts'
import { ruleAllows, type Answer, type Request } from './request.ts'
import { bookOf, refKey, type Role, type RoleBook } from './role-book.ts'
import { identitiesOf, subjectKey, type Requester, type Subject } from './subject.ts'

/** A rule that somebody has: by which binding, and written in which role. */
export interface Grant {
  readonly binding: Binding
  /** The role in which the rule stands, which an aggregated role may have gathered it from. */
  readonly role: Role
  readonly rule: PolicyRule
  /** Whether it is certain that the rule takes effect for whom the binding names. */
  readonly sure: boolean
}

/** An answer with its reason: what allows the request, or the binding that nobody can judge. */
interface Verdict {
  readonly answer: Answer
  readonly grant?: Grant
  readonly binding?: Binding
}

/** Who gets the rules of a role. */
export interface Receiver {
  /** Undefined when a placeholder hides who it is. */
  readonly subject: Subject | undefined
  readonly binding: Binding
  /** The role that the binding names, when it is not the role itself but one that gathers its rules. */
  readonly through: Role | undefined
}

/**
 * What roles and bindings that were read allow, as the RBAC authorizer of Kubernetes decides. What a cluster gives
 * by default to everyone (`system:discovery`, `system:basic-user`, `system:public-info-viewer`) is left out, and other
 * authorizers (Node, webhooks) are not asked.
 */
export interface Access {
  readonly roles: RoleBook
  /** Whether `who` may do that. "no" means that nothing that was read allows it. O(rules of `who`). */
  readonly can: (who: Requester, request: Request) => Verdict
  /** Whether a binding names `who`, or a group that everyone of its kind is in. O(groups of `who`). */
  readonly isBound: (who: Requester) => boolean
  /** Every rule that `who` has, those that are not sure included. */
  readonly rulesOf: (who: Requester) => readonly Grant[]
  /** Whom the bindings that were read give the rules of the role that is written in `resource`. */
  readonly receiversOf: (resource: Resource) => readonly Receiver[]
  /** The rules of the role that a binding names; none when it was not read. */
  readonly grantsOf: (binding: Binding) => readonly Grant[]
  /** The binding that is written in `resource`. */
  readonly bindingIn: (resource: Resource) => Binding | undefined
  /** The bindings of which some subject cannot be read: they may name anybody. */
  readonly unnamed: readonly Binding[]
}

/** What was read of a scene, from which all questions are answered. */
interface Records {
  readonly roles: RoleBook
  readonly bySubject: ReadonlyMap<string, readonly Binding[]>
  readonly unnamed: readonly Binding[]
  readonly grantsOf: (binding: Binding) => readonly Grant[]
}

/** The access that a scene's roles and bindings give. Built once for each scene. O(roles + bindings + subjects). */
export const accessOf = oncePerScene(readAccess)

function readAccess(scene: Scene): Access {
  const roles = bookOf(scene)
  const bindings = bindingsIn(scene)
  const byRole = groupBy(bindings, ({ role }) => (role === undefined ? '' : refKey(role)))
  const byResource = new Map(bindings.map((binding) => [binding.resource, binding]))
  const grants = new Map<Binding, readonly Grant[]>()
  const grantsOf = (binding: Binding): readonly Grant[] => {
    const found = grants.get(binding) ?? readGrants(binding, roles)
    grants.set(binding, found)
    return found
  }
  const records: Records = {
    roles,
    bySubject: groupByAll(bindings, subjectKeys),
    unnamed: bindings.filter(({ subjects }) => subjects.some(({ subject }) => !subject)),
    grantsOf,
  }
  return {
    roles,
    bindingIn: (resource) => byResource.get(resource),
    unnamed: records.unnamed,
    grantsOf,
    can: (who, request) => decide(who, request, records),
    isBound: (who) => identitiesOf(who).some((key) => records.bySubject.has(key)),
    rulesOf: (who) => bindingsOf(who, records).flatMap(grantsOf),
    receiversOf: (resource) => receiversOf(resource, roles, byRole),
  }
}

function decide(who: Requester, request: Request, records: Records): Verdict {
  // The API server asks no authorizer about members of this group.
  if (identitiesOf(who).includes('group system:masters')) return { answer: 'yes' }
  let doubt: Verdict = { answer: 'no' }
  for (const binding of bindingsOf(who, records)) {
    const verdict = decideBy(binding, request, records)
    if (verdict.answer === 'yes') return verdict
    if (verdict.answer === 'unknown') doubt = verdict
  }
  if (doubt.answer === 'unknown') return doubt
  const maybe = records.unnamed.find(
    (binding) => decideBy(binding, request, records).answer !== 'no',
  )
  return maybe === undefined ? doubt : { answer: 'unknown', binding: maybe }
}

function decideBy(binding: Binding, request: Request, records: Records): Verdict {
  const reach = reaches(binding, request)
  if (reach === 'no' || !binding.isValid) return { answer: 'no' }
  if (binding.role === undefined || records.roles.find(binding.role).length === 0)
    return { answer: 'unknown', binding }
  let doubt: Verdict = { answer: 'no' }
  for (const grant of records.grantsOf(binding)) {
    const answer = ruleAllows(grant.rule, request)
    if (answer === 'no') continue
    if (answer === 'yes' && grant.sure && reach === 'yes') return { answer, grant, binding }
    doubt = { answer: 'unknown', grant, binding }
  }
  return doubt
}

function reaches(binding: Binding, request: Request): Answer {
  if (binding.namespace === undefined) return 'yes'
  const namespace = namespaceOf(request)
  if (namespace === undefined) return 'no'
  if (isPlaceholder(binding.namespace)) return 'unknown'
  return binding.namespace === namespace ? 'yes' : 'no'
}

// The API server takes a request about one Namespace for one inside of it.
function namespaceOf(request: Request): string | undefined {
  if ('path' in request) return undefined
  const isNamespace = request.group === '' && /^namespaces(?:\/|$)/.test(request.resource)
  return request.namespace ?? (isNamespace ? request.name : undefined)
}

function bindingsOf(who: Requester, { bySubject }: Records): readonly Binding[] {
  if (bySubject.size === 0) return []
  return [...new Set(identitiesOf(who).flatMap((key) => bySubject.get(key) ?? []))]
}

function readGrants(binding: Binding, roles: RoleBook): readonly Grant[] {
  if (binding.role === undefined) return []
  return roles
    .find(binding.role)
    .flatMap((bound) => roles.sharesOf(bound))
    .flatMap(({ role, sure }) => role.rules.map((rule) => ({ binding, role, rule, sure })))
}

function receiversOf(
  resource: Resource,
  roles: RoleBook,
  byRole: ReadonlyMap<string, readonly Binding[]>,
): readonly Receiver[] {
  const role = roles.written(resource)
  if (role === undefined) return []
  const gathered = roles.gatherersOf(role).map((through) => ({ bound: through, through }))
  return [{ bound: role, through: undefined }, ...gathered].flatMap(({ bound, through }) =>
    (byRole.get(refKey(bound)) ?? []).flatMap((binding) =>
      binding.subjects.map(({ subject }) => ({ subject, binding, through })),
    ),
  )
}

function subjectKeys({ subjects }: Binding): readonly string[] {
  return [...new Set(subjects.flatMap(({ subject }) => (subject ? [subjectKey(subject)] : [])))]
}
