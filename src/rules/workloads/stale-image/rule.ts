import { setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../answer.ts'
import { imageName } from '../image.ts'

const KEEPS: readonly unknown[] = ['IfNotPresent', 'Never']

export const staleImage = defineRule({
  id: 'stale-image',
  title: 'Pull images that change under one name',
  topic: 'images',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Images, updating images',
      url: 'https://kubernetes.io/docs/concepts/containers/images/#updating-images',
    },
    {
      title: 'Kubernetes: Admission Control, AlwaysPullImages',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#alwayspullimages',
    },
  ],

  subject: 'container',
  check(container) {
    const policy = container.get('imagePullPolicy')
    if (policy === undefined || policy.value === 'Always') return []
    const naming = imageName(container)?.naming
    if (naming !== 'latest' && naming !== 'nothing') return []
    const sure = KEEPS.includes(policy.value)
    return [
      {
        place: policy.place,
        message: sure
          ? `Container "${container.name}" runs the image its node pulled once, however old: its pull policy asks for no newer one.`
          : `Container "${container.name}" may run the image its node pulled once: ${doubtAbout(policy)}.`,
        sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // the pod needs its registry at each start, and runs what is newest there
    edit: (_, { place }) => [setPlace(place, 'Always')],
  },
})
