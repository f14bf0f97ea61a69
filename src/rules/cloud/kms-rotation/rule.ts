import { partsAt } from '../../../analysis/terraform/inner-parts.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complainUnless, isTrue, numberIn } from '../wanted.ts'

const YEAR_DAYS = 366
const DAY_SECONDS = 86_400

export const kmsRotation = defineRule({
  id: 'kms-rotation',
  title: 'Rotate keys of the cloud each year, and guard them from deletion',
  topic: 'cloud-data',
  severity: 'medium',
  references: [
    {
      title: 'AWS KMS: Rotate keys',
      url: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
    },
    {
      title: 'Cloud KMS: Key rotation',
      url: 'https://cloud.google.com/kms/docs/key-rotation',
    },
    {
      title: 'Azure Key Vault: Configure key auto-rotation',
      url: 'https://learn.microsoft.com/en-us/azure/key-vault/keys/how-to-configure-key-rotation',
    },
  ],

  subject: ['aws_kms_key', 'google_kms_crypto_key', 'azurerm_key_vault_key', 'azurerm_key_vault'],
  check(key) {
    switch (key.type) {
      case 'aws_kms_key':
        return amazon(key)
      case 'google_kms_crypto_key':
        return google(key)
      case 'azurerm_key_vault':
        return vault(key)
      default:
        return azure(key)
    }
  },
})

function amazon(key: Resource): readonly Complaint[] {
  if (!isPlainly(key, 'key_usage', 'ENCRYPT_DECRYPT')) return []
  if (!isPlainly(key, 'customer_master_key_spec', 'SYMMETRIC_DEFAULT')) return []
  // Keys whose material comes from elsewhere are rotated there.
  if (key.get('custom_key_store_id') !== undefined) return []
  return complainUnless(key, {
    names: ['enable_key_rotation'],
    isSound: isTrue,
    fault: `Key "${key.name}" is never replaced: what it encrypted ten years ago, it still opens.`,
    untold: `Whether key "${key.name}" is rotated cannot be told.`,
  })
}

function google(key: Resource): readonly Complaint[] {
  if (!isPlainly(key, 'purpose', 'ENCRYPT_DECRYPT') || isTrue(key.get('import_only')?.value))
    return []
  return complainUnless(key, {
    names: ['rotation_period'],
    isSound: (value) => {
      const seconds = numberIn(String(value).replace(/s$/, ''))
      return seconds !== undefined && seconds <= YEAR_DAYS * DAY_SECONDS
    },
    fault: `Key "${key.name}" is not rotated within a year.`,
    untold: `Whether key "${key.name}" is rotated within a year cannot be told.`,
  })
}

// Only keys that encrypt both ways can be rotated by themselves.
function isPlainly(key: Resource, name: string, value: string): boolean {
  const field = key.get(name)
  return field === undefined || !field.resolved || field.value === value
}

function azure(key: Resource): readonly Complaint[] {
  const policies = partsAt(key, 'rotation_policy')
  if (policies !== undefined && policies.length > 0) return []
  const sure = policies !== undefined
  const message = sure
    ? `Key "${key.name}" has no rotation_policy, so it is never replaced.`
    : `Whether key "${key.name}" is rotated cannot be told.`
  return [{ place: key.at('rotation_policy'), message, sure }]
}

function vault(vaultOfKeys: Resource): readonly Complaint[] {
  return complainUnless(vaultOfKeys, {
    names: ['purge_protection_enabled'],
    isSound: isTrue,
    fault: `Keys of vault "${vaultOfKeys.name}" can be purged at once, and with them all that they encrypt.`,
    untold: `Whether keys of vault "${vaultOfKeys.name}" can be purged cannot be told.`,
  })
}
