import { rulesIn } from '../../../analysis/access/policy-rule.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { withoutGraver } from '../check-power.ts'
import { giftOf, nameBinding } from '../gift.ts'
import { holdingsIn, placeOf, ROLE_KINDS } from '../power.ts'
import { CHANGE_SETTINGS } from '../powers.data.ts'
import { reachOf, tellPower, type Reach } from '../role-reach.ts'
import { SETTINGS } from '../settings.data.ts'

const HOME = 'kube-system'

export const idnDnsConfigmap = defineRule({
  id: 'idn-dns-configmap',
  title: "Let nobody write the cluster's own ConfigMaps",
  topic: 'escalation-rights',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Customizing DNS Service',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/dns-custom-nameservers/',
    },
    {
      title: 'Amazon EKS: Grant IAM users access with a ConfigMap',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9035'], 'pci-containers': ['16.4.a'] },

  subject: [...ROLE_KINDS, 'RoleBinding'],
  check(resource, scene) {
    return resource.type === 'RoleBinding'
      ? checkBinding(resource, scene)
      : checkRole(resource, scene)
  },
})

function checkRole(role: Resource, scene: Scene): readonly Complaint[] {
  const holdings = rulesIn(role)
    .filter(({ resourceNames }) => namesSettings(resourceNames))
    .flatMap((rule) => holdingsIn(rule, CHANGE_SETTINGS))
  if (holdings.length === 0) return []
  const reach = reachOf(role, scene)
  if (reach === undefined || !reachesHome(reach)) return []
  const holding = withoutGraver(role, reach, holdings).find(({ sure }) => sure)
  if (holding === undefined) return []
  const told = reach.extent === 'cluster' ? reach : { ...reach, namespaces: [HOME] }
  const words = 'write the ConfigMaps of CoreDNS and other parts of the cluster'
  const message = tellPower(role, told, { words, reach: 'outside' })
  return [{ place: placeOf(role, holding), message, sure: true }]
}

// The built-in roles are not at fault: they are made for namespaces of applications.
function checkBinding(binding: Resource, scene: Scene): readonly Complaint[] {
  if (binding.namespace !== HOME) return []
  const gift = giftOf(binding, scene)
  if (gift?.role !== 'admin' && gift?.role !== 'edit') return []
  const message = `${nameBinding(binding)} lets ${gift.who} write the ConfigMaps and Secrets of the cluster's own parts.`
  return [{ place: binding.at('roleRef', 'name'), message, sure: true }]
}

// A role for the whole cluster that nobody has is no evidence of what happens in this one namespace.
function reachesHome({ extent, namespaces, receivers }: Reach): boolean {
  return extent === 'cluster' ? receivers.length > 0 : namespaces.includes(HOME)
}

function namesSettings(names: readonly string[]): boolean {
  return names.length === 0 || names.some((name) => SETTINGS.has(name))
}
