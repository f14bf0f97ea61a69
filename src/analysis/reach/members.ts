import { groupBy } from '../../base/group.ts'
import { isPlaceholder } from '../../model/part.ts'
import { claimBoth } from '../isolation/claims.ts'
import { HIDDEN, type Wanted } from '../isolation/label-selector.ts'
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
 * Prepares the look-up. One answer costs O(classes that carry a label the group wants, or those of its namespaces); a
 * group that was asked for before costs nothing.
 */
export function membersIn(classes: readonly PodClass[]): MembersOf {
  const seen = classes.filter(({ isOnHost }) => !isOnHost)
  const hosts = classes
    .filter(({ isOnHost }) => isOnHost)
    .map((of) => ({ of, claim: 'unclear' as const }))
  const spaces = groupBy(seen, ({ facts }) => facts.namespace)
  const indexes = new Map<string, Index>()
  const answers = new Map<string, readonly Member[]>()
  const indexFor = (key: string): Index => {
    const index = indexes.get(key) ?? indexOf(seen, key)
    indexes.set(key, index)
    return index
  }
  return (group) => {
    if (group.isOnHost) return hosts
    const known = answers.get(group.key)
    if (known !== undefined) return known
    const claims = namespaceClaims(group, spaces)
    const members = candidatesFor(group, claims, { seen, spaces, indexFor }).flatMap((of) =>
      memberOf(of, group, claims),
    )
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

interface Field {
  readonly seen: readonly PodClass[]
  readonly spaces: Spaces
  readonly indexFor: (key: string) => Index
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

// The smaller of both: those of the namespaces, or those that carry a label the group wants.
function candidatesFor(group: PodGroup, claims: Claims, field: Field): readonly PodClass[] {
  const { pods, dialect } = group
  const near = [...claims.keys()].map((name) => field.spaces.get(name) ?? [])
  if (pods.isEverything || pods.wants === undefined || dialect !== plainDialect) return near.flat()
  const carriers = carriersOf(pods.wants, field.indexFor(pods.wants.key))
  return sizeOf(carriers) < sizeOf(near) ? carriers.flat() : near.flat()
}

type Lists = readonly (readonly PodClass[])[]

function carriersOf({ values }: Wanted, { byValue, vague }: Index): Lists {
  return [...[...new Set(values)].map((value) => byValue.get(value) ?? []), vague]
}

function sizeOf(lists: Lists): number {
  return lists.reduce((sum, { length }) => sum + length, 0)
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

function memberOf(of: PodClass, { pods, dialect }: PodGroup, claims: Claims): readonly Member[] {
  const space = claims.get(of.facts.namespace) ?? false
  if (space === false) return []
  const claim = claimBoth(space, pods.isEverything || pods.selects(dialect(of.facts)))
  return claim === false ? [] : [{ of, claim }]
}
