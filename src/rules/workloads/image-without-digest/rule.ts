import { defineRule } from '../../rule.ts'
import { imageName } from '../image.ts'

export const imageWithoutDigest = defineRule({
  id: 'image-without-digest',
  title: 'Name images by their digest',
  topic: 'images',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Images, image names',
      url: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    },
  ],
  controls: { 'k8s-checklist': ['images/3'] },

  subject: 'container',
  check(container) {
    const image = imageName(container)
    if (image?.naming === 'tag') {
      const message = `Container "${container.name}" runs what the tag ${image.tag} names on the day: its image has no digest.`
      return [{ place: image.field.place, message, sure: true }]
    }
    // Whether the image has a tag at all is then told here as well: one cause, one finding.
    if (image?.naming !== 'unknown') return []
    const doubt = image.field.resolved
      ? 'no runtime can read the name of its image'
      : 'an unrendered template decides'
    return [
      {
        place: image.field.place,
        message: `Container "${container.name}" may run an image without a digest: ${doubt}.`,
        sure: false,
      },
    ]
  },
})
