import { accessOf } from '../../analysis/access/access.ts'
import { rulesIn } from '../../analysis/access/policy-rule.ts'
import type { Share } from '../../analysis/access/role-book.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { givesPower } from './power.ts'
import { LESSER_POWERS, WILDCARD_POWERS } from './powers.data.ts'
import { isBootstrap } from './role-reach.ts'

type BuiltIn = 'view' | 'edit' | 'admin'

/**
 * The dangerous powers that a ClusterRole adds to a built-in one, in words; of those that this one has anyway it adds
 * none. To `view`, which only reads, it may not add lesser ones either.
 */
export function addsPowers(role: Resource, name: BuiltIn, scene: Scene): readonly string[] {
  const rules = rulesIn(role)
  const has = baseRules(name, scene)
  const tables = name === 'view' ? [...WILDCARD_POWERS, ...LESSER_POWERS] : WILDCARD_POWERS
  return tables
    .filter(
      ([, power]) =>
        rules.some((rule) => givesPower(rule, power)) &&
        !has.some(({ role: base }) => base.rules.some((rule) => givesPower(rule, power))),
    )
    .map(([word]) => word)
}

// What Kubernetes itself puts into the role, without what others have added.
function baseRules(name: BuiltIn, scene: Scene): readonly Share[] {
  const { roles } = accessOf(scene)
  return roles
    .find({ kind: 'ClusterRole', name, namespace: undefined })
    .flatMap((role) => roles.sharesOf(role))
    .filter(({ role: { resource } }) => resource === undefined || isBootstrap(resource))
}
