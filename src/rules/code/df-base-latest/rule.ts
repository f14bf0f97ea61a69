import { defineRule } from '../../rule.ts'
import { namingOf } from '../../workloads/image.ts'
import { endedIn } from '../base-age.ts'
import { takenImages } from '../base-image.ts'
import { complaintFor } from '../complaint.ts'

export const dfBaseLatest = defineRule({
  id: 'df-base-latest',
  title: 'Build on a named version of an image',
  topic: 'image-content',
  severity: 'medium',
  references: [
    {
      title: 'Docker: Building best practices, pin base image versions',
      url: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    },
    {
      title: 'Dockerfile reference, FROM',
      url: 'https://docs.docker.com/reference/dockerfile/#from',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    return takenImages(dockerfile).flatMap(({ image, place, resolved }) => {
      // One that came to its end is replaced, whatever its version.
      if (endedIn(image, scene.today) !== undefined) return []
      const { naming } = namingOf(image)
      const text = TEXTS[naming]
      if (text !== undefined) return [complaintFor({ place, text }, dockerfile, scene)]
      if (resolved || naming !== 'unknown') return []
      const doubt = { place, text: 'Nobody can tell which version this begins with', sure: false }
      return [complaintFor(doubt, dockerfile, scene)]
    })
  },
})

const TEXTS: Readonly<Record<string, string | undefined>> = {
  latest: 'The tag latest names no version: each build may begin with another image',
  nothing: 'No tag is given, which means latest: each build may begin with another image',
}
