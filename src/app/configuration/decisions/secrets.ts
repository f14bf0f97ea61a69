import { removePlace, setPlace, type Edit } from '../../../model/edit.ts'
import { isMapping, memberOf } from '../../../model/part.ts'
import type { Container, Pod } from '../../../model/pod.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { podIn } from '../../../rules/data/pod-values.ts'
import { secInConfigmap } from '../../../rules/data/sec-in-configmap/rule.ts'
import { secInEnv } from '../../../rules/data/sec-in-env/rule.ts'
import { secPlainGit } from '../../../rules/data/sec-plain-git/rule.ts'
import { secStoreWeak } from '../../../rules/data/sec-store-weak/rule.ts'
import type { Charge } from '../../../rules/judge.ts'
import { fieldEdits, type Decision, type Step } from './decision.ts'
import { literalSecrets } from './literal-secrets.ts'
import { fetchedSecret, storeUsers } from './secret-store.ts'

/** What is decided about credentials in files: they come from a store, and the file only names them. */
export const SECRETS: readonly Decision[] = [
  { rules: [secInEnv], decide: takeFromSecret },
  { rules: [secInConfigmap], decide: makeSecretOfConfig },
  { rules: [secPlainGit], decide: fetchInstead },
  { rules: [secStoreWeak], decide: serveUsersOnly },
]

/** The name of the Secret that holds what a workload said in clear. */
function secretFor(owner: Resource): string {
  return `${owner.name}-credentials`
}

function takeFromSecret({ resource }: Charge, scene: Scene): Step | undefined {
  const pod = podIn(scene, resource)
  return pod === undefined ? undefined : withoutLiterals(pod, scene)
}

/** Takes every credential that the containers of a pod say in clear from a Secret instead; undefined when none does. */
export function withoutLiterals(pod: Pod, scene: Scene): Step | undefined {
  const { owner } = pod
  const name = secretFor(owner)
  const found = pod.containers.flatMap((container) => literalSecrets(container))
  const keys = [...new Set(found.map(({ variable }) => variable))].toSorted()
  if (keys.length === 0) return undefined
  const edits = found.flatMap(({ place, variable, container, index }) => [
    removePlace(place),
    setPlace(container.at('env', index, 'valueFrom'), { secretKeyRef: { name, key: variable } }),
  ])
  const { makes, words } = fetchedSecret({ owner, name, keys }, scene)
  return {
    edits: fieldEdits(edits),
    makes,
    words: [
      `Restricts: "${owner.name}" does not start before Secret "${name}" is there. ${words}`,
      'Lift: nothing to lift; change what was in the file, as whoever read it has it.',
    ],
  }
}

function makeSecretOfConfig({ resource }: Charge, scene: Scene): Step | undefined {
  const members = resource.get('data')?.value
  if (!isMapping(members)) return undefined
  const { name } = resource
  const edits = scene.podsIn(resource.namespace).flatMap((pod) => fromSecret(pod, name))
  const { makes, words } = fetchedSecret(
    { owner: resource, name, keys: Object.keys(members) },
    scene,
  )
  return {
    edits: fieldEdits(edits),
    makes,
    removes: [resource],
    words: [
      `Restricts: Secret "${name}" takes the place of the ConfigMap. ${words}`,
      'Lift: move the settings that are no secret back into a ConfigMap.',
    ],
  }
}

function fromSecret(pod: Pod, config: string): readonly Edit[] {
  return [
    ...pod.list('volumes').flatMap(({ value }, index) => {
      const source = memberOf(value, 'configMap')
      if (!isMapping(source) || source['name'] !== config) return []
      const { name: _, ...others } = source
      const at = pod.at('volumes', index)
      return movedTo(at, others, config)
    }),
    ...pod.containers.flatMap((container) => variablesFromSecret(container, config)),
  ]
}

type At = ReturnType<Pod['at']>

function movedTo(
  volume: At,
  others: Readonly<Record<string, unknown>>,
  name: string,
): readonly Edit[] {
  const { document, path } = volume
  const kept = ['items', 'defaultMode', 'optional'].flatMap((field) => {
    const value = others[field]
    return typeof value === 'number' || typeof value === 'boolean'
      ? [setPlace({ document, path: [...path, 'secret', field] }, value)]
      : []
  })
  return [
    removePlace({ document, path: [...path, 'configMap'] }),
    setPlace({ document, path: [...path, 'secret', 'secretName'] }, name),
    ...kept,
  ]
}

function variablesFromSecret(container: Container, config: string): readonly Edit[] {
  return [
    ...container.list('env').flatMap(({ value }, index) => {
      const ref = memberOf(memberOf(value, 'valueFrom'), 'configMapKeyRef')
      const key = memberOf(ref, 'key')
      if (memberOf(ref, 'name') !== config || typeof key !== 'string') return []
      return [
        setPlace(container.at('env', index, 'valueFrom'), { secretKeyRef: { name: config, key } }),
      ]
    }),
    ...container
      .list('envFrom')
      .flatMap(({ value }, index) =>
        memberOf(memberOf(value, 'configMapRef'), 'name') === config
          ? [
              removePlace(container.at('envFrom', index, 'configMapRef')),
              setPlace(container.at('envFrom', index, 'secretRef'), { name: config }),
            ]
          : [],
      ),
  ]
}

function fetchInstead({ resource }: Charge, scene: Scene): Step {
  const keys = ['data', 'stringData'].flatMap((section) => {
    const members = resource.get(section)?.value
    return isMapping(members) ? Object.keys(members) : []
  })
  const { makes, words } = fetchedSecret(
    { owner: resource, name: resource.name, keys: [...new Set(keys)] },
    scene,
  )
  return {
    makes,
    removes: [resource],
    words: [
      `Restricts: Secret "${resource.name}" is not applied from a file any more. ${words}`,
      'Lift: encrypt the file instead (SOPS, Sealed Secrets); in any case change the values, the history of the files keeps them.',
    ],
  }
}

function serveUsersOnly({ resource, complaint }: Charge, scene: Scene): Step | undefined {
  const isOpen = complaint.place.path.at(-1) === 'conditions'
  const users = storeUsers(resource, scene)
  if (!isOpen || users.length === 0) return undefined
  return {
    edits: fieldEdits([setPlace(complaint.place, [{ namespaces: users }])]),
    words: [
      `Restricts: the store answers ${users.join(', ')} and no other namespace.`,
      'Lift: add one namespace by its name.',
    ],
  }
}
