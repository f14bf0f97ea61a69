import { allOf, answerOf } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Field } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { GKE_NODE_KINDS, gkePage, googleResource, nodePoolsIn } from '../gke.ts'

const IMAGE = ['node_config', 0, 'image_type'] as const

export const gkeImage = defineRule({
  id: 'gke-image',
  title: 'Run the nodes of GKE on an image with containerd',
  topic: 'node-machines',
  severity: 'medium',
  references: [gkePage('Node images', 'concepts/node-images'), googleResource('node_pool')],

  subject: GKE_NODE_KINDS,
  check(resource) {
    return nodePoolsIn(resource).flatMap(({ part, told, exists }) =>
      complain(allOf(exists, isOutdated(part.get(...IMAGE))), part.at(...IMAGE), {
        wrong: `${told} asks for an image with Docker, of which there are no new ones.`,
        unclear: `${told} may ask for an image with Docker: its image_type cannot be told.`,
      }),
    )
  },
})

// What is not written is COS_CONTAINERD. Windows has images with containerd too.
function isOutdated(image: Field | undefined): Answer {
  if (image === undefined || image.value === '') return 'no'
  if (!image.resolved) return 'cannot tell'
  return answerOf(!/_CONTAINERD$/i.test(String(image.value)))
}
