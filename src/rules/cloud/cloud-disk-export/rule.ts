import { defineRule } from '../../rule.ts'
import { complainUnless, isFalse } from '../wanted.ts'

export const cloudDiskExport = defineRule({
  id: 'cloud-disk-export',
  title: 'Let nobody export Azure disks over the internet',
  topic: 'cloud-data',
  severity: 'medium',
  references: [
    {
      title: 'Azure: Restrict managed disks from being imported or exported',
      url: 'https://learn.microsoft.com/en-us/azure/virtual-machines/disks-restrict-import-export-overview',
    },
  ],

  subject: ['azurerm_managed_disk', 'azurerm_snapshot'],
  check(disk) {
    const reachable = disk.get('public_network_access_enabled')
    // Then its data cannot be fetched over the internet, whatever the policy says.
    if (reachable?.resolved && isFalse(reachable.value)) return []
    return complainUnless(disk, {
      names: ['network_access_policy'],
      isSound: (value) => value === 'DenyAll' || value === 'AllowPrivate',
      fault: `The content of "${disk.name}" can be downloaded from any network with a link that anybody can pass on.`,
      untold: `From where the content of "${disk.name}" can be downloaded cannot be told.`,
    })
  },
})
