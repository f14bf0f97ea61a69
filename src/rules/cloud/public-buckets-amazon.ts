import { partsAt } from '../../analysis/terraform/inner-parts.ts'
import { policyIn } from '../../analysis/terraform/policy-document.ts'
import type { Field, Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Complaint } from '../rule.ts'
import { isBlocked } from './bucket-links.ts'
import { allowsEverybody } from './bucket-policy.ts'
import { isTrue } from './wanted.ts'

/** The switches that keep a bucket of S3 from being public. Each is off unless it is written. */
const SWITCHES = [
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
] as const

/** The switches that are off: the first one that surely is speaks for all. */
export function openSwitches(block: Resource): readonly Complaint[] {
  const fields = SWITCHES.map((name) => ({ name, field: block.get(name) }))
  const off = fields.find(
    ({ field }) => field === undefined || (field.resolved && !isTrue(field.value)),
  )
  if (off !== undefined) {
    const message = `Bucket guard "${block.name}" leaves ${off.name} off, so its bucket can be made public.`
    return [{ place: block.at(off.name), message, sure: true }]
  }
  const unknown = fields.find(({ field }) => field?.resolved === false)
  if (unknown === undefined) return []
  const message = `Whether bucket guard "${block.name}" sets ${unknown.name} cannot be told.`
  return [{ place: block.at(unknown.name), message, sure: false }]
}

const PUBLIC_LISTS: ReadonlySet<unknown> = new Set([
  'public-read',
  'public-read-write',
  'authenticated-read',
])
const EVERYBODY = /\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/

/** What an access list of a bucket says of everybody. */
export function publicList(resource: Resource, scene: Scene): readonly Complaint[] {
  if (isBlocked(resource, ['ignore_public_acls'], scene)) return []
  const list = resource.get('acl')
  const grants = [
    ...(partsAt(resource, 'grant') ?? []),
    ...(partsAt(resource, 'access_control_policy', 'grant', 'grantee') ?? []),
  ]
  const open = grants
    .map((grant) => grant.get('uri'))
    .find((uri) => EVERYBODY.test(String(uri?.value)))
  const found = list?.resolved && PUBLIC_LISTS.has(list.value) ? list : open
  if (found !== undefined) {
    const message = `The access list of bucket "${resource.name}" lets everybody in.`
    return [{ place: found.place, message, sure: true }]
  }
  return list?.resolved === false
    ? [
        {
          place: list.place,
          message: `Whom the access list of bucket "${resource.name}" lets in cannot be told.`,
          sure: false,
        },
      ]
    : []
}

/** What a policy of a bucket allows everybody. */
export function publicPolicy(policy: Resource, scene: Scene): readonly Complaint[] {
  const field = policy.get('policy')
  if (field === undefined || isBlocked(policy, ['restrict_public_buckets'], scene)) return []
  const read = policyIn(field, policy, scene)
  if (read?.statements.some((statement) => allowsEverybody(statement) === 'yes')) {
    return [
      {
        place: field.place,
        message: `Policy "${policy.name}" lets everybody into the bucket.`,
        sure: true,
      },
    ]
  }
  return read?.isWhole ? [] : [untold(policy, field)]
}

function untold({ name }: Reader & Pick<Resource, 'name'>, { place }: Field): Complaint {
  return {
    place,
    message: `Whom policy "${name}" lets into the bucket cannot be told.`,
    sure: false,
  }
}
