import { placeBelow } from '../../../analysis/cluster/commands.ts'
import { isList, memberOf, valueAt, type Field } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'

const BROAD_GROUPS: readonly unknown[] = [
  '*',
  'system:authenticated',
  'system:unauthenticated',
  'system:serviceaccounts',
]
// The FlowSchema for probes, which every cluster has, is for these.
const HEALTH_PATHS: readonly unknown[] = ['/healthz', '/livez', '/readyz', '/startupz']

export const apiApfExempt = defineRule({
  id: 'api-apf-exempt',
  title: 'Let few and known clients go past the queues',
  topic: 'control-plane-settings',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: API Priority and Fairness, exempt requests',
      url: 'https://kubernetes.io/docs/concepts/cluster-administration/flow-control/#exempt-requests',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9040'] },

  subject: ['FlowSchema'],
  check(schema) {
    const level = schema.get('spec', 'priorityLevelConfiguration', 'name')
    if (level === undefined || (level.resolved && level.value !== 'exempt')) return []
    return schema.list('spec', 'rules').flatMap((rule) =>
      isForHealth(rule)
        ? []
        : broadSubjects(rule).map(({ index, who }) => ({
            place: placeBelow(rule.place, 'subjects', index),
            message: level.resolved
              ? `Requests of ${who} go past all queues, so that a flood of them stops the API server.`
              : `Requests of ${who} may go past all queues: their level is not known before it is rendered.`,
            sure: level.resolved,
          })),
    )
  },
})

function isForHealth({ value }: Field): boolean {
  const resources = memberOf(value, 'resourceRules')
  const others = memberOf(value, 'nonResourceRules')
  if (isList(resources) && resources.length > 0) return false
  return isList(others) && others.every((rule) => areHealthPaths(memberOf(rule, 'nonResourceURLs')))
}

function areHealthPaths(paths: unknown): boolean {
  return isList(paths) && paths.every((path) => HEALTH_PATHS.includes(path))
}

function broadSubjects({ value }: Field): readonly { index: number; who: string }[] {
  const subjects = memberOf(value, 'subjects')
  if (!isList(subjects)) return []
  return subjects.flatMap((subject, index) => {
    const who = broadName(subject)
    return who === undefined ? [] : [{ index, who }]
  })
}

function broadName(subject: unknown): string | undefined {
  const group = valueAt(subject, ['group', 'name'])
  if (BROAD_GROUPS.includes(group))
    return group === '*' ? 'every group' : `the group ${String(group)}`
  if (valueAt(subject, ['user', 'name']) === '*') return 'every user'
  return valueAt(subject, ['serviceAccount', 'name']) === '*' ? 'every service account' : undefined
}
