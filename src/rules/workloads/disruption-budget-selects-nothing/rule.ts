import { defineRule } from '../../rule.ts'
import { mayBeSelected, selectsPods } from '../relations.ts'

export const disruptionBudgetSelectsNothing = defineRule({
  id: 'disruption-budget-selects-nothing',
  title: 'Let a disruption budget select the pods it is for',
  topic: 'resilience',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Specifying a Disruption Budget for your Application',
      url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    },
    {
      title: 'Kubernetes: Labels and Selectors',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
    },
  ],
  controls: { 'bsi-app-4.4': ['A19'] },

  subject: ['PodDisruptionBudget'],
  check(budget, scene) {
    if (selectsPods(budget, scene)) return []
    const sure = !mayBeSelected(budget, scene)
    return [
      {
        place: budget.at('spec', 'selector'),
        message: sure
          ? `PodDisruptionBudget "${budget.name}" protects nothing: no pod of its namespace has the labels it selects.`
          : `PodDisruptionBudget "${budget.name}" may protect nothing: which pods it is for cannot be told from what was read.`,
        sure,
      },
    ]
  },
})
