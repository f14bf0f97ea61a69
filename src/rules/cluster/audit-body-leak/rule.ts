import { auditRecord } from '../../../analysis/cluster/audit-policy.ts'
import { groupBy } from '../../../base/group.ts'
import { setPlace } from '../../../model/edit.ts'
import { isList, memberOf } from '../../../model/part.ts'
import { formatPath, type Place } from '../../../model/place.ts'
import { defineRule } from '../../rule.ts'
import { policyIn, SOMEBODY } from '../audit-policies.ts'
import { BODY_PROBES } from '../body-probes.data.ts'

export const auditBodyLeak = defineRule({
  id: 'audit-body-leak',
  title: 'Keep the contents of Secrets out of the audit log',
  topic: 'audit-log',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Auditing, audit policy',
      url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#audit-policy',
    },
  ],
  controls: { 'cis-1.12': ['3.2.2'], 'owasp-k8s-2025': ['K03'] },

  subject: ['Policy', 'MachineConfig'],
  check(resource) {
    const policy = policyIn(resource)
    if (policy === undefined) return []
    const leaks = BODY_PROBES.map(({ what, levels, request }) => {
      const { level, place } = auditRecord(policy, { ...SOMEBODY, ...request })
      const sure = level !== undefined
      return { what, place, sure, leaks: !sure || levels.some((leaking) => leaking === level) }
    }).filter((probe) => probe.leaks)
    const byPlace = groupBy(leaks, ({ place }) => formatPath(place.path))
    return [...byPlace.values()].flatMap(([first, ...others]) => {
      if (first === undefined) return []
      const whats = [...new Set([first, ...others].map(({ what }) => what))].join(', ')
      const verb = first.sure ? 'keeps' : 'may keep'
      const message = `The audit log ${verb} what it should not: ${whats}.`
      return [{ place: first.place, message, sure: first.sure }]
    })
  },

  fix: {
    risk: 'none', // who, when and what is kept still
    edit: (_, { place }) =>
      isForThese(place) ? [setPlace({ ...place, path: [...place.path, 'level'] }, 'Metadata')] : [],
  },
})

const THESE: readonly unknown[] = ['secrets', 'configmaps', 'tokenreviews', 'serviceaccounts/token']

// A rule that names other things too keeps their bodies for a reason that a person knows.
function isForThese({ document, path }: Place): boolean {
  let rule: unknown = document.value
  for (const step of path) rule = memberOf(rule, step)
  const entries = memberOf(rule, 'resources')
  return (
    isList(entries) &&
    entries.every((entry) => {
      const names = memberOf(entry, 'resources')
      return isList(names) && names.every((name) => THESE.includes(name))
    })
  )
}
