import { defineRule } from '../../rule.ts'
import { imageName } from '../image.ts'

export const imageLatest = defineRule({
  id: 'image-latest',
  title: 'Run a named version of an image, not the latest',
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
    if (image?.naming !== 'latest') return []
    return [
      {
        place: image.field.place,
        message: `Container "${container.name}" runs whatever was pushed last: the tag latest names no version.`,
        sure: true,
      },
    ]
  },
})
