import { groupByAll, type Groups } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Field } from '../../model/part.ts'
import { isPlaceholder } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** The annotation by which pods of an account are somebody in a cloud. */
export interface CloudLink {
  readonly account: Resource
  readonly field: Field
  /** Who, as the cloud names it. */
  readonly value: string
  /** Who, in words. */
  readonly identity: string
  /** Whether the name is whole: no placeholder stands in it. */
  readonly isWhole: boolean
}

const ANNOTATIONS = [
  { key: 'eks.amazonaws.com/role-arn', what: 'AWS role' },
  { key: 'iam.gke.io/gcp-service-account', what: 'Google service account' },
  { key: 'azure.workload.identity/client-id', what: 'Azure identity' },
] as const

/** By which annotations an account is linked to clouds; what a placeholder gives as a whole is left out. */
export function cloudLinksOf(account: Resource): readonly CloudLink[] {
  return ANNOTATIONS.flatMap(({ key, what }) => {
    if (account.annotations[key] === undefined) return []
    const field = account.get('metadata', 'annotations', key)
    if (typeof field?.value !== 'string' || field.value === '' || isHole(field.value)) return []
    const { value } = field
    const isWhole = !isPlaceholder(value)
    return { account, field, value, identity: `${what} "${shortName(value)}"`, isWhole }
  })
}

/** The other accounts that are linked to the same identity. O(answers). */
export function othersWith({ account, value }: CloudLink, scene: Scene): readonly Resource[] {
  const { namespace, name } = account
  const sharers = sharersIn(scene).get(value) ?? []
  return sharers.filter((other) => other.name !== name || other.namespace !== namespace)
}

/**
 * The word in an identity's name that speaks of an administrator, or undefined when there is none. An account of an
 * application that is itself called so says nothing of what its role may do.
 */
export function adminNameIn({ account, value }: CloudLink): string | undefined {
  const word = ADMIN.exec(shortName(value))?.[0]
  return word === undefined || ADMIN.test(account.name) ? undefined : word
}

const ADMIN =
  /(?<![a-z])(?:administrator(?:access)?|admin(?:access)?|root|owner|poweruser(?:access)?)(?![a-z])/i

// `arn:aws:iam::111122223333:role/web` and `web@shop.iam.gserviceaccount.com` are both "web".
function shortName(value: string): string {
  const [name = ''] = (value.split('/').at(-1) ?? '').split('@')
  return name
}

function isHole(value: string): boolean {
  return /^(?:\$\{[^}]*\}|\{\{[^}]*\}\})$/.test(value)
}

const sharersIn = oncePerScene((scene): Groups<string, Resource> =>
  groupByAll(scene.ofKind('ServiceAccount'), (account) =>
    cloudLinksOf(account).map(({ value }) => value),
  ),
)
