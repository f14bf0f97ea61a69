import { isList, memberOf } from './part.ts'
import type { Pod } from './pod.ts'

/** An object of its namespace that a pod takes something from, by the kind and name it says. */
export interface PodUse {
  readonly type: 'Secret' | 'ConfigMap' | 'PersistentVolumeClaim' | 'ServiceAccount'
  readonly name: string
}

/** What a pod takes: as a variable, as a file, to pull images, as its account. One object may come several times. */
export function usesOf(pod: Pod): readonly PodUse[] {
  return [
    ...pod.containers.flatMap(({ value }) => [
      ...membersAt(value, 'env').flatMap(usesInVariable),
      ...membersAt(value, 'envFrom').flatMap(usesInSource),
    ]),
    ...membersAt(pod.value, 'imagePullSecrets').flatMap((member) =>
      use('Secret', memberOf(member, 'name')),
    ),
    ...membersAt(pod.value, 'volumes').flatMap(usesInVolume),
    ...use('ServiceAccount', pod.get('serviceAccountName')?.value),
  ]
}

const NOTHING: readonly PodUse[] = []

// Most of what is asked about is not there.
function use(type: PodUse['type'], name: unknown): readonly PodUse[] {
  return typeof name === 'string' && name !== '' ? [{ type, name }] : NOTHING
}

function membersAt(value: unknown, key: string): readonly unknown[] {
  const members = memberOf(value, key)
  return isList(members) ? members : NOTHING
}

function usesInVariable(variable: unknown): readonly PodUse[] {
  const from = memberOf(variable, 'valueFrom')
  if (from === undefined) return NOTHING
  return [
    ...use('Secret', nameIn(from, 'secretKeyRef')),
    ...use('ConfigMap', nameIn(from, 'configMapKeyRef')),
  ]
}

function usesInSource(source: unknown): readonly PodUse[] {
  return [
    ...use('Secret', nameIn(source, 'secretRef')),
    ...use('ConfigMap', nameIn(source, 'configMapRef')),
  ]
}

function usesInVolume(volume: unknown): readonly PodUse[] {
  const projected = membersAt(memberOf(volume, 'projected'), 'sources')
  return [
    ...use('Secret', nameIn(volume, 'secret', 'secretName')),
    ...use('ConfigMap', nameIn(volume, 'configMap')),
    ...use('PersistentVolumeClaim', nameIn(volume, 'persistentVolumeClaim', 'claimName')),
    ...projected.flatMap(usesInProjection),
  ]
}

function usesInProjection(source: unknown): readonly PodUse[] {
  return [
    ...use('Secret', nameIn(source, 'secret')),
    ...use('ConfigMap', nameIn(source, 'configMap')),
  ]
}

function nameIn(value: unknown, key: string, name = 'name'): unknown {
  return memberOf(memberOf(value, key), name)
}
