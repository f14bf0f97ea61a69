import { isPlaceholder } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import { textsOf, type Resource } from '../../model/resource.ts'

/** Who may be given rights. */
export interface Subject {
  readonly kind: 'User' | 'Group' | 'ServiceAccount'
  readonly name: string
  /** Of an account; users and groups belong to no namespace. */
  readonly namespace: string | undefined
}

/** Who asks. Of a user, `groups` are those that are known besides the ones that Kubernetes puts everyone in. */
export interface Requester extends Subject {
  readonly groups?: readonly string[]
}

/** A member of a binding's `subjects`. */
export interface BoundSubject {
  readonly place: Place
  /** Undefined when nobody can tell who is meant: a placeholder, a field that is missing or of the wrong type. */
  readonly subject: Subject | undefined
}

/** The members of a binding's `subjects`; a single unknown one when the list itself is a placeholder or none. */
export function subjectsOf(binding: Resource): readonly BoundSubject[] {
  const written = binding.get('subjects')
  if (written === undefined) return []
  if (!Array.isArray(written.value)) return [{ place: written.place, subject: undefined }]
  return binding.list('subjects').map(({ value, place }) => {
    return { place, subject: readSubject(value, binding.namespace) }
  })
}

/** The subject that `value` names in a binding of `namespace`, or undefined when nobody can tell. */
function readSubject(value: unknown, namespace: string | undefined): Subject | undefined {
  const texts = textsOf(value)
  const { kind, name } = texts
  if (name === undefined || name === '' || [kind, name, texts['namespace']].some(isPlaceholder))
    return undefined
  switch (kind) {
    case 'User':
    case 'Group':
      return { kind, name, namespace: undefined }
    case 'ServiceAccount': {
      // The authorizer takes the binding's namespace for one that is not written; outside of namespaces there is none.
      const home = texts['namespace'] || namespace
      return home === undefined ? undefined : { kind, name, namespace: home }
    }
    default:
      return undefined
  }
}

/** The account that a user name stands for (`system:serviceaccount:NS:NAME`), or undefined for other names. */
export function accountNamed(user: string): Subject | undefined {
  if (!user.startsWith(ACCOUNT_PREFIX)) return undefined
  const [namespace, name, ...rest] = user.slice(ACCOUNT_PREFIX.length).split(':')
  if (!namespace || !name || rest.length > 0) return undefined
  return { kind: 'ServiceAccount', name, namespace }
}

/** The user name of an account, as the API server calls it. */
function userNameOf(namespace: string, account: string): string {
  return `${ACCOUNT_PREFIX}${namespace}:${account}`
}

/** What tells one subject from another: an account and the user of its name are the same. */
export function subjectKey({ kind, name, namespace }: Subject): string {
  if (kind === 'Group') return groupKey(name)
  return `user ${kind === 'User' ? name : userNameOf(namespace ?? '', name)}`
}

/**
 * All that a requester is: the keys of its user name and of its groups, implicit ones included. A Group stands for any
 * of its members. Source: Kubernetes, Authenticating: anonymous requests and service account tokens.
 */
export function identitiesOf(who: Requester): readonly string[] {
  const groups = (who.groups ?? []).map(groupKey)
  if (who.kind === 'Group') {
    const implied = IMPLIED_BY_GROUP.get(who.name) ?? [AUTHENTICATED]
    const all = who.name.startsWith(`${ACCOUNTS}:`) ? [ACCOUNTS, ...implied] : implied
    return [...new Set([subjectKey(who), ...groups, ...all.map(groupKey)])]
  }
  const account = who.kind === 'User' ? accountNamed(who.name) : who
  const home = account === undefined ? [] : [ACCOUNTS, `${ACCOUNTS}:${account.namespace ?? ''}`]
  const isAnonymous = who.kind === 'User' && who.name === 'system:anonymous'
  const everyone = isAnonymous ? UNAUTHENTICATED : AUTHENTICATED
  return [...new Set([subjectKey(who), ...groups, ...[...home, everyone].map(groupKey)])]
}

/** A subject in words: `account "web" of namespace "shop"`, `group "ops"`. */
export function describeSubject(subject: Subject): string {
  const known = subject.kind === 'User' ? (accountNamed(subject.name) ?? subject) : subject
  if (known.kind !== 'ServiceAccount') return `${known.kind.toLowerCase()} "${known.name}"`
  return `account "${known.name}" of namespace "${known.namespace ?? ''}"`
}

function groupKey(group: string): string {
  return `group ${group}`
}

const ACCOUNT_PREFIX = 'system:serviceaccount:'
const ACCOUNTS = 'system:serviceaccounts'
const AUTHENTICATED = 'system:authenticated'
const UNAUTHENTICATED = 'system:unauthenticated'

// Who is not authenticated is in no other group.
const IMPLIED_BY_GROUP: ReadonlyMap<string, readonly string[]> = new Map([[UNAUTHENTICATED, []]])
