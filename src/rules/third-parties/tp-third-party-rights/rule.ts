import { defineRule } from '../../rule.ts'
import { broughtBy } from '../third-party.ts'

export const tpThirdPartyRights = defineRule({
  id: 'tp-third-party-rights',
  title: 'Know what charts and operators may do in the whole cluster',
  topic: 'third-party-rights',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
    {
      title: 'Helm: Labels and Annotations, standard labels',
      url: 'https://helm.sh/docs/chart_best_practices/labels/#standard-labels',
    },
  ],
  controls: { 'pci-containers': ['2.1.a'], 'bsi-app-4.4': ['A3'] },

  subject: ['ClusterRole'],
  check(role, scene) {
    const brought = broughtBy(role, scene)
    if (brought === undefined) return []
    const { party, powers } = brought
    // The rules of the role are blamed one by one by the rules about roles; here it is who brought them.
    return [
      {
        place: role.at(...party.label),
        message: `${party.name} brings rights for the whole cluster: it may ${powers.join(', ')}.`,
        sure: true,
      },
    ]
  },
})
