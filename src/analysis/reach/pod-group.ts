import { isList, isMapping, memberOf } from '../../model/part.ts'
import { EVERYTHING, readLabelSelector } from '../isolation/label-selector.ts'
import { plainDialect, type PodGroup } from './policy.ts'

/** The pods of one namespace that a label selector selects; an absent selector selects all. */
export function podsOf(namespace: string, selector: unknown): PodGroup {
  return {
    namespaces: { name: namespace },
    pods: readLabelSelector(selector),
    dialect: plainDialect,
    isOnHost: false,
    key: `${namespace}/${selectorKey(selector)}`,
  }
}

/** The pods that a label selector selects in all namespaces that another one selects. */
export function podsAcross(namespaces: unknown, selector: unknown): PodGroup {
  return {
    namespaces: { selector: readLabelSelector(namespaces) },
    pods: readLabelSelector(selector),
    dialect: plainDialect,
    isOnHost: false,
    key: `${selectorKey(namespaces)}//${selectorKey(selector)}`,
  }
}

/** Every namespace. */
export const ANYWHERE = { selector: EVERYTHING } as const

/** Nodes, and pods on their network: some of them, and nobody can tell which. */
export const SOME_HOSTS: PodGroup = {
  namespaces: ANYWHERE,
  pods: EVERYTHING,
  dialect: plainDialect,
  isOnHost: true,
  key: 'hosts',
}

/** Equal for label selectors that select the same because they say the same in another order. */
export function selectorKey(selector: unknown): string {
  if (!isMapping(selector)) return JSON.stringify(selector ?? null)
  const labels = memberOf(selector, 'matchLabels')
  const expressions = memberOf(selector, 'matchExpressions')
  const pairs = isMapping(labels) ? Object.entries(labels) : [labels]
  const tests = isList(expressions) ? expressions : [expressions]
  return `${sortedJson(pairs)}${sortedJson(tests)}`
}

function sortedJson(members: readonly unknown[]): string {
  return members
    .map((member) => JSON.stringify(member) ?? '')
    .toSorted()
    .join('')
}
