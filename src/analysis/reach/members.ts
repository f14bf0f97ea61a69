import { groupBy } from '../../base/group.ts'
import { isPlaceholder } from '../../model/part.ts'
import { claimBoth } from '../isolation/claims.ts'
import { HIDDEN } from '../isolation/label-selector.ts'
import type { Claim } from '../pod-security/candidate.ts'
import type { PodClass } from './pod-class.ts'
import { plainDialect, type PodGroup } from './policy.ts'

/** A class that belongs to a group of pods, for sure or perhaps. */
interface Member {
  readonly of: PodClass
  readonly claim: true | 'unclear'
}

/** Looks up which classes belong to a group. Pods on the network of their nodes belong to none but groups of hosts. */
export type MembersOf = (group: PodGroup) => readonly Member[]

/**
 * Prepares the look-up. One answer costs O(namespaces it means + classes there that carry a label the group wants); a
 * group that was asked for before costs nothing.
 */
export function membersIn(classes: readonly PodClass[]): MembersOf {
  const hosts = classes
    .filter(({ isOnHost }) => isOnHost)
    .map((of) => ({ of, claim: 'unclear' as const }))
  const spaces = groupBy(
    classes.filter(({ isOnHost }) => !isOnHost),
    ({ facts }) => facts.namespace,
  )
  const candidatesFor = candidatesIn(spaces)
  const answers = new Map<string, readonly Member[]>()
  return (group) => {
    if (group.isOnHost) return hosts
    const known = answers.get(group.key)
    if (known !== undefined) return known
    const members: Member[] = []
    for (const [name, space] of namespaceClaims(group, spaces)) {
      for (const of of candidatesFor(group, name)) {
        const claim = claimBoth(space, holds(group, of))
        if (claim !== false) members.push({ of, claim })
      }
    }
    answers.set(group.key, members)
    return members
  }
}

type Spaces = ReadonlyMap<string, readonly PodClass[]>
type Claims = ReadonlyMap<string, Claim>

/** The classes by the value of one label; `vague` are those of which it is not known. */
interface Index {
  readonly byValue: ReadonlyMap<string, readonly PodClass[]>
  readonly vague: readonly PodClass[]
}

function namespaceClaims({ namespaces }: PodGroup, spaces: Spaces): Claims {
  if ('name' in namespaces) return new Map([[namespaces.name, true]])
  const claims = new Map<string, Claim>()
  for (const [name, [first]] of spaces) {
    const claim = first !== undefined && namespaces.selector.selects(first.facts.namespaceLabels)
    if (claim !== false) claims.set(name, claim)
  }
  return claims
}

// Those of a namespace that may belong to a group: few, when it wants a label.
function candidatesIn(spaces: Spaces): (group: PodGroup, name: string) => readonly PodClass[] {
  const indexes = new Map<string, Index>()
  const indexFor = (name: string, key: string, classes: readonly PodClass[]): Index => {
    const index = indexes.get(`${name} ${key}`) ?? indexOf(classes, key)
    indexes.set(`${name} ${key}`, index)
    return index
  }
  return ({ pods, dialect }, name) => {
    const classes = spaces.get(name) ?? []
    if (pods.isEverything || pods.wants === undefined || dialect !== plainDialect) return classes
    const { key, values } = pods.wants
    const { byValue, vague } = indexFor(name, key, classes)
    return [...[...new Set(values)].flatMap((value) => byValue.get(value) ?? []), ...vague]
  }
}

function indexOf(classes: readonly PodClass[], key: string): Index {
  const byValue = new Map<string, PodClass[]>()
  const vague: PodClass[] = []
  for (const one of classes) {
    const value = one.facts.labels(key)
    if (value === HIDDEN || isPlaceholder(value)) vague.push(one)
    else if (value !== undefined) {
      const list = byValue.get(value)
      if (list === undefined) byValue.set(value, [one])
      else list.push(one)
    }
  }
  return { byValue, vague }
}

function holds({ pods, dialect }: PodGroup, { facts }: PodClass): Claim {
  return pods.isEverything || pods.selects(dialect(facts))
}
