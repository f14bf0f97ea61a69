import { isOn } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { azureResource } from '../aks.ts'
import { complain } from '../complain.ts'

const SWITCHES = [
  { name: 'admin_enabled', does: 'has one shared password with all rights' },
  { name: 'anonymous_pull_enabled', does: 'gives its images to everybody who asks' },
] as const

export const acrOpen = defineRule({
  id: 'acr-open',
  title: 'Give images of Azure Container Registry to known callers only',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    {
      title: 'Azure Container Registry: Authentication options',
      url: 'https://learn.microsoft.com/en-us/azure/container-registry/container-registry-authentication',
    },
    {
      title: 'Azure Container Registry: Make content publicly available',
      url: 'https://learn.microsoft.com/en-us/azure/container-registry/anonymous-pull-access',
    },
    azureResource('azurerm_container_registry'),
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9037'] },

  subject: ['azurerm_container_registry'],
  check(registry) {
    return SWITCHES.flatMap(({ name, does }) =>
      complain(isOn(registry.get(name), false), registry.at(name), {
        wrong: `Registry "${registry.name}" ${does}: ${name} is on.`,
        unclear: `Registry "${registry.name}" perhaps ${does}: its ${name} cannot be told.`,
      }),
    )
  },
})
