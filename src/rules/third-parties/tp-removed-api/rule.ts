import { formatVersion } from '../../../model/version.ts'
import { defineRule } from '../../rule.ts'
import { AGING_KINDS, insteadOf, lifecycleOf, renewVersion } from '../api-lifecycle.ts'

export const tpRemovedApi = defineRule({
  id: 'tp-removed-api',
  title: 'Write objects in a version that the cluster still serves',
  topic: 'aging-components',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Deprecated API Migration Guide',
      url: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    },
  ],

  subject: AGING_KINDS,
  check(resource, scene) {
    const lifecycle = lifecycleOf(resource)
    if (lifecycle === undefined || !scene.atLeast(1, lifecycle.removed)) return []
    const ended = `no release since 1.${lifecycle.removed} serves ${resource.apiVersion}`
    return [
      {
        place: resource.at('apiVersion'),
        message: `Kubernetes ${formatVersion(scene.kubernetes)} refuses this ${resource.kind}, as ${ended}; ${insteadOf(lifecycle, scene)}.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'none', // the cluster refuses the object as it is
    edit: (resource, _, scene) => renewVersion(resource, scene),
  },
})
