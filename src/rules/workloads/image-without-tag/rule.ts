import { defineRule } from '../../rule.ts'
import { imageName } from '../image.ts'

export const imageWithoutTag = defineRule({
  id: 'image-without-tag',
  title: 'Say which version of an image to run',
  topic: 'images',
  severity: 'medium',
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
    if (image?.naming !== 'nothing') return []
    return [
      {
        place: image.field.place,
        message: `Container "${container.name}" runs whatever was pushed last: its image has neither tag nor digest.`,
        sure: true,
      },
    ]
  },
})
