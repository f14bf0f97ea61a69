import { appendObject } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { countQuota, isBoundedBy } from '../namespace-bounds.ts'
import { isSystemNamespace } from '../namespace.ts'

export const namespaceWithoutQuota = defineRule({
  id: 'namespace-without-quota',
  title: 'Give every namespace a quota',
  topic: 'resources',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Resource Quotas',
      url: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
    },
    {
      title: 'Kubernetes: Multi-tenancy, quotas',
      url: 'https://kubernetes.io/docs/concepts/security/multi-tenancy/#quotas',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9039'], 'mitre-containers': ['T1496.001'] },

  subject: ['Namespace'],
  check(namespace, scene) {
    if (isSystemNamespace(namespace.name)) return []
    const isBounded = isBoundedBy('ResourceQuota', namespace, scene)
    if (isBounded === true) return []
    return [
      {
        place: namespace.at('metadata', 'name'),
        message: isBounded
          ? `Namespace "${namespace.name}" may have no quota: where the estate's quotas apply cannot be told.`
          : `Namespace "${namespace.name}" may use up the whole cluster: no ResourceQuota bounds it.`,
        sure: isBounded === false,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what goes beyond twice the pods of today is refused
    edit: (namespace, _, scene) => [appendObject(namespace, countQuota(namespace.name, scene))],
  },
})
