import { partsAt } from '../../analysis/terraform/inner-parts.ts'
import { names, targetOf } from '../../analysis/terraform/joins.ts'
import { siblingsOf } from '../../analysis/terraform/siblings.ts'
import type { Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Complaint } from '../rule.ts'
import { textsAt } from './inbound-rule.ts'
import { complainUnless, isFalse, isTrue } from './wanted.ts'

/** What gives everybody rights on a bucket of Google. */
export const GOOGLE_GRANTS: readonly string[] = [
  'google_storage_bucket_access_control',
  'google_storage_bucket_acl',
  'google_storage_bucket_iam_binding',
  'google_storage_bucket_iam_member',
  'google_storage_bucket_iam_policy',
  'google_storage_default_object_access_control',
  'google_storage_default_object_acl',
]

const EVERYBODY =
  /(?:^|:)all(?:Authenticated)?Users$|^public(?:Read|ReadWrite)$|^authenticatedRead$/

/** What a grant on a bucket of Google says of everybody. */
export function publicGrant(grant: Resource, scene: Scene): readonly Complaint[] {
  if (isPrevented(grant, scene)) return []
  const fields = [
    ...textsAt(grant, 'member', 'members', 'entity', 'predefined_acl', 'role_entity'),
    ...membersOfPolicy(grant, scene),
  ]
  const open = fields.find(({ value, resolved }) => resolved && EVERYBODY.test(String(value)))
  if (open !== undefined) {
    const place = open.place.document === grant.document ? open.place : grant.at('policy_data')
    return [{ place, message: `"${grant.name}" lets everybody into a bucket.`, sure: true }]
  }
  const unknown = fields.find(({ value }) => typeof value === 'string' && OPAQUE.test(value))
  if (unknown === undefined) return []
  return [
    {
      place: unknown.place,
      message: `Whom "${grant.name}" lets into a bucket cannot be told.`,
      sure: false,
    },
  ]
}

// A text that begins with who it is for (`serviceAccount:${…}`) is told well enough.
const OPAQUE = /^\$\{(?:module\.[^.]+\.)*(?:var|local|each|module)\./

function membersOfPolicy(grant: Resource, scene: Scene): readonly Field[] {
  const field = grant.get('policy_data')
  if (field === undefined) return []
  return siblingsOf(grant, 'data.google_iam_policy', scene)
    .filter((policy) => names(field, policy) === 'yes')
    .flatMap((policy) => partsAt(policy, 'binding') ?? [])
    .flatMap((binding) => textsAt(binding, 'members'))
}

function isPrevented(grant: Resource, scene: Scene): boolean {
  const bucket = targetOf(
    grant,
    { type: 'google_storage_bucket', path: ['bucket'], names: ['name'] },
    scene,
  )
  return bucket?.get('public_access_prevention')?.value === 'enforced'
}

/** What a container of Azure hands to everybody. */
export function publicContainer(container: Resource, scene: Scene): readonly Complaint[] {
  const [account] = ['storage_account_id', 'storage_account_name'].flatMap(
    (name) =>
      targetOf(
        container,
        { type: 'azurerm_storage_account', path: [name], names: ['name'] },
        scene,
      ) ?? [],
  )
  if (CLOSED.some((name) => isFalse(account?.get(name)?.value))) return []
  return complainUnless(container, {
    names: ['container_access_type'],
    isSound: (value) => value !== 'blob' && value !== 'container',
    fault: `Everybody may read what container "${container.name}" holds, without signing in.`,
    untold: `Whether everybody may read container "${container.name}" cannot be told.`,
  })
}

const CLOSED = [
  'allow_nested_items_to_be_public',
  'allow_blob_public_access',
  'public_network_access_enabled',
] as const

/** Whether an account of Azure says that its containers may be public. Providers differ on what silence means. */
export function publicAccount(account: Resource): readonly Complaint[] {
  if (isFalse(account.get('public_network_access_enabled')?.value)) return []
  return complainUnless(account, {
    names: ['allow_nested_items_to_be_public', 'allow_blob_public_access'],
    isSound: (value) => !isTrue(value),
    fault: `Account "${account.name}" lets each of its containers be opened to everybody.`,
    untold: `Whether containers of account "${account.name}" may be public cannot be told.`,
  })
}
