import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { BINDING_KINDS } from '../binding.ts'
import { EKSCTL_CLUSTER, membershipsIn } from '../masters.ts'

export const idnMastersGroup = defineRule({
  id: 'idn-masters-group',
  title: 'Put nobody into system:masters',
  topic: 'cluster-admin',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, least privilege',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    },
    {
      title: 'Kubernetes: Using RBAC Authorization, user-facing roles',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles',
    },
  ],
  controls: {
    'cis-1.12': ['5.1.7'],
    'mitre-containers': ['T1078'],
    'k8s-checklist': ['authn-authz/1'],
    'pci-containers': ['2.2.b'],
  },

  subject: [...BINDING_KINDS, 'ConfigMap', 'Config', EKSCTL_CLUSTER],
  check(resource) {
    return membershipsIn(resource).map(({ place, who }) => ({
      place,
      message: `${who} the group system:masters, which no role limits and no binding can take out.`,
      sure: true,
    }))
  },

  fix: {
    risk: 'mayBreak', // who was an administrator by this group alone needs a role then
    edit: ({ type }, { place }) =>
      type === 'Config' || type === 'ConfigMap' ? [] : [removePlace(place)],
  },
})
