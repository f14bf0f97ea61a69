import type { Credential } from '../../analysis/secrets/credential.ts'
import { findCredential } from '../../analysis/secrets/find-credential.ts'
import type { Path } from '../../model/document.ts'
import { isList, isMapping, memberOf, valueAt } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'

/** Kinds that carry the values of a Helm chart. */
export const CHART_KINDS = [
  'argoproj.io/Application',
  'argoproj.io/ApplicationSet',
  'helm.cattle.io/HelmChart',
  'helm.cattle.io/HelmChartConfig',
  'helm.toolkit.fluxcd.io/HelmRelease',
] as const

// Where they keep them. Sources: the API references of Flux 2.7, Argo CD 3.2 and the helm-controller of k3s; read
// 2026-11-24.
const VALUES: readonly Path[] = [
  ['spec', 'values'],
  ['spec', 'set'],
  ['spec', 'valuesContent'],
  ...helmOf(['spec', 'source']),
  ...helmOf(['spec', 'template', 'spec', 'source']),
]

const MOST_VALUES = 5_000
const DEEPEST = 40

/** A value of a chart that is a credential. */
export interface ChartCredential {
  readonly place: Place
  readonly name: string
  readonly credential: Credential
}

/** The values that an object hands to a Helm chart and that are credentials. O(values). */
export function chartCredentials(resource: Resource): readonly ChartCredential[] {
  return [...VALUES, ...ofSources(resource)].flatMap((path) => inValues(resource, path))
}

function ofSources(resource: Resource): readonly Path[] {
  return resource.list('spec', 'sources').flatMap((_, index) => helmOf(['spec', 'sources', index]))
}

function helmOf(source: Path): readonly Path[] {
  return ['values', 'valuesObject', 'parameters'].map((key) => [...source, 'helm', key])
}

interface Leaf {
  readonly name: string
  readonly value: unknown
  readonly path: Path
}

function inValues(resource: Resource, root: Path): readonly ChartCredential[] {
  const found: ChartCredential[] = []
  const left: Leaf[] = [{ name: 'values.yaml', value: valueAt(resource.value, root), path: root }]
  let count = 0
  for (let leaf = left.pop(); leaf !== undefined && count < MOST_VALUES; leaf = left.pop()) {
    count++
    const { name, value, path } = leaf
    if (typeof value === 'string') {
      const credential = findCredential(value, { name, keptIn: 'open' })
      if (credential !== undefined) found.push({ place: resource.at(...path), name, credential })
    } else if (path.length < DEEPEST) left.push(...membersOf(leaf))
  }
  return found
}

function membersOf({ name, value, path }: Leaf): readonly Leaf[] {
  if (isList(value)) {
    return value.map((member, index) => ({ name, value: member, path: [...path, index] }))
  }
  if (!isMapping(value)) return []
  const named = memberOf(value, 'name')
  return Object.entries(value).map(([key, member]) => ({
    // A pair of `name` and `value`, as parameters and variables are written.
    name: key === 'value' && typeof named === 'string' ? named : key,
    value: member,
    path: [...path, key],
  }))
}
