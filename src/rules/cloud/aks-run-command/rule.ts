import { isOn } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, azureResource } from '../aks.ts'
import { complain } from '../complain.ts'

const SWITCH = 'run_command_enabled'

export const aksRunCommand = defineRule({
  id: 'aks-run-command',
  title: 'Turn off commands through the Azure API in AKS',
  topic: 'api-endpoint',
  severity: 'medium',
  references: [
    aksPage('Access a private cluster using the command invoke', 'access-private-cluster'),
    azureResource('azurerm_kubernetes_cluster'),
  ],

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster) {
    return complain(isOn(cluster.get(SWITCH), true), cluster.at(SWITCH), {
      wrong: `Azure's API runs commands inside of cluster "${cluster.name}", past its network rules: run_command_enabled is not false.`,
      unclear: `Whether Azure's API runs commands inside of cluster "${cluster.name}" cannot be told.`,
    })
  },
})
