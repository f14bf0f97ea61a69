import { findCredential } from '../../../analysis/secrets/find-credential.ts'
import type { Place } from '../../../model/place.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { ANNOTATED_KINDS } from '../annotated-kinds.data.ts'
import { configCredentials } from '../config-values.ts'
import {
  annotationCredentials,
  credentialsInCommands,
  credentialsInEnvironment,
  podIn,
  type OpenCredential,
} from '../pod-values.ts'

export const crtKeyCommitted = defineRule({
  id: 'crt-key-committed',
  title: 'Keep private keys out of everything but encrypted Secrets',
  topic: 'certificates',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: TLS Secrets',
      url: 'https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets',
    },
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9027'] },

  subject: [...ANNOTATED_KINDS, 'route.openshift.io/Route'],
  check(resource, scene) {
    return keyPlaces(resource, scene).map((place) => ({
      place,
      message: `${resource.kind} "${resource.name}" carries a private key: whoever has the file can pose as its owner.`,
      sure: true,
    }))
  },
})

const NO_PLACES: readonly Place[] = []

type Held = Pick<OpenCredential, 'place' | 'credential'>

function keyPlaces(resource: Resource, scene: Scene): readonly Place[] {
  const annotations = annotationCredentials(resource, scene)
  const others = ofKind(resource, scene)
  // Nearly all objects hold nothing.
  if (annotations.length + others.length === 0) return NO_PLACES
  return [...annotations, ...others]
    .filter(({ credential }) => credential.kind === 'private-key')
    .map(({ place }) => place)
}

function ofKind(resource: Resource, scene: Scene): readonly Held[] {
  if (resource.type === 'ConfigMap') return configCredentials(resource)
  if (resource.kind === 'Route') return inRoute(resource)
  const pod = podIn(scene, resource)
  if (pod === undefined) return []
  return pod.containers.flatMap((container) => [
    ...credentialsInEnvironment(container),
    ...credentialsInCommands(container),
  ])
}

function inRoute(route: Resource): readonly Held[] {
  const key = route.get('spec', 'tls', 'key')
  if (typeof key?.value !== 'string') return []
  const credential = findCredential(key.value, { name: 'key', keptIn: 'open' })
  return credential === undefined ? [] : [{ place: key.place, credential }]
}
