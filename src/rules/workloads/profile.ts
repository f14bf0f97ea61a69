import type { Answer } from '../../analysis/pod-security/answers.ts'
import type { Field, Reader } from '../../model/part.ts'
import type { Container, Pod } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'

const SECCOMP = ['securityContext', 'seccompProfile'] as const
const APP_ARMOR = ['securityContext', 'appArmorProfile'] as const
const SECCOMP_OF_POD = 'seccomp.security.alpha.kubernetes.io/pod'
const SECCOMP_OF_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/'
const APP_ARMOR_OF_CONTAINER = 'container.apparmor.security.beta.kubernetes.io/'

// What the values of the annotations are called in the fields that took their place.
const TYPES: ReadonlyMap<unknown, string> = new Map([
  ['runtime/default', 'RuntimeDefault'],
  ['docker/default', 'RuntimeDefault'],
  ['unconfined', 'Unconfined'],
])

/** Judges the type of a profile: unclear for what is none, as the API server refuses that. */
export function judgeProfile(type: unknown): Answer {
  if (type === 'Unconfined') return 'forbidden'
  return type === 'RuntimeDefault' || type === 'Localhost' ? 'allowed' : 'unclear'
}

/**
 * The type of the seccomp profile that counts for a container, or undefined when none is written. Before Kubernetes 1.27
 * the annotations of old stand in for fields that are not written.
 */
export function seccompProfile(container: Container, scene: Scene): Field | undefined {
  const { pod } = container
  const own = typeAt(container, SECCOMP)
  if (scene.atLeast(1, 27)) return own ?? typeAt(pod, SECCOMP)
  return (
    own ??
    annotated(pod, SECCOMP_OF_CONTAINER, container.name) ??
    typeAt(pod, SECCOMP) ??
    annotated(pod, SECCOMP_OF_POD, '')
  )
}

/**
 * The types of the AppArmor profiles written for a container, the one that counts first. The annotation of old still
 * stands in for a field that is not written.
 */
export function appArmorProfiles(container: Container): readonly Field[] {
  const { pod } = container
  const profiles = [
    typeAt(container, APP_ARMOR),
    annotated(pod, APP_ARMOR_OF_CONTAINER, container.name),
    typeAt(pod, APP_ARMOR),
  ]
  return profiles.filter((profile) => profile !== undefined)
}

function typeAt(part: Reader, profile: typeof SECCOMP | typeof APP_ARMOR): Field | undefined {
  const type = part.get(...profile, 'type')
  if (type !== undefined || part.get(...profile) === undefined) return type
  // A profile without a type is written all the same, and the API server refuses it.
  return { value: undefined, place: part.at(...profile, 'type'), resolved: true }
}

function annotated(pod: Pod, prefix: string, name: string): Field | undefined {
  // Most pods have no annotations at all: no key is made for them.
  if (pod.metadata.get('annotations') === undefined) return undefined
  const annotation = pod.metadata.get('annotations', prefix + name)
  if (annotation === undefined) return undefined
  const { value } = annotation
  // Decided by its beginning, so a placeholder may follow.
  if (typeof value === 'string' && value.startsWith('localhost/')) {
    return { ...annotation, value: 'Localhost', resolved: true }
  }
  return { ...annotation, value: TYPES.get(value) ?? value }
}
