import { allOf, anyOf, isOn, isOneOf } from '../../../analysis/terraform/answers.ts'
import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import { linkedTo, type Answer, type Linked } from '../../../analysis/terraform/joins.ts'
import { isHandedOn } from '../../../analysis/terraform/unread-modules.ts'
import type { Reader } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, azureResource } from '../aks.ts'

const SETTINGS = { type: 'azurerm_monitor_diagnostic_setting', path: ['target_resource_id'] }
const GROUPS = ['audit', 'allLogs']
const NEEDED = [
  { log: 'kube-audit', categories: ['kube-audit', 'kube-audit-admin'] },
  { log: 'guard', categories: ['guard'] },
] as const

export const aksAudit = defineRule({
  id: 'aks-audit',
  title: 'Keep the audit log of AKS',
  topic: 'managed-settings',
  severity: 'high',
  references: [
    aksPage('Monitoring data reference', 'monitor-aks-reference'),
    azureResource('azurerm_monitor_diagnostic_setting'),
  ],
  controls: { nsa: ['D1'], 'owasp-k8s-2025': ['K10'], 'owasp-k8s-2022': ['K05'] },

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster, scene) {
    const settings = linkedTo(cluster, SETTINGS, scene)
    // A module that was not read and gets the cluster's id may keep them.
    const elsewhere = isHandedOn(cluster, scene) ? 'cannot tell' : 'no'
    const kept = NEEDED.map(({ log, categories }) => ({
      log,
      isKept: anyOf(keeps(settings, categories), elsewhere),
    }))
    const lacking = kept.filter(({ isKept }) => isKept !== 'yes')
    if (lacking.length === 0) return []
    const sure = lacking.some(({ isKept }) => isKept === 'no')
    const logs = lacking.filter(({ isKept }) => !sure || isKept === 'no').map(({ log }) => log)
    return [
      {
        place: cluster.place,
        message: sure
          ? `Nobody can tell later who did what in cluster "${cluster.name}": no diagnostic setting keeps ${logs.join(' and ')}.`
          : `Whether a diagnostic setting keeps ${logs.join(' and ')} of cluster "${cluster.name}" cannot be told.`,
        sure,
      },
    ]
  },
})

function keeps({ sure, unclear }: Linked, categories: readonly string[]): Answer {
  return anyOf(
    ...sure.map((setting) => sends(setting, categories)),
    ...unclear.map((setting) => allOf('cannot tell', sends(setting, categories))),
  )
}

// `log` is what version 3 of the provider called it, and it could be written and off.
function sends(setting: Reader, categories: readonly string[]): Answer {
  const enabled = blocksOf(setting, 'enabled_log')
  const old = blocksOf(setting, 'log')
  if (enabled === undefined || old === undefined) return 'cannot tell'
  return anyOf(...[...enabled, ...old].map((block) => isAbout(block, categories)))
}

function isAbout(block: Reader, categories: readonly string[]): Answer {
  const isMeant = anyOf(
    isOneOf(block.get('category'), categories, ''),
    isOneOf(block.get('category_group'), GROUPS, ''),
  )
  return allOf(isMeant, isOn(block.get('enabled'), true))
}
