import type { Path } from '../../../model/document.ts'
import { isList, valueAt, type Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { ADMIN_POLICIES, POLICY_FIELDS } from '../cloud-policies.data.ts'

const ADMIN: ReadonlySet<unknown> = new Set(ADMIN_POLICIES.names)

export const idnCloudAdmin = defineRule({
  id: 'idn-cloud-admin',
  title: 'Give no cloud identity the rights of an administrator',
  topic: 'cloud-identities',
  severity: 'high',
  references: [
    {
      title: 'AWS Identity and Access Management: AWS managed policies for job functions',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html',
    },
    {
      title: 'Google Cloud: IAM roles overview, basic roles',
      url: 'https://cloud.google.com/iam/docs/roles-overview#basic',
    },
    {
      title: 'Azure: Best practices for Azure RBAC',
      url: 'https://learn.microsoft.com/en-us/azure/role-based-access-control/best-practices',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9020'], 'mitre-containers': ['T1078'] },

  subject: Object.keys(POLICY_FIELDS),
  check(resource) {
    return (POLICY_FIELDS[resource.type] ?? [])
      .flatMap((path) => fieldsAt(resource, [], path))
      .filter(({ value }) => ADMIN.has(value))
      .map(({ place, value }) => ({
        place,
        message: `${resource.kind} "${resource.name}" gives "${String(value)}": whoever takes over what uses it administers the cloud.`,
        sure: true,
      }))
  },
})

function fieldsAt(resource: Resource, done: Path, open: readonly string[]): readonly Field[] {
  const star = open.indexOf('*')
  if (star === -1) return [resource.get(...done, ...open)].filter((field) => field !== undefined)
  const path = [...done, ...open.slice(0, star)]
  const members = valueAt(resource.value, path)
  if (!isList(members)) return []
  return members.flatMap((_, index) => fieldsAt(resource, [...path, index], open.slice(star + 1)))
}
