import { auditRecord, type AuditRecord } from '../../../analysis/cluster/audit-policy.ts'
import { AUDIT_PROBES } from '../../../analysis/cluster/audit-probes.data.ts'
import type { Reader } from '../../../model/part.ts'
import { formatPath } from '../../../model/place.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { policyIn, SOMEBODY } from '../audit-policies.ts'

const ACCOUNT_GROUPS = ['system:serviceaccounts', 'system:serviceaccounts:shop']

// Who must never be left out of the log as a whole.
const PEOPLE = [
  { who: 'administrators', user: 'somebody', groups: ['system:masters'] },
  { who: 'every account of a pod', user: 'system:serviceaccount:shop:web', groups: ACCOUNT_GROUPS },
  ...['kubernetes-admin', 'kubernetes-super-admin', 'admin', 'system:admin'].map((user) => ({
    who: `the administrator ${user}`,
    user,
    groups: [],
  })),
] as const

export const auditBroadDrop = defineRule({
  id: 'audit-broad-drop',
  title: 'Leave no group of people out of the audit log',
  topic: 'audit-log',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Auditing, audit policy',
      url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#audit-policy',
    },
  ],
  controls: { 'cis-1.12': ['3.2.2'], 'ms-threat-matrix': ['MS-TA9020'] },

  subject: ['Policy', 'MachineConfig'],
  check(resource) {
    const policy = policyIn(resource)
    if (policy === undefined) return []
    const complaints = PEOPLE.flatMap((people) => complain(policy, people))
    return complaints.filter(
      ({ place }, index) => complaints.findIndex((other) => sameAs(other.place, place)) === index,
    )
  },
})

// What is lost of anybody is audit-blind; here it is what is lost of these alone.
function complain(
  policy: Reader,
  { who, user, groups }: (typeof PEOPLE)[number],
): readonly Complaint[] {
  for (const { does, request } of AUDIT_PROBES) {
    const asked = { ...request, user, groups: [...groups, ...SOMEBODY.groups] }
    const record = auditRecord(policy, asked)
    const usual = auditRecord(policy, { ...request, ...SOMEBODY })
    if (!isLost(record) || sameAs(record.place, usual.place)) continue
    const sure = record.level === 'None'
    const message = sure
      ? `The audit log leaves out ${who}: it will not say when they ${does}.`
      : `Whether the audit log leaves out ${who} cannot be told.`
    return [{ place: record.place, message, sure }]
  }
  return []
}

function isLost({ level }: AuditRecord): boolean {
  return level === undefined || level === 'None'
}

function sameAs(a: AuditRecord['place'], b: AuditRecord['place']): boolean {
  return formatPath(a.path) === formatPath(b.path)
}
