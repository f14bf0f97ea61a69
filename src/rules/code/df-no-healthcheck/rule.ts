import { shippedStages, type Step } from '../../../analysis/dockerfiles/dockerfile.ts'
import { servicesOf } from '../../../analysis/images/used-by.ts'
import { memberOf } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor } from '../complaint.ts'

export const dfNoHealthcheck = defineRule({
  id: 'df-no-healthcheck',
  title: 'Tell Docker how to see whether a service is well',
  topic: 'image-content',
  severity: 'low',
  references: [
    {
      title: 'Dockerfile reference, HEALTHCHECK',
      url: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    if (!isAskedByDocker(dockerfile, scene)) return []
    const steps = shippedStages(dockerfile).flatMap((stage) => stage.steps)
    const port = steps.find(({ keyword }) => keyword === 'EXPOSE')
    const check = steps.findLast(({ keyword }) => keyword === 'HEALTHCHECK')
    if (port === undefined || (check !== undefined && !isNone(check))) return []
    const text = 'Nothing tells Docker whether this service still answers: HEALTHCHECK is missing'
    return [complaintFor({ place: (check ?? port).place, text }, dockerfile, scene)]
  },
})

// Kubernetes has probes of its own and never looks at this. Where there are pods, only what Compose runs is asked for.
function isAskedByDocker(dockerfile: Resource, scene: Scene): boolean {
  const services = servicesOf(dockerfile, scene)
  if (services.length === 0) return scene.pods.length === 0
  return services.some(({ value }) => memberOf(value, 'healthcheck') === undefined)
}

function isNone(step: Step): boolean {
  return step.get('args')?.value === 'NONE'
}
