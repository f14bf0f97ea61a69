import { isOn, isOneOf } from '../../../analysis/terraform/answers.ts'
import { isProduction } from '../../../analysis/terraform/arguments.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, azureResource, settingOf } from '../aks.ts'
import { complain } from '../complain.ts'

const ROUTING = 'http_application_routing_enabled'
const OLD_ROUTING = ['addon_profile', 0, 'http_application_routing', 0, 'enabled'] as const
const TIER = 'sku_tier'

export const aksHttpRouting = defineRule({
  id: 'aks-http-routing',
  title: 'Run AKS without retired routing and with an agreed uptime',
  topic: 'offer-and-upgrades',
  severity: 'medium',
  references: [
    aksPage('HTTP application routing add-on (retired)', 'http-application-routing'),
    aksPage('Pricing tiers for cluster management', 'free-standard-pricing-tiers'),
    azureResource('azurerm_kubernetes_cluster'),
  ],

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster) {
    const routing = settingOf(cluster, [ROUTING], OLD_ROUTING)
    const isFree = isProduction(cluster) ? isOneOf(cluster.get(TIER), ['Free'], 'Free') : 'no'
    return [
      ...complain(isOn(routing, false), routing?.place ?? cluster.at(ROUTING), {
        wrong: `Cluster "${cluster.name}" takes requests through HTTP application routing, which is retired and gets no repairs.`,
        unclear: `Whether cluster "${cluster.name}" uses HTTP application routing cannot be told.`,
      }),
      ...complain(isFree, cluster.at(TIER), {
        wrong: `Production cluster "${cluster.name}" has no agreed uptime: its tier is Free.`,
        unclear: `Whether production cluster "${cluster.name}" has an agreed uptime cannot be told.`,
      }),
    ]
  },
})
