import { isList, memberOf } from './part.ts'
import type { Pod } from './pod.ts'

/** An object of its namespace that a pod takes something from, by the kind and name it says. */
export interface PodUse {
  readonly type: 'Secret' | 'ConfigMap' | 'PersistentVolumeClaim' | 'ServiceAccount'
  readonly name: string
}

/** What a pod takes: as a variable, as a file, to pull images, as its account. One object may come several times. */
export function usesOf(pod: Pod): readonly PodUse[] {
  return [...usesIn(pod)].flatMap(({ type, name }) =>
    typeof name === 'string' && name !== '' ? [{ type, name }] : [],
  )
}

interface Written {
  readonly type: PodUse['type']
  readonly name: unknown
}

function* usesIn(pod: Pod): Generator<Written> {
  for (const container of pod.containers) {
    for (const { value } of container.list('env')) {
      const from = memberOf(value, 'valueFrom')
      yield { type: 'Secret', name: nameIn(from, 'secretKeyRef') }
      yield { type: 'ConfigMap', name: nameIn(from, 'configMapKeyRef') }
    }
    for (const { value } of container.list('envFrom')) {
      yield { type: 'Secret', name: nameIn(value, 'secretRef') }
      yield { type: 'ConfigMap', name: nameIn(value, 'configMapRef') }
    }
  }
  for (const { value } of pod.list('imagePullSecrets'))
    yield { type: 'Secret', name: memberOf(value, 'name') }
  for (const { value } of pod.list('volumes')) yield* usesInVolume(value)
  yield { type: 'ServiceAccount', name: pod.get('serviceAccountName')?.value }
}

function* usesInVolume(volume: unknown): Generator<Written> {
  yield { type: 'Secret', name: nameIn(volume, 'secret', 'secretName') }
  yield { type: 'ConfigMap', name: nameIn(volume, 'configMap') }
  yield {
    type: 'PersistentVolumeClaim',
    name: nameIn(volume, 'persistentVolumeClaim', 'claimName'),
  }
  const sources = memberOf(memberOf(volume, 'projected'), 'sources')
  if (!isList(sources)) return
  for (const source of sources) {
    yield { type: 'Secret', name: nameIn(source, 'secret') }
    yield { type: 'ConfigMap', name: nameIn(source, 'configMap') }
  }
}

function nameIn(value: unknown, key: string, name = 'name'): unknown {
  return memberOf(memberOf(value, key), name)
}
