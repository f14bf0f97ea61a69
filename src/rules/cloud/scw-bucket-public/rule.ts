import { anyOf, isOneOf } from '../../../analysis/terraform/answers.ts'
import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import { policyIn } from '../../../analysis/terraform/policy-document.ts'
import type { Reader } from '../../../model/part.ts'
import type { Place } from '../../../model/place.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { allowsEverybody, isReading } from '../bucket-policy.ts'
import { bucketNamed, servesWebsite } from '../buckets.ts'
import { complain, scalewayResource } from '../complain.ts'

const BUCKET = 'scaleway_object_bucket'
const OPEN_ACLS = ['public-read', 'public-read-write', 'authenticated-read']

export const scwBucketPublic = defineRule({
  id: 'scw-bucket-public',
  title: 'Let named principals alone into buckets',
  topic: 'cloud-data',
  severity: 'critical',
  controls: { 'ms-threat-matrix': ['MS-TA9001'] },
  references: [
    scalewayResource('scaleway_object_bucket_acl'),
    scalewayResource('scaleway_object_bucket_policy'),
  ],

  subject: [BUCKET, `${BUCKET}_acl`, `${BUCKET}_policy`],
  check(resource, scene) {
    const isPolicy = resource.type === `${BUCKET}_policy`
    const openings = isPolicy ? policyOpening(resource, scene) : listOpenings(resource)
    const bucket = resource.type === BUCKET ? resource : bucketNamed(resource, ['bucket'], scene)
    // A website is read by everybody on purpose; written by everybody it is not.
    const isWebsite = servesWebsite(bucket, scene)
    return openings
      .filter(({ isRead }) => !(isRead && isWebsite))
      .flatMap(({ isOpen, place }) =>
        complain(isOpen, place, {
          wrong: `"${resource.name}" opens its bucket to everybody.`,
          unclear: `Whether "${resource.name}" opens its bucket to everybody cannot be told.`,
        }),
      )
  },
})

interface Opening {
  readonly isOpen: Answer
  readonly isRead: boolean
  readonly place: Place
}

function listOpenings(list: Resource): readonly Opening[] {
  const acl = list.get('acl')
  const isRead = acl?.value === 'public-read' || acl?.value === 'authenticated-read'
  const openings = acl ? [{ isOpen: isOneOf(acl, OPEN_ACLS, ''), isRead, place: acl.place }] : []
  const grants = blocksOf(list, 'access_control_policy', 0, 'grant') ?? []
  return [...openings, ...grants.flatMap(grantOpening)]
}

function grantOpening(grant: Reader): readonly Opening[] {
  const group = grant.get('grantee', 0, 'uri')
  if (group === undefined) return []
  const isOpen = group.resolved ? isOneOf(group, EVERYBODY, '') : 'cannot tell'
  return [{ isOpen, isRead: grant.get('permission')?.value === 'READ', place: group.place }]
}

const EVERYBODY = [
  'http://acs.amazonaws.com/groups/global/AllUsers',
  'http://acs.amazonaws.com/groups/global/AuthenticatedUsers',
] as const

function policyOpening(policy: Resource, scene: Scene): readonly Opening[] {
  const field = policy.get('policy')
  if (field === undefined) return []
  const { statements, isWhole } = policyIn(field, policy, scene) ?? UNREAD
  const open = statements.filter((statement) => allowsEverybody(statement) !== 'no')
  const isOpen = anyOf(...open.map(allowsEverybody), isWhole ? 'no' : 'cannot tell')
  return [{ isOpen, isRead: isWhole && open.every(isReading), place: field.place }]
}

const UNREAD = { statements: [], isWhole: false } as const
