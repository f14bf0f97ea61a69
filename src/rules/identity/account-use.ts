import { bindingsIn } from '../../analysis/access/binding.ts'
import { accountNamed, type Subject } from '../../analysis/access/subject.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { isPlaceholder, valueAt } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { accountNames, type AccountMention, type AccountNames } from './account-names.ts'
import { accountOf } from './account-token.ts'
import { wordsIn } from './mentions.ts'

// Kubernetes makes the first of these in every namespace, OpenShift the others too.
const ALWAYS_THERE: ReadonlySet<string> = new Set(['default', 'builder', 'deployer', 'pipeline'])

/** The accounts of a scene: those that are written, those that pods run as, and those that have a role or a token. */
interface Accounts {
  readonly written: AccountNames
  readonly running: AccountNames
  readonly known: AccountNames
  /** Whether a placeholder hides the name of an account, or whom a pod or a binding names. */
  readonly isHidden: boolean
}

/**
 * Whether an account is none that the estate holds, though it holds others of that namespace. An account that pods run
 * as is made by somebody, and one whose namespace is not written may go to any.
 */
export function isMissing({ kind, name, namespace }: Subject, scene: Scene): boolean {
  if (kind !== 'ServiceAccount' || ALWAYS_THERE.has(name)) return false
  const others = scene.inNamespace('ServiceAccount', namespace)
  if (others.every((other) => ALWAYS_THERE.has(other.name))) return false
  const { written, running, isHidden } = accountsIn(scene)
  return !isHidden && !written.has(namespace, name) && !running.has(namespace, name)
}

/** Whether pods run as an account. */
export function runsPods(account: Resource, scene: Scene): boolean {
  return accountsIn(scene).running.has(writtenNamespace(account), account.name)
}

/**
 * Whether nothing that was read uses an account: no pod, no binding, no token made by hand, no setting that speaks of
 * it. Only where pods of its namespace were read and no placeholder hides whom they run as.
 */
export function isUnused(account: Resource, scene: Scene): boolean {
  const { name } = account
  if (ALWAYS_THERE.has(name) || scene.podsIn(account.namespace).length === 0) return false
  const { running, known, isHidden } = accountsIn(scene)
  const namespace = writtenNamespace(account)
  return (
    !isHidden &&
    !running.has(namespace, name) &&
    !known.has(namespace, name) &&
    !wordsIn(scene).has(name)
  )
}

const accountsIn = oncePerScene(readAccounts)

function readAccounts(scene: Scene): Accounts {
  const written = scene.ofKind('ServiceAccount').map(mentionOf)
  const running = scene.pods.map((pod) => ({
    namespace: writtenNamespace(pod.owner),
    name: accountOf(pod),
  }))
  const subjects = bindingsIn(scene).flatMap((binding) => binding.subjects)
  const bound = subjects.flatMap(({ subject }) => accountIn(subject) ?? [])
  return {
    written: accountNames(written),
    running: accountNames(running.filter(isNamed)),
    known: accountNames([...bound, ...scene.ofKind('Secret').flatMap(tokenOwner)]),
    isHidden:
      subjects.some(({ subject }) => subject === undefined) ||
      !running.every(isNamed) ||
      written.some(holdsPlaceholder) ||
      running.some(holdsPlaceholder),
  }
}

/** A mention of an account whose name may be hidden. */
interface VagueMention {
  readonly namespace: string | undefined
  readonly name: string | undefined
}

function isNamed(mention: VagueMention): mention is AccountMention {
  return mention.name !== undefined
}

function holdsPlaceholder({ namespace, name }: VagueMention): boolean {
  return isPlaceholder(namespace) || isPlaceholder(name)
}

function mentionOf(account: Resource): AccountMention {
  return { namespace: writtenNamespace(account), name: account.name }
}

function accountIn(subject: Subject | undefined): Subject | undefined {
  if (subject?.kind === 'User') return accountNamed(subject.name)
  return subject?.kind === 'ServiceAccount' ? subject : undefined
}

// A token in a Secret is for somebody outside, whom nobody sees here.
function tokenOwner(secret: Resource): readonly AccountMention[] {
  const name = secret.annotations['kubernetes.io/service-account.name']
  return name === undefined ? [] : [{ namespace: writtenNamespace(secret), name }]
}

const NAMESPACE = ['metadata', 'namespace'] as const

function writtenNamespace(resource: Resource): string | undefined {
  const written = valueAt(resource.value, NAMESPACE) ?? null
  return written === null ? undefined : resource.namespace
}
