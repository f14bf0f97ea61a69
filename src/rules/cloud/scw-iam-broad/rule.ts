import {
  allOf,
  answerOf,
  hasMembers,
  isOn,
  isSet,
  not,
} from '../../../analysis/terraform/answers.ts'
import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import type { Field, Reader } from '../../../model/part.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'
import { BROAD_PERMISSION_SETS } from '../permission-sets.data.ts'

export const scwIamBroad = defineRule({
  id: 'scw-iam-broad',
  title: 'Give IAM principals what their task needs, and no mastery',
  topic: 'cloud-access',
  severity: 'high',
  controls: { 'cis-1.12': ['5.1.7'] },
  references: [
    {
      title: 'Scaleway: Setting IAM permissions and implementing RBAC on a cluster',
      url: 'https://www.scaleway.com/en/docs/kubernetes/reference-content/set-iam-permissions-and-implement-rbac/',
    },
    { title: 'Scaleway: Permission sets', url: BROAD_PERMISSION_SETS.source },
    scalewayResource('scaleway_iam_policy'),
  ],

  subject: ['scaleway_iam_policy'],
  check(policy) {
    // A policy on the shelf gives nothing to anybody.
    if (isOn(policy.get('no_principal'), false) === 'yes') return []
    const rules = blocksOf(policy, 'rule')
    if (rules === undefined)
      return complain('cannot tell', policy.at('rule'), {
        wrong: '',
        unclear: `What policy "${policy.name}" gives cannot be told.`,
      })
    return rules.flatMap((rule) => [
      ...setsOf(rule).flatMap((set) => setComplaint(set, policy.name)),
      ...scopeComplaint(rule, policy.name),
    ])
  },
})

function setsOf(rule: Reader): readonly Field[] {
  const whole = rule.get('permission_set_names')
  return whole?.resolved === false ? [whole] : rule.list('permission_set_names')
}

function setComplaint({ value, place, resolved }: Field, policy: string): readonly Complaint[] {
  const broad = BROAD_PERMISSION_SETS.sets.find(({ name }) => name === value)
  return complain(resolved ? answerOf(broad !== undefined) : 'cannot tell', place, {
    wrong: `Policy "${policy}" gives ${broad?.name}: ${broad?.means}.`,
    unclear: `Which permission set policy "${policy}" gives here cannot be told.`,
  })
}

// One cluster lies in one project: for it nobody needs a right in all of them, those to come included.
function scopeComplaint(rule: Reader, policy: string): readonly Complaint[] {
  const isForClusters = setsOf(rule).some(({ value }) =>
    /^Kubernetes.*FullAccess$/.test(String(value)),
  )
  const isEverywhere = allOf(
    answerOf(isForClusters),
    isSet(rule.get('organization_id')),
    not(hasMembers(rule.get('project_ids'))),
  )
  return complain(isEverywhere, rule.at('organization_id'), {
    wrong: `Policy "${policy}" gives clusters of all projects, those to come included.`,
    unclear: `Whether policy "${policy}" gives clusters of all projects cannot be told.`,
  })
}
