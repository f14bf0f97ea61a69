import { stagesOf } from '../../../analysis/dockerfiles/dockerfile.ts'
import { defineRule } from '../../rule.ts'
import { endedIn } from '../base-age.ts'
import { baseOf } from '../base-image.ts'
import { complaintFor } from '../complaint.ts'

export const dfBaseEndOfLife = defineRule({
  id: 'df-base-end-of-life',
  title: 'Build on images that still get repairs',
  topic: 'image-content',
  severity: 'medium',
  references: [
    {
      title: 'Docker: Building best practices, choose the right base image',
      url: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
    },
    {
      title: 'endoflife.date, with the page of each maker',
      url: 'https://github.com/endoflife-date/endoflife.date',
    },
  ],
  controls: { 'owasp-k8s-2025': ['K07'], 'pci-containers': ['10.1.a'] },

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    return stagesOf(dockerfile)
      .flatMap(baseOf)
      .flatMap(({ image, place, resolved }) => {
        const ended = resolved ? endedIn(image, scene.today) : undefined
        if (ended === undefined) return []
        const text = `The base image came to its end: ${ended}; flaws found since then stay in it`
        return [complaintFor({ place, text }, dockerfile, scene)]
      })
  },
})
