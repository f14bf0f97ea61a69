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
    {
      title: 'Kubernetes: Security Checklist, images',
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#images',
    },
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.5.1',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    {
      title: 'Microsoft Threat Matrix for Kubernetes, MS-TA9002 Compromised image in registry',
      url: 'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Compromised%20Image%20In%20Registry/',
    },
  ],

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
