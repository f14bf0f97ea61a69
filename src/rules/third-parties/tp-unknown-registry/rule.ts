import { defineRule } from '../../rule.ts'
import { endOfLife } from '../end-of-life.ts'
import { frozenRegistry } from '../frozen-registry.ts'
import { homeRegistry, strangerOf } from '../image-sources.ts'

export const tpUnknownRegistry = defineRule({
  id: 'tp-unknown-registry',
  title: 'Take images from registries that were agreed on',
  topic: 'image-sources',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Security Checklist, images',
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#images',
    },
    {
      title: 'Kyverno: Restrict Image Registries',
      url: 'https://kyverno.io/policies/best-practices/restrict-image-registries/restrict-image-registries/',
    },
  ],
  controls: { 'cis-1.12': ['5.5.1'] },

  subject: 'container',
  check(container, scene) {
    const home = homeRegistry(scene)
    const stranger = home === undefined ? undefined : strangerOf(container, scene)
    if (home === undefined || stranger === undefined) return []
    // One cause, one finding: these two want another image anyway.
    if (endOfLife(container, scene.today) ?? frozenRegistry(container, scene.today)) return []
    return [
      {
        place: container.place,
        message: `Container "${container.name}" takes its image from ${stranger}, while ${home.images} of ${home.allImages} images of the estate come from ${home.registry}.`,
        sure: true,
      },
    ]
  },
})
