import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { readCalicoSelector } from '../isolation/calico-selector.ts'
import { claimBoth, claimNot, claimSome } from '../isolation/claims.ts'
import {
  carries,
  EVERYTHING,
  HIDDEN,
  type Lookup,
  type Selector,
} from '../isolation/label-selector.ts'
import { NAMESPACE_NAME } from '../isolation/subjects.ts'
import type { Claim } from '../pod-security/candidate.ts'
import { ANYWHERE } from './pod-group.ts'
import type { PodFacts, PodGroup } from './policy.ts'

const OWN = 'projectcalico.org/'
const [OWN_NAMESPACE, OWN_NAME, OWN_ACCOUNT] = [
  `${OWN}namespace`,
  `${OWN}name`,
  `${OWN}serviceaccount`,
]
/** Before labels of the account that a pod runs as. */
const ACCOUNT_LABELS = 'pcsa.'
const NAMESPACE_LABELS = 'pcns.'

/** Whom selectors of one policy or rule mean, as they are written. */
export interface CalicoSelection {
  /** The namespace of a policy that has one. */
  readonly namespace: string | undefined
  readonly namespaceSelector: unknown
  readonly selector: unknown
  readonly notSelector: unknown
  /** Selects accounts by their labels. */
  readonly accountSelector: unknown
  /** The names of accounts; empty for whatever name. */
  readonly accounts: readonly unknown[]
}

/** The pods that all selectors together mean. */
export function calicoPods(selection: CalicoSelection, scene: Scene): PodGroup {
  const { namespace, namespaceSelector } = selection
  return {
    namespaces: isWritten(namespaceSelector)
      ? { selector: inNamespaces(namespaceSelector) }
      : namespace === undefined
        ? ANYWHERE
        : { name: namespace },
    pods: podSelector(selection),
    dialect: dialectIn(scene),
    isOnHost: false,
    key: `calico ${JSON.stringify(selection)}`,
  }
}

/** Whether a selector says anything; an empty one is as good as none. */
export function isWritten(selector: unknown): boolean {
  return (selector ?? '') !== ''
}

/** Whether a set of addresses, of a namespace or of none, is meant by selectors of pods. */
export function calicoMeans(
  { namespace, namespaceSelector, selector, notSelector }: CalicoSelection,
  set: Resource,
  scene: Scene,
): Claim {
  const own = lookupOf(set)
  const isIn = isWritten(namespaceSelector)
    ? namespaceMeans(namespaceSelector, set, scene)
    : namespace === undefined || namespace === homeOf(set)
  const isMeant = readCalicoSelector(selector).selects(own)
  const isNot = isWritten(notSelector) && readCalicoSelector(notSelector).selects(own)
  return claimBoth(isIn, claimBoth(isMeant, claimNot(isNot)))
}

function namespaceMeans(selector: unknown, set: Resource, scene: Scene): Claim {
  const namespace = homeOf(set)
  if (namespace !== undefined) {
    const home = scene.find('Namespace', undefined, namespace)
    return inNamespaces(selector).selects((key) =>
      key === NAMESPACE_NAME ? namespace : home === undefined ? HIDDEN : home.labels[key],
    )
  }
  const text = String(selector).trim()
  // What belongs to no namespace: `global()` means it, `all()` does not, and it has none of their labels.
  if (text === 'global()' || text === 'all()') return text === 'global()'
  return /\b(?:all|global)\(/.test(text)
    ? 'unclear'
    : readCalicoSelector(text).selects(() => undefined)
}

// Only some sets of addresses belong to a namespace.
function homeOf({ type, namespace }: Resource): string | undefined {
  return type.endsWith('/GlobalNetworkSet') ? undefined : (namespace ?? '')
}

function lookupOf(set: Resource): Lookup {
  const { labels } = set
  return (key) => {
    if (key === OWN_NAMESPACE) return homeOf(set)
    return Object.hasOwn(labels, key) ? labels[key] : undefined
  }
}

function inNamespaces(selector: unknown): Selector {
  const read = readCalicoSelector(selector)
  return {
    ...read,
    selects: (labels) => read.selects((key) => labels(key === OWN_NAME ? NAMESPACE_NAME : key)),
  }
}

function podSelector(selection: CalicoSelection): Selector {
  const { selector, notSelector, accountSelector, accounts } = selection
  const tests: Selector[] = [readCalicoSelector(selector)]
  if (isWritten(notSelector)) tests.push(negated(readCalicoSelector(notSelector)))
  if (isWritten(accountSelector)) tests.push(ofAccounts(readCalicoSelector(accountSelector)))
  if (accounts.length > 0) tests.push(named(accounts))
  const needed = tests.filter(({ isEverything }) => !isEverything)
  if (needed.length === 0) return EVERYTHING
  return {
    wants: undefined,
    isEverything: false,
    selects: (labels) => needed.map(({ selects }) => selects(labels)).reduce(claimBoth),
  }
}

function negated({ selects }: Selector): Selector {
  return { wants: undefined, isEverything: false, selects: (labels) => claimNot(selects(labels)) }
}

function ofAccounts({ selects, isEverything }: Selector): Selector {
  return {
    wants: undefined,
    isEverything,
    selects: (labels) => selects((key) => labels(`${ACCOUNT_LABELS}${key}`)),
  }
}

function named(accounts: readonly unknown[]): Selector {
  return {
    wants: undefined,
    isEverything: false,
    selects: (labels) => claimSome(accounts, (account) => carries(labels, OWN_ACCOUNT, account)),
  }
}

// The labels of accounts stand in the scene.
const dialectIn = oncePerScene(
  (scene): PodGroup['dialect'] =>
    (facts) =>
      calicoLabels(facts, scene),
)

function calicoLabels(facts: PodFacts, scene: Scene): Lookup {
  const { labels, namespaceLabels, account } = facts
  return (key) => {
    if (key === OWN_NAMESPACE) return namespaceLabels(NAMESPACE_NAME)
    if (key === OWN_ACCOUNT) return account('')
    if (key === `${OWN}orchestrator`) return 'k8s'
    if (key.startsWith(OWN)) return HIDDEN
    if (key.startsWith(NAMESPACE_LABELS)) return namespaceLabels(key.slice(NAMESPACE_LABELS.length))
    return key.startsWith(ACCOUNT_LABELS)
      ? accountLabel(key.slice(ACCOUNT_LABELS.length), facts, scene)
      : labels(key)
  }
}

function accountLabel(key: string, facts: PodFacts, scene: Scene): ReturnType<Lookup> {
  const name = facts.account('')
  const namespace = facts.namespaceLabels(NAMESPACE_NAME)
  if (key === OWN_NAME) return name
  if (typeof name !== 'string' || typeof namespace !== 'string') return HIDDEN
  const account = scene.find('ServiceAccount', namespace, name)
  // One that was not read may carry any label.
  if (account === undefined) return HIDDEN
  return Object.hasOwn(account.labels, key) ? account.labels[key] : undefined
}
