import { isMapping, memberOf, valueAt } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Container, Pod } from '../../model/pod.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { decodeBase64 } from '../secrets/base64.ts'

/** A text that a program gets: a variable, an argument, a line of a file. */
export interface Setting {
  /** The variable, flag or key; empty for a text without one. */
  readonly key: string
  readonly text: string
  readonly place: Place
  /** Where it stands, for people: `env CART_URL`, `key REDIS_ADDR of ConfigMap "shop-config"`. */
  readonly words: string
  /** Whether its text must not be repeated. */
  readonly isSecret: boolean
  /** Settings of one scope belong together: a container's variables, its arguments, one file. */
  readonly scope: string
  /** Its place among those of its scope: a file's lines are near or far from one another. */
  readonly line: number
}

const LONGEST_FILE = 200_000

/** All texts that the containers of a pod get, in order. Values of Secrets are among them and marked. */
export function settingsOf(pod: Pod, scene: Scene): readonly Setting[] {
  return [
    ...pod.containers.flatMap((container) => {
      const variables = variablesOf(container, scene)
      return [...variables, ...argumentsOf(container, variables)]
    }),
    ...filesOf(pod, scene),
  ]
}

function variablesOf(container: Container, scene: Scene): readonly Setting[] {
  const scope = `env of ${container.name}`
  const read: Setting[] = []
  for (const [index, { value }] of container.list('envFrom').entries()) {
    const prefix = textsOf(value)['prefix'] ?? ''
    for (const [type, field] of SOURCES) {
      const source = objectNamed(type, valueAt(value, [field, 'name']), container.pod, scene)
      for (const entry of entriesOf(source))
        read.push({ ...entry, key: prefix + entry.key, scope, line: index })
    }
  }
  for (const [index, { value, place }] of container.list('env').entries()) {
    const { name: key = '', value: text } = textsOf(value)
    if (text !== undefined) {
      const at = { ...place, path: [...place.path, 'value'] }
      read.push({ key, text, place: at, words: `env ${key}`, isSecret: false, scope, line: index })
      continue
    }
    const entry = referredEntry(memberOf(value, 'valueFrom'), container.pod, scene)
    if (entry !== undefined) read.push({ ...entry, key, scope, line: index })
  }
  const values = valuesOf(read)
  return read.map((setting) => ({ ...setting, text: expanded(setting.text, values) }))
}

const SOURCES = [
  ['ConfigMap', 'configMapRef'],
  ['Secret', 'secretRef'],
] as const
const KEY_SOURCES = [
  ['ConfigMap', 'configMapKeyRef'],
  ['Secret', 'secretKeyRef'],
] as const

function referredEntry(from: unknown, pod: Pod, scene: Scene): Setting | undefined {
  for (const [type, field] of KEY_SOURCES) {
    const { name, key } = textsOf(memberOf(from, field))
    const entry = entriesOf(objectNamed(type, name, pod, scene)).find((each) => each.key === key)
    if (entry !== undefined) return entry
  }
  return undefined
}

function objectNamed(
  type: 'ConfigMap' | 'Secret',
  name: unknown,
  pod: Pod,
  scene: Scene,
): Resource | undefined {
  return typeof name === 'string' ? scene.find(type, pod.owner.namespace, name) : undefined
}

// The entries of a ConfigMap or Secret, Secrets decoded.
function entriesOf(source: Resource | undefined): readonly Setting[] {
  if (source === undefined) return []
  const isSecret = source.type === 'Secret'
  return ENTRY_FIELDS.flatMap((field) =>
    Object.entries(textsOf(source.get(field)?.value)).flatMap(([key, written]) => {
      const text = isSecret && field === 'data' ? decodeBase64(written) : written
      if (text === undefined) return []
      const place = source.at(field, key)
      const words = `key ${key} of ${source.kind} "${source.name}"`
      return [{ key, text, place, words, isSecret, scope: words, line: 0 }]
    }),
  )
}

const ENTRY_FIELDS = ['data', 'stringData'] as const

// Flags become settings as well: `--db-host=x` and `--db-host x` say what DB_HOST=x says.
function argumentsOf(container: Container, variables: readonly Setting[]): readonly Setting[] {
  const values = valuesOf(variables)
  const scope = `arguments of ${container.name}`
  const words = [...container.list('command'), ...container.list('args')].flatMap(
    ({ value, place }) =>
      typeof value === 'string' ? [{ text: expanded(value, values), place }] : [],
  )
  return words.map(({ text, place }, line) => {
    const [, flag, value] = /^--?([\w.-]+)=(.*)$/s.exec(text) ?? []
    const [, before] = /^--?([\w.-]+)$/.exec(words[line - 1]?.text ?? '') ?? []
    const key = flag ?? (text.startsWith('-') ? '' : (before ?? ''))
    const told = key === '' ? 'an argument' : `argument ${key}`
    return {
      key,
      text: value ?? text,
      place,
      words: `${told} of container "${container.name}"`,
      isSecret: variables.some((one) => one.isSecret && one.text !== '' && text.includes(one.text)),
      scope,
      line,
    }
  })
}

function valuesOf(variables: readonly Setting[]): ReadonlyMap<string, string> {
  return new Map(variables.map(({ key, text }) => [key, text]))
}

// As the kubelet does for $(NAME), and a shell for $NAME and ${NAME}. What nobody knows stays as it is.
function expanded(text: string, values: ReadonlyMap<string, string>): string {
  if (!text.includes('$')) return text
  return text.replaceAll(
    /\$(?:\((\w+)\)|\{(\w+)\}|(\w+))/g,
    (whole, one?: string, two?: string, three?: string) =>
      values.get(one ?? two ?? three ?? '') ?? whole,
  )
}

function filesOf(pod: Pod, scene: Scene): readonly Setting[] {
  return pod.list('volumes').flatMap(({ value: volume }) => {
    const projected = valueAt(volume, ['projected', 'sources'])
    const sources = [volume, ...(Array.isArray(projected) ? projected : [])]
    return sources.flatMap((source: unknown) => [
      ...mounted('ConfigMap', memberOf(source, 'configMap'), pod, scene),
      ...mounted('Secret', memberOf(source, 'secret'), pod, scene),
    ])
  })
}

function mounted(
  type: 'ConfigMap' | 'Secret',
  source: unknown,
  pod: Pod,
  scene: Scene,
): readonly Setting[] {
  if (!isMapping(source)) return []
  const { name, secretName } = textsOf(source)
  const wanted = itemsOf(source)
  return entriesOf(objectNamed(type, name ?? secretName, pod, scene))
    .filter(({ key }) => wanted === undefined || wanted.has(key))
    .flatMap(linesOf)
}

function itemsOf(source: unknown): ReadonlySet<string> | undefined {
  const items = memberOf(source, 'items')
  if (!Array.isArray(items)) return undefined
  return new Set(items.flatMap((member: unknown) => textsOf(member)['key'] ?? []))
}

const COMMENT = /^\s*(?:#|\/\/|;|--\s)/
// YAML, JSON, properties, INI, TOML, environment files: a key, a sign, the rest.
const ENTRY = /^[\s{,-]*"?([\w.-]{1,80})"?\s*[:=]\s*(.*)$/

function linesOf(entry: Setting): readonly Setting[] {
  const { text, words } = entry
  if (text.length > LONGEST_FILE) return []
  return text.split('\n').flatMap((line, index) => {
    if (COMMENT.test(line) || line.trim() === '') return []
    const [, key = '', value] = ENTRY.exec(line) ?? []
    // A URL at the start of a line is no key.
    const isEntry = value !== undefined && !value.startsWith('//')
    return [
      {
        ...entry,
        key: isEntry ? key : '',
        text: isEntry ? value : line,
        scope: words,
        line: index,
      },
    ]
  })
}
