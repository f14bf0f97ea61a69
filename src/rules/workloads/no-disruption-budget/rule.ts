import { appendObject } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { budgetFor } from '../disruption-budget.ts'
import { isOwned } from '../owner.ts'
import { budgetOf, hasUnreadBudget, serviceOf } from '../relations.ts'
import { REPLICATED, replicasField, replicasOf } from '../replicas.ts'

export const noDisruptionBudget = defineRule({
  id: 'no-disruption-budget',
  title: 'Say how many pods of a service may go at a time',
  topic: 'resilience',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Disruptions, Pod disruption budgets',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/#pod-disruption-budgets',
    },
    {
      title: 'Kubernetes: Specifying a Disruption Budget for your Application',
      url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    },
  ],
  controls: { 'bsi-app-4.4': ['A19'] },

  subject: 'pod',
  check(pod, scene) {
    const { owner } = pod
    if (!REPLICATED.includes(owner.type) || isOwned(owner)) return []
    const field = replicasField(owner)
    if (field === undefined || (replicasOf(owner) ?? 0) < 2) return []
    const service = serviceOf(pod, scene)
    if (service === undefined || budgetOf(pod, scene) !== undefined) return []
    const sure = !hasUnreadBudget(owner.namespace, scene)
    return [
      {
        place: field.place,
        message: sure
          ? `All pods behind Service "${service.name}" may go at once when nodes are drained: no PodDisruptionBudget selects them.`
          : `All pods behind Service "${service.name}" may go at once: which pods a PodDisruptionBudget selects cannot be told.`,
        sure,
      },
    ]
  },

  fix: {
    risk: 'none', // it bounds how pods are taken away, not how they run
    edit: ({ owner }) => {
      const budget = budgetFor(owner)
      return budget === undefined ? [] : [appendObject(owner, budget)]
    },
  },
})
