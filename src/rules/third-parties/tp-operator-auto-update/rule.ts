import { setField } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'

const APPROVAL = ['spec', 'installPlanApproval'] as const

export const tpOperatorAutoUpdate = defineRule({
  id: 'tp-operator-auto-update',
  title: 'Look at the rights of an operator before it is updated',
  topic: 'third-party-rights',
  severity: 'low',
  references: [
    {
      title: 'Operator Lifecycle Manager: how do I update my operator',
      url: 'https://github.com/operator-framework/operator-lifecycle-manager/blob/master/doc/design/how-to-update-operators.md',
    },
    {
      title: 'Operator Lifecycle Manager: scoped installs, what rights an operator gets',
      url: 'https://github.com/operator-framework/operator-lifecycle-manager/blob/master/doc/design/scoped-operator-install.md',
    },
  ],

  subject: ['operators.coreos.com/Subscription'],
  check(subscription) {
    const approval = subscription.get(...APPROVAL)
    if (approval?.value === 'Manual' || approval?.resolved === false) return []
    return [
      {
        place: subscription.at(...APPROVAL),
        message: `Operator "${subscription.name}" is updated by itself, with whatever rights its next version asks for.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // updates, those that mend flaws too, then wait for somebody
    edit: (subscription) => [setField(subscription, APPROVAL, 'Manual')],
  },
})
