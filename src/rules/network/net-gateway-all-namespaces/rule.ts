import type { Path } from '../../../model/document.ts'
import { setField, setPlace, type Edit } from '../../../model/edit.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Complaint } from '../../rule.ts'
import { defineRule } from '../../rule.ts'
import { attachedNamespaces } from '../attached-routes.ts'

const ALLOWED = ['allowedRoutes', 'namespaces'] as const
const NAMESPACE_NAME = 'kubernetes.io/metadata.name'

export const netGatewayAllNamespaces = defineRule({
  id: 'net-gateway-all-namespaces',
  title: 'Say which namespaces may attach routes to a Gateway',
  topic: 'exposure',
  severity: 'medium',
  references: [
    {
      title: 'Gateway API: Cross-Namespace routing',
      url: 'https://gateway-api.sigs.k8s.io/guides/user-guides/multiple-ns/',
    },
    {
      title: 'Gateway API: Security Model',
      url: 'https://gateway-api.sigs.k8s.io/docs/concepts/security/',
    },
  ],

  subject: ['Gateway'],
  check(gateway) {
    return gateway.list('spec', 'listeners').flatMap((_, index): readonly Complaint[] => {
      const from = gateway.get('spec', 'listeners', index, ...ALLOWED, 'from')
      if (from?.value !== 'All') return []
      const message = `Every namespace may attach routes to Gateway "${gateway.name}", for names of others too.`
      return [{ place: from.place, message, sure: true }]
    })
  },

  fix: {
    risk: 'mayBreak', // routes of namespaces that were not read are no longer taken
    edit: (gateway, { place }, scene) => {
      const namespaces = attachedNamespaces(gateway, scene)
      const isOwn = namespaces.every((namespace) => namespace === gateway.namespace)
      return isOwn ? [setPlace(place, 'Same')] : selectOnly(namespaces, gateway, place.path)
    },
  },
})

function selectOnly(namespaces: readonly string[], gateway: Resource, from: Path): readonly Edit[] {
  const selector = [...from.slice(0, -1), 'selector']
  return [
    setField(gateway, from, 'Selector'),
    setField(
      gateway,
      [...selector, 'matchExpressions'],
      [{ key: NAMESPACE_NAME, operator: 'In', values: namespaces }],
    ),
  ]
}
