import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { WEBHOOK_KINDS } from './webhook.ts'

/** The kinds in which admission policies are written. */
export const POLICY_KINDS = [
  'kyverno.io/ClusterPolicy',
  'kyverno.io/Policy',
  'policies.kyverno.io/ValidatingPolicy',
  'templates.gatekeeper.sh/ConstraintTemplate',
  'policies.kubewarden.io/ClusterAdmissionPolicy',
  'policies.kubewarden.io/AdmissionPolicy',
  'ValidatingAdmissionPolicy',
] as const

/** The policy that is the first of an estate; undefined when something verifies images, or nothing runs. */
export function firstBlindPolicy(scene: Scene): Resource | undefined {
  if (!blindByScene.has(scene)) blindByScene.set(scene, findBlindPolicy(scene))
  return blindByScene.get(scene)
}

const blindByScene = new WeakMap<Scene, Resource | undefined>()

function findBlindPolicy(scene: Scene): Resource | undefined {
  if (scene.pods.length === 0 || scene.resources.some(verifies)) return undefined
  return POLICY_KINDS.flatMap((kind) => scene.ofKind(kind))[0]
}

// Programs that verify signatures, by their API groups, kinds, webhooks and modules.
const VERIFIERS = ['sigstore', 'cosign', 'notation', 'notary', 'connaisseur', 'ratify', 'portieris']
const VERIFYING_KINDS: readonly string[] = [
  'ImageValidatingPolicy',
  'NamespacedImageValidatingPolicy',
  'ClusterImagePolicy',
  'ImagePolicy',
]

function verifies(resource: Resource): boolean {
  if (VERIFYING_KINDS.includes(resource.kind)) return true
  if (WEBHOOK_KINDS.some((kind) => kind === resource.type)) return namesVerifier(resource.name)
  if (resource.type.startsWith('kyverno.io/')) return hasVerifyImages(resource)
  if (resource.type.startsWith('policies.kubewarden.io/'))
    return String(resource.get('spec', 'module')?.value).includes('verify-image-signatures')
  return namesVerifier(resource.apiVersion)
}

function namesVerifier(text: string): boolean {
  return VERIFIERS.some((verifier) => text.includes(verifier))
}

function hasVerifyImages(policy: Resource): boolean {
  return policy
    .list('spec', 'rules')
    .some((_, index) => policy.list('spec', 'rules', index, 'verifyImages').length > 0)
}
