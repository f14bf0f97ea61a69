import { storedForm } from '../../../analysis/cluster/stored-form.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { ENCRYPTION_KINDS } from '../providers.ts'

export const encWeakProvider = defineRule({
  id: 'enc-weak-provider',
  title: 'Encrypt Secrets by secretbox or a key service',
  topic: 'secret-encryption',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Encrypting Confidential Data at Rest, providers',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#providers',
    },
  ],
  controls: { 'cis-1.12': ['1.2.28'] },

  subject: [...ENCRYPTION_KINDS, 'K3sConfig', 'MachineConfig'],
  check(resource) {
    if (resource.type === 'K3sConfig') return checkK3s(resource)
    return resource.type === 'MachineConfig' ? checkTalos(resource) : checkFile(resource)
  },
})

function checkFile(file: Resource): readonly Complaint[] {
  const { writer } = storedForm(file, { group: '', resource: 'secrets' })
  if (writer?.cipher === 'aescbc') return [{ place: writer.place, message: CBC, sure: true }]
  if (writer?.cipher !== 'aesgcm') return []
  const message =
    'Secrets may be read by who collects them: AES-GCM needs a new key every 200,000 writes, and nothing here shows one.'
  return [{ place: writer.place, message, sure: false }]
}

const CBC =
  'Secrets are encrypted by AES-CBC, whose padding lets who can change etcd find out their contents.'

// Encryption that is switched on without a word about how is AES-CBC.
function checkK3s(file: Resource): readonly Complaint[] {
  const provider = file.get('secrets-encryption-provider')
  const on = file.get('secrets-encryption')
  const isCbc = provider === undefined ? on?.value === true : provider.value === 'aescbc'
  const place = (provider ?? on)?.place
  return isCbc && place !== undefined ? [{ place, message: CBC, sure: true }] : []
}

function checkTalos(machine: Resource): readonly Complaint[] {
  if (machine.apiVersion !== 'talos') return []
  const old = machine.get('cluster', 'aescbcEncryptionSecret')
  const isOld =
    old !== undefined && machine.get('cluster', 'secretboxEncryptionSecret') === undefined
  return isOld ? [{ place: old.place, message: CBC, sure: true }] : []
}
