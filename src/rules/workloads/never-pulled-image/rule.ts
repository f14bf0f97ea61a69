import { setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../answer.ts'
import { imageName } from '../image.ts'

export const neverPulledImage = defineRule({
  id: 'never-pulled-image',
  title: 'Take images from their registry, not from what a node holds',
  topic: 'images',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Images, image pull policy',
      url: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
    },
    {
      title: 'Kubernetes: Admission Control, AlwaysPullImages',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#alwayspullimages',
    },
  ],

  subject: 'container',
  check(container) {
    const policy = container.get('imagePullPolicy')
    if (policy === undefined || policy.value === 'Always' || policy.value === 'IfNotPresent')
      return []
    // Without a tag or with latest, stale-image tells it; a digest names the same bytes wherever they come from.
    if (imageName(container)?.naming !== 'tag') return []
    const sure = policy.value === 'Never'
    return [
      {
        place: policy.place,
        message: sure
          ? `Container "${container.name}" runs whatever its node holds under that name: Never asks no registry.`
          : `Container "${container.name}" may run whatever its node holds under that name: ${doubtAbout(policy)}.`,
        sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // an image that was only ever loaded onto nodes has to be pushed to a registry first
    edit: (_, { place }) => [setPlace(place, 'Always')],
  },
})
