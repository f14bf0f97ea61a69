import { defineRule } from '../../rule.ts'
import { AGING_KINDS, insteadOf, lifecycleOf, renewVersion } from '../api-lifecycle.ts'

export const tpDeprecatedApi = defineRule({
  id: 'tp-deprecated-api',
  title: 'Leave versions of the API before they are removed',
  topic: 'aging-components',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Deprecated API Migration Guide',
      url: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    },
    {
      title: 'Kubernetes: Deprecation Policy',
      url: 'https://kubernetes.io/docs/reference/using-api/deprecation-policy/',
    },
  ],

  subject: AGING_KINDS,
  check(resource, scene) {
    const lifecycle = lifecycleOf(resource)
    if (lifecycle === undefined || !scene.atLeast(1, lifecycle.deprecated)) return []
    // What is refused already is tp-removed-api's matter.
    if (scene.atLeast(1, lifecycle.removed)) return []
    return [
      {
        place: resource.at('apiVersion'),
        message: `Kubernetes 1.${lifecycle.removed} will refuse this ${resource.kind}: ${resource.apiVersion} is deprecated since 1.${lifecycle.deprecated}; ${insteadOf(lifecycle, scene)}.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // a cluster older than the new version does not know it, and defaults may differ
    edit: (resource, _, scene) => renewVersion(resource, scene),
  },
})
