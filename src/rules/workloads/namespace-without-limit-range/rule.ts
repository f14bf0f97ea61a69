import { appendObject } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { isBoundedBy, startingRange } from '../namespace-bounds.ts'
import { isSystemNamespace } from '../namespace.ts'

export const namespaceWithoutLimitRange = defineRule({
  id: 'namespace-without-limit-range',
  title: 'Give every namespace default requests and limits',
  topic: 'resources',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Limit Ranges',
      url: 'https://kubernetes.io/docs/concepts/policy/limit-range/',
    },
    {
      title: 'Kubernetes: Configure Default Memory Requests and Limits for a Namespace',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/manage-resources/memory-default-namespace/',
    },
  ],

  subject: ['Namespace'],
  check(namespace, scene) {
    if (isSystemNamespace(namespace.name)) return []
    const isBounded = isBoundedBy('LimitRange', namespace, scene)
    if (isBounded === true) return []
    return [
      {
        place: namespace.at('metadata'),
        message: isBounded
          ? `Namespace "${namespace.name}" may give containers no bounds: where the estate's LimitRanges apply cannot be told.`
          : `Namespace "${namespace.name}" leaves containers that say nothing without bounds: no LimitRange gives any.`,
        sure: isBounded === false,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // containers that say nothing may need more than they are given
    edit: (namespace) => [appendObject(namespace, startingRange(namespace.name))],
  },
})
