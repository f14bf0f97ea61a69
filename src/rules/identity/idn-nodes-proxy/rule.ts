import { removePlace, setPlace, type Edit } from '../../../model/edit.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { checkPower } from '../check-power.ts'
import { holdingsOf, placeOf, ROLE_KINDS } from '../power.ts'
import { USE_KUBELETS } from '../powers.data.ts'

export const idnNodesProxy = defineRule({
  id: 'idn-nodes-proxy',
  title: 'Read from kubelets without nodes/proxy',
  topic: 'escalation-rights',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, access to the proxy subresource of Nodes',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes',
    },
    {
      title: 'Kubernetes: Kubelet authentication/authorization',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
    },
  ],
  controls: { 'cis-1.12': ['5.1.10'], 'ms-threat-matrix': ['MS-TA9030'] },

  subject: ROLE_KINDS,
  check: (role, scene) => checkPower(role, scene, USE_KUBELETS),

  fix: {
    risk: 'mayBreak', // what reads more of the kubelet than its metrics needs another of its resources
    edit: (role) => readMetricsOnly(role),
  },
})

// Nearly all who ask for this resource collect metrics.
function readMetricsOnly(role: Resource): readonly Edit[] {
  return holdingsOf(role, USE_KUBELETS).map((holding) => {
    const place = placeOf(role, holding)
    return holding.rule.resources.includes('nodes/metrics')
      ? removePlace(place)
      : setPlace(place, 'nodes/metrics')
  })
}
