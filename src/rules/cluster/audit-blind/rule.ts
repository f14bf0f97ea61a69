import { auditRecord, type AuditRecord } from '../../../analysis/cluster/audit-policy.ts'
import { AUDIT_PROBES } from '../../../analysis/cluster/audit-probes.data.ts'
import { groupBy } from '../../../base/group.ts'
import { addMembers } from '../../../model/edit.ts'
import { formatPath } from '../../../model/place.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { policyIn, SOMEBODY } from '../audit-policies.ts'

const MOST_TOLD = 3

export const auditBlind = defineRule({
  id: 'audit-blind',
  title: 'Record in the audit log what attackers do',
  topic: 'audit-log',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Auditing, audit policy',
      url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#audit-policy',
    },
    {
      title: 'Kubernetes: kube-apiserver Audit Configuration (v1)',
      url: 'https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/',
    },
  ],
  controls: { 'cis-1.12': ['3.2.1', '3.2.2'], 'stig-v2r3': ['V-242403'] },

  subject: ['Policy', 'MachineConfig'],
  check(resource) {
    const policy = policyIn(resource)
    if (policy === undefined) return []
    // Rules for programs of the cluster itself are another rule's.
    const lost = AUDIT_PROBES.map(({ does, request }) => ({
      does,
      record: auditRecord(policy, { ...SOMEBODY, ...request }),
    })).filter(({ record }) => !isKept(record))
    const byPlace = groupBy(lost, ({ record: { place } }) => formatPath(place.path))
    return [...byPlace.values()].flatMap((probes) => complain(probes))
  },

  fix: {
    risk: 'none', // only the log grows, by a line for each request
    edit: (resource, { place }) => {
      const policy = policyIn(resource)
      // A rule that leaves something out is there for a reason that a person knows.
      return policy === undefined || place.path.at(-1) !== 'rules'
        ? []
        : [addMembers(policy, ['rules'], [{ level: 'Metadata' }])]
    },
  },
})

// An ordinary request ends with its answer; one whose beginning is kept has left a trace too.
function isKept({ level, stages }: AuditRecord): boolean {
  if (level === undefined || level === 'None') return false
  return stages.includes('RequestReceived') || stages.includes('ResponseComplete')
}

interface Lost {
  readonly does: string
  readonly record: AuditRecord
}

function complain(probes: readonly Lost[]): readonly Complaint[] {
  const [first] = probes
  if (first === undefined) return []
  const told = probes.slice(0, MOST_TOLD).map(({ does }) => does)
  const more = probes.length > told.length ? ` (and ${probes.length - told.length} more)` : ''
  const sure = first.record.level !== undefined
  const verb = sure ? 'will' : 'may'
  const place = first.record.place
  return [{ place, message: `The audit log ${verb} not say who ${told.join(', ')}${more}.`, sure }]
}
