import { basename } from 'node:path'
import type { Path } from '../model/document.ts'
import { isList, isMapping, memberOf, valueAt, type Reader } from '../model/part.ts'
import type { Pod } from '../model/pod.ts'
import { TERRAFORM_VERSION, type Resource } from '../model/resource.ts'
import type { Scene } from '../model/scene.ts'
import { groupOf } from './known-kinds.ts'
import { matchSign, type MatchedSign } from './match-sign.ts'
import type { SignPlace } from './offering-signs.data.ts'

/** A sign that was met: the text as it is written, and where. */
export interface Clue extends MatchedSign {
  readonly text: string
  readonly part: Reader
  readonly path: Path
}

/** All signs of offerings in a scene, in the order of reading. O(objects + keys). */
export function cluesOf(scene: Scene): readonly Clue[] {
  // Lists rather than generators, one for all that find nothing: nearly no key of any object is a sign.
  const clues: Clue[] = []
  const add = (found: readonly Clue[]): void => {
    if (found.length > 0) clues.push(...found)
  }
  for (const resource of scene.resources) {
    if (resource.apiVersion === TERRAFORM_VERSION) add(terraformClues(resource))
    else {
      add(textClue('group', resource, API_VERSION, groupOf(resource.apiVersion)))
      add(textClue('kind', resource, KIND, resource.type))
      add(keyClues(resource, OWN_LABELS))
      add(keyClues(resource, OWN_ANNOTATIONS))
      add(OF_KIND.get(resource.type)?.(resource) ?? NO_CLUES)
    }
  }
  for (const pod of scene.pods) add(podClues(pod))
  return clues
}

const API_VERSION: Path = ['apiVersion']
const KIND: Path = ['kind']
const LABELS: Path = ['labels']
const ANNOTATIONS: Path = ['annotations']
const OWN_LABELS: Path = ['metadata', ...LABELS]
const OWN_ANNOTATIONS: Path = ['metadata', ...ANNOTATIONS]
const OWN_NAME: Path = ['metadata', 'name']
const NODE_SELECTOR: Path = ['nodeSelector']
const NO_CLUES: readonly Clue[] = []

function terraformClues(resource: Resource): readonly Clue[] {
  if (resource.type === 'module') return textClue('module', resource, ['source'])
  // A cluster that is only looked up is one that is used.
  const type = resource.type.replace(/^data\./, '')
  const matched = matchSign('terraform', type, resource)
  if (matched === undefined) return NO_CLUES
  const { when } = matched.sign
  if (when === undefined) return [{ ...matched, text: type, part: resource, path: [] }]
  const text = `${type}, ${when.name} ${String(resource.get(when.name)?.value)}`
  return [{ ...matched, text, part: resource, path: [when.name] }]
}

const OF_KIND: ReadonlyMap<string, (resource: Resource) => readonly Clue[]> = new Map([
  ['StorageClass', (it) => [...driver(it, 'provisioner'), ...textClue('storage', it, OWN_NAME)]],
  ['VolumeSnapshotClass', (it) => driver(it, 'driver')],
  ['CSIDriver', (it) => driver(it, ...OWN_NAME)],
  [
    'PersistentVolume',
    (it) => [...driver(it, 'spec', 'csi', 'driver'), ...storageClass(it, 'spec')],
  ],
  ['PersistentVolumeClaim', (it) => storageClass(it, 'spec')],
  ['StatefulSet', claimClues],
  ['Service', (it) => driver(it, 'spec', 'loadBalancerClass')],
  ['IngressClass', (it) => driver(it, 'spec', 'controller')],
  ['ConfigMap', objectClue],
  ['DaemonSet', objectClue],
  ['Node', nodeClues],
  ['Config', kubeconfigClues],
] satisfies readonly [string, (resource: Resource) => readonly Clue[]][])

function driver(resource: Resource, ...path: Path): readonly Clue[] {
  return textClue('driver', resource, path)
}

function storageClass(resource: Resource, ...path: Path): readonly Clue[] {
  return textClue('storage', resource, [...path, 'storageClassName'])
}

function claimClues(resource: Resource): readonly Clue[] {
  const claims = resource.list('spec', 'volumeClaimTemplates')
  return claims.flatMap((_, at) =>
    storageClass(resource, 'spec', 'volumeClaimTemplates', at, 'spec'),
  )
}

function objectClue(resource: Resource): readonly Clue[] {
  const { type, namespace = '', name } = resource
  return textClue('object', resource, OWN_NAME, `${type} ${namespace}/${name}`)
}

function nodeClues(node: Resource): readonly Clue[] {
  const facts: Path = ['status', 'nodeInfo']
  return [
    ...textClue('node', node, ['spec', 'providerID']),
    ...textClue('version', node, [...facts, 'kubeletVersion']),
    ...textClue('system', node, [...facts, 'osImage']),
    ...textClue('nodeName', node, OWN_NAME),
  ]
}

function kubeconfigClues(kubeconfig: Resource): readonly Clue[] {
  const clusters = kubeconfig.list('clusters').flatMap(({ value }, at) => {
    const path = ['clusters', at, 'cluster', 'server']
    return textClue('server', kubeconfig, path, hostOf(valueAt(value, ['cluster', 'server'])))
  })
  const users = kubeconfig.list('users').flatMap(({ value }, at) => {
    const command = valueAt(value, ['user', 'exec', 'command'])
    const program = typeof command === 'string' ? basename(command) : undefined
    return [
      ...textClue('login', kubeconfig, ['users', at, 'name']),
      ...textClue('login', kubeconfig, ['users', at, 'user', 'exec', 'command'], program),
    ]
  })
  return [...clusters, ...users]
}

function hostOf(address: unknown): string | undefined {
  return typeof address === 'string' && URL.canParse(address)
    ? new URL(address).hostname
    : undefined
}

function podClues(pod: Pod): readonly Clue[] {
  const clues = [
    ...keyClues(pod.metadata, LABELS),
    ...keyClues(pod.metadata, ANNOTATIONS),
    ...keyClues(pod, NODE_SELECTOR),
  ]
  if (memberOf(pod.value, 'affinity') !== undefined) clues.push(...affinityClues(pod))
  if (memberOf(pod.value, 'nodeName') !== undefined) {
    clues.push(...textClue('nodeName', pod, ['nodeName']))
  }
  if (pod.owner.type === 'Pod') clues.push(...programClues(pod))
  return clues
}

const NODE_TERMS: Path = [
  'affinity',
  'nodeAffinity',
  'requiredDuringSchedulingIgnoredDuringExecution',
  'nodeSelectorTerms',
]

function affinityClues(pod: Pod): readonly Clue[] {
  return pod.list(...NODE_TERMS).flatMap(({ value }, term) => {
    const expressions = memberOf(value, 'matchExpressions')
    const members = isList(expressions) ? expressions : []
    return members.flatMap((_, index) =>
      textClue('key', pod, [...NODE_TERMS, term, 'matchExpressions', index, 'key']),
    )
  })
}

function programClues(pod: Pod): readonly Clue[] {
  return pod.containers.flatMap((container) => {
    const first = valueAt(container.value, ['command', 0])
    if (typeof first !== 'string') return NO_CLUES
    return textClue('program', container, ['command', 0], basename(first))
  })
}

function keyClues(part: Reader, path: Path): readonly Clue[] {
  const mapping = valueAt(part.value, path)
  if (!isMapping(mapping)) return NO_CLUES
  return Object.keys(mapping).flatMap((text) => {
    const matched = matchSign('key', text, part)
    return matched === undefined ? NO_CLUES : [{ ...matched, text, part, path: [...path, text] }]
  })
}

function textClue(
  where: SignPlace,
  part: Reader,
  path: Path,
  text = valueAt(part.value, path),
): readonly Clue[] {
  if (typeof text !== 'string') return NO_CLUES
  const matched = matchSign(where, text, part)
  return matched === undefined ? NO_CLUES : [{ ...matched, text, part, path }]
}
