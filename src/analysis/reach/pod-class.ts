import { isPlaceholder } from '../../model/part.ts'
import { MACHINE_KINDS, type Pod } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'
import { HIDDEN, type Lookup } from '../isolation/label-selector.ts'
import { namespaceLookup, podLookup } from '../isolation/subjects.ts'
import { declaredPorts, NO_DECLARED_PORTS, type DeclaredPorts } from './declared-ports.ts'
import { CONTROLLER } from './peer.ts'
import type { PodFacts, PodGroup, PolicySide } from './policy.ts'
import { isOnNode } from './workloads.ts'

/** Pods that no policy can tell apart. */
export interface PodClass {
  readonly index: number
  readonly facts: PodFacts
  readonly isOnHost: boolean
  /** The named ports that policies speak of. */
  readonly ports: DeclaredPorts
  /** Equal for classes whose `ports` are equal. */
  readonly portsKey: string
}

/** All classes of pods, and to which each pod belongs. The last class is that of the ingress controller. */
export interface PodClasses {
  readonly all: readonly PodClass[]
  readonly of: (pod: Pod) => PodClass
  readonly controller: PodClass
}

/** Sorts the pods of a scene into classes, as far as `sides` ask. O(pods × keys that are asked for). */
export function classesOf(
  pods: readonly Pod[],
  sides: readonly PolicySide[],
  scene: Scene,
): PodClasses {
  const asked = askedBy(sides)
  const byKey = new Map<string, PodClass>()
  const byPod = new Map<Pod, PodClass>()
  const namespaces = new Map<string, Lookup>()
  for (const pod of pods) {
    const namespace = pod.owner.namespace ?? ''
    const labels = namespaces.get(namespace) ?? namespaceLookup(namespace, scene)
    namespaces.set(namespace, labels)
    const draft = draftOf(pod, labels, asked)
    const known = byKey.get(draft.key)
    const own = known ?? { ...draft, index: byKey.size }
    if (known === undefined) byKey.set(draft.key, own)
    byPod.set(pod, own)
  }
  const controller = { ...UNKNOWN_CONTROLLER, index: byKey.size }
  return {
    all: [...byKey.values(), controller],
    of: (pod) => byPod.get(pod) ?? controller,
    controller,
  }
}

// Nothing is known of it but that it is a pod: neither its labels nor those of its namespace.
const UNKNOWN_CONTROLLER: Omit<PodClass, 'index'> = {
  facts: {
    namespace: CONTROLLER.id,
    labels: () => HIDDEN,
    namespaceLabels: () => HIDDEN,
    account: () => HIDDEN,
  },
  isOnHost: false,
  ports: NO_DECLARED_PORTS,
  portsKey: '',
}

/** What selectors and rules ask of pods: the keys of labels, whether of accounts, the names of ports. */
interface Asked {
  readonly labels: readonly string[]
  readonly hasAccounts: boolean
  readonly ports: ReadonlySet<string>
}

function askedBy(sides: readonly PolicySide[]): Asked {
  const labels = new Set<string>()
  let hasAccounts = false
  // Whatever is hidden leaves a condition open, so a selector goes on to ask for all it can.
  const probe: PodFacts = {
    namespace: '',
    labels: (key) => {
      labels.add(key)
      return HIDDEN
    },
    namespaceLabels: () => HIDDEN,
    account: () => {
      hasAccounts = true
      return HIDDEN
    },
  }
  for (const { pods, dialect } of groupsOf(sides)) pods.selects(dialect(probe))
  const named = sides.flatMap(({ rules }) => rules.flatMap(({ ports }) => ports.named))
  return { labels: [...labels], hasAccounts, ports: new Set(named.map(({ name }) => name)) }
}

function* groupsOf(sides: readonly PolicySide[]): Generator<PodGroup> {
  for (const { subjects, rules } of sides) {
    yield* subjects
    for (const { peers } of rules) {
      yield* peers.pods
      yield* peers.maybePods
    }
  }
}

interface Draft extends Omit<PodClass, 'index'> {
  readonly key: string
}

function draftOf(pod: Pod, namespaceLabels: Lookup, asked: Asked): Draft {
  const namespace = pod.owner.namespace ?? ''
  const labels = labelsOf(pod)
  const account = accountLookup(pod)
  const isOnHost = isOnNode(pod)
  const ports =
    asked.ports.size === 0 ? NO_DECLARED_PORTS : spokenOf(declaredPorts(pod), asked.ports)
  const portsKey = portsText(ports)
  const values = asked.labels.map((key) => valueText(labels(key)))
  const key = [
    namespace,
    String(isOnHost),
    asked.hasAccounts ? valueText(account('')) : '',
    portsKey,
    ...values,
  ].join('\0')
  return { key, facts: { namespace, labels, namespaceLabels, account }, isOnHost, ports, portsKey }
}

// The controller of machines writes labels into the pods that run them.
function labelsOf(pod: Pod): Lookup {
  const labels = podLookup(pod)
  if (!MACHINE_KINDS.includes(pod.owner.type)) return labels
  return (key) => labels(key) ?? (/(?:^|\.)kubevirt\.io(?:$|\/)/.test(key) ? HIDDEN : undefined)
}

function spokenOf({ ports, isPartial }: DeclaredPorts, names: ReadonlySet<string>): DeclaredPorts {
  return { ports: ports.filter(({ name }) => names.has(name)), isPartial }
}

// Names have neither of these signs.
function portsText({ ports, isPartial }: DeclaredPorts): string {
  const texts = ports.map(({ name, protocol, port }) => `${name}/${protocol}/${port}`)
  return isPartial ? `?${texts.join()}` : texts.join()
}

function accountLookup(pod: Pod): Lookup {
  const name = pod.get('serviceAccountName')
  if (name === undefined) return () => 'default'
  return () => (typeof name.value === 'string' && !isPlaceholder(name.value) ? name.value : HIDDEN)
}

// No label has these characters, so neither stands for a value.
function valueText(found: ReturnType<Lookup>): string {
  if (found === undefined) return '\u0001'
  return found === HIDDEN ? '\u0002' : found
}
