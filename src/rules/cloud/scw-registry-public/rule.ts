import { isOn } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwRegistryPublic = defineRule({
  id: 'scw-registry-public',
  title: 'Keep registries of images private',
  topic: 'cloud-data',
  severity: 'high',
  controls: { 'ms-threat-matrix': ['MS-TA9037'] },
  references: [scalewayResource('scaleway_registry_namespace')],

  subject: ['scaleway_registry_namespace'],
  check(registry) {
    const setting = registry.get('is_public')
    return complain(isOn(setting, false), registry.at('is_public'), {
      wrong: `Everybody may pull the images of registry "${registry.name}" without signing in.`,
      unclear: `Whether everybody may pull the images of registry "${registry.name}" cannot be told.`,
    })
  },
})
