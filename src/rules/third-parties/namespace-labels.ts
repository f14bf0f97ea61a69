import { oncePerScene } from '../../model/once-per-scene.ts'
import { isList, memberOf } from '../../model/part.ts'
import type { Scene } from '../../model/scene.ts'
import { exclusions, keyOf, NAME_LABEL } from './selector-terms.ts'
import { failsClosed, ruleCovering, WEBHOOK_KINDS, webhooksOf } from './webhook.ts'

/**
 * Whether something of the estate judges what labels a namespace may carry: a webhook that is asked about every
 * namespace but some that are named, and fails closed, as Gatekeeper brings one; or an admission policy for namespaces.
 */
export const areNamespacesJudged = oncePerScene(
  (scene): boolean => isJudgedByWebhook(scene) || isJudgedByPolicy(scene),
)

function isJudgedByWebhook(scene: Scene): boolean {
  return WEBHOOK_KINDS.flatMap((kind) => scene.ofKind(kind))
    .flatMap(webhooksOf)
    .some(
      (webhook) =>
        !webhook.isMutating &&
        failsClosed(webhook) === 'allowed' &&
        exclusions(webhook, 'namespaceSelector').every((term) => keyOf(term) === NAME_LABEL) &&
        ruleCovering(webhook, '', 'namespaces') !== undefined,
    )
}

function isJudgedByPolicy(scene: Scene): boolean {
  return scene.ofKind('ValidatingAdmissionPolicy').some((policy) =>
    policy.list('spec', 'matchConstraints', 'resourceRules').some(({ value }) => {
      const resources = memberOf(value, 'resources')
      return isList(resources) && resources.includes('namespaces')
    }),
  )
}
