import { removeField, setField } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../answer.ts'
import { leeway } from '../disruption-budget.ts'
import { mayBeSelected, selectsPods } from '../relations.ts'

export const disruptionBudgetBlocksDrains = defineRule({
  id: 'disruption-budget-blocks-drains',
  title: 'Let a disruption budget give at least one pod',
  topic: 'resilience',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Specifying a Disruption Budget for your Application',
      url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    },
    {
      title: 'Kubernetes: Safely Drain a Node',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/',
    },
  ],
  controls: { nsa: ['E'] },

  subject: ['PodDisruptionBudget'],
  check(budget, scene) {
    const found = leeway(budget, scene)
    if (found === undefined || found.isLeft === true) return []
    // One that selects nothing blocks nothing, and is told so by disruption-budget-selects-nothing.
    if (!selectsPods(budget, scene) && !mayBeSelected(budget, scene)) return []
    const sure = found.isLeft === false
    return [
      {
        place: found.field.place,
        message: sure
          ? `PodDisruptionBudget "${budget.name}" gives none of its pods away: a node with one of them cannot be drained.`
          : `PodDisruptionBudget "${budget.name}" may give none of its pods away: ${doubtAbout(found.field)}.`,
        sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // one pod at a time may go then, and where there is only one, so does the service for a while
    edit: (budget, { place }) => [
      ...(place.path.at(-1) === 'minAvailable'
        ? [removeField(budget, ['spec', 'minAvailable'])]
        : []),
      setField(budget, ['spec', 'maxUnavailable'], 1),
    ],
  },
})
