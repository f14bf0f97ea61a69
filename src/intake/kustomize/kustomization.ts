import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Mark } from '../../model/making.ts'
import { KUSTOMIZATION_NAMES } from '../manifest-name.ts'
import {
  itemsOf,
  listNode,
  mappingNode,
  memberNode,
  plainOf,
  textOf,
  type MappingNode,
  type Node,
} from './node.ts'
import { refuse } from './refusal.ts'
import { kustomizationSchema, NESTED_KEYS } from './schema.ts'
import { documentsAt, type Workshop } from './workshop.ts'

/** A kustomization file that is as it has to be. */
export interface Kustomization {
  /** The real path of its folder. */
  readonly folder: string
  readonly node: MappingNode
  readonly isComponent: boolean
}

const KIND = 'Kustomization'
const COMPONENT = 'Component'
const VERSIONS: Readonly<Record<string, string>> = {
  [KIND]: 'kustomize.config.k8s.io/v1beta1',
  [COMPONENT]: 'kustomize.config.k8s.io/v1alpha1',
}

/** Reads the kustomization file in `folder`, which `said` asks for. */
export function readKustomization(
  workshop: Workshop,
  folder: string,
  said: Mark | undefined,
): Kustomization {
  const paths = KUSTOMIZATION_NAMES.map((name) => join(folder, name)).filter((path) =>
    existsSync(path),
  )
  const [path, ...more] = paths
  const [document] = path === undefined ? [] : documentsAt(workshop, path)
  const mark = said ??
    document?.origin ?? { source: { file: workshop.nameOf(folder), text: '' }, start: 0, end: 0 }
  if (path === undefined || document === undefined) {
    return refuse(mark, {
      message: `There is no kustomization file in ${workshop.nameOf(folder) || '.'}, or it is empty.`,
      remedy: 'Add a kustomization.yaml there, or name a file.',
    })
  }
  if (more.length > 0) {
    return refuse(mark, {
      message: `There are several kustomization files in ${workshop.nameOf(folder) || '.'}.`,
      remedy: 'Keep one of them.',
    })
  }
  return checked(folder, document)
}

function checked(folder: string, document: Node): Kustomization {
  const node = spelled(document)
  const problem = v.safeParse(kustomizationSchema, plainOf(node))
  if (!problem.success || node.kind !== 'mapping') return misshapen(node, problem.issues?.[0])
  const kind = textOf(memberNode(node, 'kind')) || KIND
  const version = textOf(memberNode(node, 'apiVersion'))
  if (VERSIONS[kind] === undefined || (version !== '' && version !== VERSIONS[kind])) {
    return refuse((memberNode(node, 'apiVersion') ?? node).origin, {
      message: `Kustomize knows no ${version || 'any version'} ${kind}.`,
      remedy: `Write apiVersion: ${VERSIONS[KIND] ?? ''} and kind: ${KIND}.`,
    })
  }
  const hasContent = [...node.members.keys()].some((key) => !TYPE_KEYS.has(key))
  if (!hasContent) {
    return refuse(node.origin, {
      message: 'This kustomization says nothing.',
      remedy: 'Name its resources, or delete it.',
    })
  }
  return { folder, node, isComponent: kind === COMPONENT }
}

const TYPE_KEYS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata'])

// Kustomize finds its fields whatever their case; the keys of labels and the like are the user's own.
function spelled(node: Node): Node {
  switch (node.kind) {
    case 'scalar':
      return node
    case 'list':
      return listNode(node.members.map(spelled), node.origin)
    case 'mapping':
      return mappingNode(
        [...node.members].map(([key, member]) => {
          const known = SPELLINGS.get(key.toLowerCase()) ?? key
          const isFree = member.kind === 'mapping' && FREE_KEYS.has(known)
          return [known, isFree ? member : spelled(member)] as const
        }),
        node.origin,
      )
  }
}

const FREE_KEYS: ReadonlySet<string> = new Set([
  'annotations',
  'commonAnnotations',
  'commonLabels',
  'labels',
  'metadata',
  'openapi',
  'pairs',
  'valuesInline',
  'valuesLocal',
])

const SPELLINGS: ReadonlyMap<string, string> = new Map(
  [...Object.keys(kustomizationSchema.entries), ...NESTED_KEYS].map((key) => [
    key.toLowerCase(),
    key,
  ]),
)

function misshapen(node: Node, issue: v.BaseIssue<unknown> | undefined): never {
  let current: Node = node
  for (const { key } of issue?.path ?? []) {
    const next = typeof key === 'number' ? itemsOf(current)[key] : memberNode(current, String(key))
    if (next === undefined) break
    current = next
  }
  const field = issue === undefined ? undefined : v.getDotPath(issue)
  const isUnknown = issue?.expected === 'never'
  return refuse(current.origin, {
    message: isUnknown
      ? `Kustomize knows no field "${field ?? ''}" here.`
      : `The field "${field ?? ''}" is not what Kustomize expects (${issue?.expected ?? 'a mapping'}).`,
    remedy: 'Compare it with the reference of the kustomization file.',
  })
}
