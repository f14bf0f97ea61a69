import { defineRule } from '../../rule.ts'
import { namingOf } from '../../workloads/image.ts'
import { endedIn } from '../base-age.ts'
import { takenImages } from '../base-image.ts'
import { complaintFor } from '../complaint.ts'

export const dfBaseNoDigest = defineRule({
  id: 'df-base-no-digest',
  title: 'Name base images by their digests',
  topic: 'image-content',
  severity: 'low',
  references: [
    {
      title: 'Docker: Building best practices, pin base image versions',
      url: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    },
    {
      title: 'Docker: Image digests',
      url: 'https://docs.docker.com/dhi/core-concepts/digests/',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    return (
      takenImages(dockerfile)
        .filter(({ image }) => namingOf(image).naming === 'tag')
        // One that came to its end is replaced, not pinned.
        .filter(({ image }) => endedIn(image, scene.today) === undefined)
        .map(({ place }) =>
          complaintFor(
            {
              place,
              text: 'The tag can be moved to another image: only a digest names the content',
            },
            dockerfile,
            scene,
          ),
        )
    )
  },
})
