import { memberOf } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import { namingOf } from '../../workloads/image.ts'
import { toldOnce } from '../told-once.ts'

export const composeImageLatest = defineRule({
  id: 'compose-image-latest',
  title: 'Name the versions of images in Compose files',
  topic: 'image-content',
  severity: 'low',
  references: [
    {
      title: 'Compose file reference, image',
      url: 'https://docs.docker.com/reference/compose-file/services/#image',
    },
  ],

  subject: ['ComposeService'],
  check: toldOnce((service) => {
    const image = service.get('image')
    // What is built here is only called so.
    if (typeof image?.value !== 'string' || memberOf(service.value, 'build') !== undefined)
      return []
    const { naming } = namingOf(image.value)
    if (naming !== 'latest' && naming !== 'nothing') return []
    const how = naming === 'latest' ? 'the tag latest' : 'no tag'
    return [
      {
        place: image.place,
        message: `Service "${service.name}" runs whatever was pushed last: its image has ${how}.`,
        sure: true,
      },
    ]
  }),
})
