import { isMap, isScalar, isSeq, parseAllDocuments, type Document, type YAMLMap } from 'yaml'
import { hasNamed, layUnder, shortNode } from './lay-under.ts'
import {
  HEALTH_ALONE,
  HEALTH_ALONE_FILE,
  OTHER_FILES,
  OTHER_FLAGS,
  SOUND,
  SOUND_CLAIMS,
  SOUND_CONTAINER,
  SOUND_NAMESPACE,
  SOUND_POD,
  soundBounds,
  soundPolicy,
} from './sound-parts.data.ts'

// Examples say what their rule asks for and are silent about the rest. Who copies one would get the rest's faults, so
// what `portolan explain` shows to be applied is completed: nothing that an example says is changed.

/**
 * An example in YAML with what a sound object has besides. Comments and order of what is there stay. A text that is no
 * YAML stays as it is.
 */
export function completeExample(text: string): string {
  return completed(text, answerHealthAlone)
}

function completed(text: string, filesOf: (document: Document) => readonly string[]): string {
  const documents = parseAllDocuments(text).filter((document) => isMap(document.contents))
  if (documents.some(({ errors }) => errors.length > 0)) return text
  const files = documents.flatMap(filesOf)
  const completions = documents.map(complete)
  const added = [
    ...files,
    ...[...namespacesOf(documents)].map(soundPolicy),
    ...documents.flatMap(boundsOf).map(soundBounds),
  ]
  if (!completions.some(Boolean) && added.length === 0) return text
  return [...documents.map((document) => textOf(document)), ...added].join('---\n').trimEnd()
}

function textOf(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: true }).replace(/^---\n/, '')
}

// A file that the settings of the control plane name is shown with them, and where they are completed they say so, as
// what is shown is about one of them.
function answerHealthAlone(document: Document): readonly string[] {
  if (document.get('kind') !== 'ClusterConfiguration') return []
  const flags = ['apiServer', 'extraArgs']
  const own = document.getIn(flags)
  if (hasNamed(own, 'anonymous-auth')) return []
  const at = isSeq(own) ? own.items.length : 0
  layUnder(document, document.contents, HEALTH_ALONE)
  comment(document.getIn([...flags, at]), OTHER_FLAGS)
  const apiServer = document.get('apiServer')
  const volumes = isMap(apiServer) ? apiServer.items.find(({ key }) => isVolumes(key)) : undefined
  comment(volumes?.key, OTHER_FILES)
  return [HEALTH_ALONE_FILE]
}

function isVolumes(key: unknown): boolean {
  return isScalar(key) && key.value === 'extraVolumes'
}

function comment(node: unknown, text: string): void {
  if (isMap(node) || isScalar(node)) node.commentBefore = text
}

// Whether there was something to complete.
function complete(document: Document): boolean {
  const kind = String(document.get('kind'))
  const base = SOUND.get(kind)
  if (base !== undefined) {
    layUnder(document, document.contents, base)
    return true
  }
  const isPersonal = completeClaims(document)
  if (kind === 'Namespace') {
    layUnder(document, document.contents, SOUND_NAMESPACE)
    return true
  }
  if (/^(Validating|Mutating)WebhookConfiguration$/.test(kind)) return completeWebhooks(document)
  if (kind === 'Ingress') return completeIngress(document)
  const path = POD_SPECS.get(kind)
  if (path === undefined) return isPersonal
  if (kind === 'Pod') deploy(document)
  completePod(document, kind === 'Pod' ? ['spec', 'template', 'spec'] : path)
  return true
}

// What holds personal data says why, how long, and how it is found and erased.
function completeClaims(document: Document): boolean {
  const annotations = document.getIn(['metadata', 'annotations'])
  if (!isMap(annotations)) return false
  const declared = annotations.get('portolan.dev/data-class')
  if (typeof declared !== 'string' || ['none', 'public'].includes(declared)) return false
  layUnder(document, annotations, SOUND_CLAIMS)
  return true
}

// An API server trusts no webhook whose certificate it cannot check.
function completeWebhooks(document: Document): boolean {
  const webhooks = document.get('webhooks')
  const members = isSeq(webhooks) ? webhooks.items.filter((item) => isMap(item)) : []
  const hasOwn = members.some((item) => item.hasIn(['clientConfig', 'caBundle']))
  const isInside = members.every((item) => item.hasIn(['clientConfig', 'service']))
  if (hasOwn || !isInside) return false
  const path = ['metadata', 'annotations', 'cert-manager.io/inject-ca-from']
  if (document.getIn(path) === undefined) document.setIn(path, 'shop/webhook')
  return true
}

function completeIngress(document: Document): boolean {
  const rules = document.getIn(['spec', 'rules'])
  if (!isSeq(rules) || document.getIn(['spec', 'tls']) !== undefined) return false
  const hosts = rules.items.flatMap((rule) => (isMap(rule) ? [rule.get('host')] : []))
  const named = hosts.filter((host) => typeof host === 'string')
  if (named.length === 0) return false
  const tls = [{ hosts: named, secretName: `${nameOf(document)}-tls` }]
  document.setIn(['spec', 'tls'], document.createNode(tls))
  return true
}

// The namespaces that have no bounds of their own.
function boundsOf(document: Document): readonly string[] {
  return document.get('kind') === 'Namespace' ? [nameOf(document)] : []
}

const TEMPLATE = ['spec', 'template', 'spec'] as const

const POD_SPECS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['Pod', ['spec']],
  ['Deployment', TEMPLATE],
  ['StatefulSet', TEMPLATE],
  ['DaemonSet', TEMPLATE],
  ['ReplicaSet', TEMPLATE],
  ['Job', TEMPLATE],
  ['CronJob', ['spec', 'jobTemplate', ...TEMPLATE]],
])

// Nobody starts a pod again that nobody wrote a controller for.
function deploy(document: Document): void {
  const name = nameOf(document)
  const spec = document.get('spec')
  const annotations = document.getIn(['metadata', 'annotations'])
  const labels = document.getIn(['metadata', 'labels'])
  const app = isMap(labels) ? labels : document.createNode({ app: name })
  document.set('apiVersion', 'apps/v1')
  document.set('kind', 'Deployment')
  document.deleteIn(['metadata', 'labels'])
  if (annotations !== undefined) document.deleteIn(['metadata', 'annotations'])
  const isEphemeral = isMap(spec) && spec.has('restartPolicy')
  if (isEphemeral && isMap(spec)) spec.delete('restartPolicy')
  document.set(
    'spec',
    document.createNode({
      replicas: 2,
      selector: { matchLabels: isMap(app) ? app.toJSON() : { app: name } },
      template: {
        metadata: { labels: app.clone(), ...(annotations === undefined ? {} : { annotations }) },
        spec,
      },
    }),
  )
}

function completePod(document: Document, path: readonly string[]): void {
  const spec = document.getIn(path)
  if (!isMap(spec)) return
  if (document.getIn(['metadata', 'namespace']) === undefined) {
    document.setIn(['metadata', 'namespace'], 'shop')
  }
  if (!spec.has('serviceAccountName') && !spec.has('serviceAccount')) {
    spec.set('serviceAccountName', nameOf(document))
  }
  layUnder(document, spec, SOUND_POD)
  const isBatch = path.length > 3 || document.get('kind') === 'Job'
  for (const container of membersOf(spec, 'containers')) {
    completeContainer(document, container, isBatch ? [] : ['livenessProbe', 'readinessProbe'])
  }
  for (const container of membersOf(spec, 'initContainers')) {
    completeContainer(document, container, [])
  }
}

function completeContainer(
  document: Document,
  container: YAMLMap,
  probes: readonly string[],
): void {
  const image = container.get('image')
  if (typeof image === 'string' && !image.includes('@') && !image.includes('{')) {
    const tagged = /:[^/]+$/.test(image) ? image.replace(/:latest$/, ':1.4.2') : `${image}:1.4.2`
    container.set('image', `${tagged}@sha256:${DIGEST}`)
  }
  const { livenessProbe, readinessProbe, ...base } = SOUND_CONTAINER
  layUnder(document, container, base)
  const kinds: Readonly<Record<string, unknown>> = { livenessProbe, readinessProbe }
  for (const probe of probes) {
    if (!container.has(probe)) container.set(probe, shortNode(document, kinds[probe]))
  }
}

const DIGEST = '0f3c1d5a7b9e2f4860c1d3e5f7a9b1c2d4e6f8091a3b5c7d9e0f1a2b3c4d5e6f'

function membersOf(spec: YAMLMap, key: string): readonly YAMLMap[] {
  const list = spec.get(key)
  return isSeq(list) ? list.items.filter((item): item is YAMLMap => isMap(item)) : []
}

function nameOf(document: Document): string {
  const name = document.getIn(['metadata', 'name'])
  return typeof name === 'string' ? name : 'web'
}

function namespacesOf(documents: readonly Document[]): ReadonlySet<string> {
  const pods = documents.filter((document) => POD_SPECS.has(String(document.get('kind'))))
  const policies = documents.filter((document) => document.get('kind') === 'NetworkPolicy')
  const closed = new Set(policies.map((document) => spaceOf(document)))
  return new Set(pods.map(spaceOf).filter((name) => !closed.has(name)))
}

function spaceOf(document: Document): string {
  const namespace = document.getIn(['metadata', 'namespace'])
  return typeof namespace === 'string' ? namespace : 'shop'
}

/** A guide with its settings of programs completed in the same way: each file of it can be taken as it is. */
export function completeGuide(text: string): string {
  const isFileShown = text.includes('kind: AuthenticationConfiguration\n')
  return text.replaceAll(/^```yaml\n([\s\S]*?)^```$/gm, (fenced, yaml: string) => {
    if (![...SOUND.keys()].some((kind) => yaml.includes(`kind: ${kind}\n`))) return fenced
    return `\`\`\`yaml\n${completed(yaml, isFileShown ? () => [] : answerHealthAlone).trimEnd()}\n\`\`\``
  })
}

/** A Dockerfile with the digests of its bases, where it names them by tag alone. */
export function pinBases(text: string): string {
  const stages = new Set([...text.matchAll(/^FROM .* AS (\S+)$/gim)].map(([, name]) => name))
  return text.replaceAll(/^(FROM (?:--\S+ )?)(\S+)/gim, (line, from: string, image: string) => {
    const isFixed = image === 'scratch' || /[@$]/.test(image) || stages.has(image)
    return isFixed ? line : `${from}${image}@sha256:${DIGEST}`
  })
}
