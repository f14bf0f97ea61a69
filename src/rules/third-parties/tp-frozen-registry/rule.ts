import { setField } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { endOfLife } from '../end-of-life.ts'
import { frozenRegistry } from '../frozen-registry.ts'

export const tpFrozenRegistry = defineRule({
  id: 'tp-frozen-registry',
  title: 'Take images from registries that still get fixes',
  topic: 'aging-components',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: k8s.gcr.io Image Registry Will Be Frozen From the 3rd of April 2023',
      url: 'https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/',
    },
    {
      title: 'Bitnami: Upcoming changes to the Bitnami catalog, effective August 28th, 2025',
      url: 'https://github.com/bitnami/containers/issues/83267',
    },
  ],

  subject: 'container',
  check(container, scene) {
    const registry = frozenRegistry(container, scene.today)
    // What has come to its end as a product does not get better by another registry.
    if (registry === undefined || endOfLife(container, scene.today) !== undefined) return []
    return [
      {
        place: container.place,
        message: `Container "${container.name}" takes its image from ${registry.prefix.slice(0, -1)}, which since ${registry.since} ${registry.fate}.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // a proxy or an allow-list may know the old name only
    edit(container, _, scene) {
      const image = container.get('image')?.value
      const registry = frozenRegistry(container, scene.today)
      if (typeof image !== 'string' || registry?.renamed === undefined) return []
      return [setField(container, ['image'], image.replace(registry.prefix, registry.renamed))]
    },
  },
})
