import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../answer.ts'
import { isOwned } from '../owner.ts'
import { isScaled, serviceOf } from '../relations.ts'
import { REPLICATED, replicasField, replicasOf } from '../replicas.ts'

export const singleReplica = defineRule({
  id: 'single-replica',
  title: 'Run what a Service leads to more than once',
  topic: 'resilience',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Disruptions',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/',
    },
    {
      title: 'Kubernetes: Deployments, replicas',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas',
    },
  ],
  controls: { 'bsi-app-4.4': ['A19'] },

  subject: 'pod',
  check(pod, scene) {
    const { owner } = pod
    if (!REPLICATED.includes(owner.type) || isOwned(owner)) return []
    const replicas = replicasOf(owner)
    if (replicas !== undefined && replicas !== 1) return []
    const service = serviceOf(pod, scene)
    if (service === undefined || isScaled(owner, scene)) return []
    const sure = replicas === 1
    return [
      {
        place: owner.at('spec', 'replicas'),
        message: sure
          ? `Service "${service.name}" has nobody to answer while the one pod of ${owner.kind} "${owner.name}" starts or moves.`
          : `Service "${service.name}" may lead to a single pod of ${owner.kind} "${owner.name}": ${doubtAbout(replicasField(owner))}.`,
        sure,
      },
    ]
  },
})
