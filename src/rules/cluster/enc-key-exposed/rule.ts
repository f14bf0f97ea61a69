import type { Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { bytesOf, ENCRYPTION_KINDS, writtenKeys, writtenProviders } from '../providers.ts'
import { SAMPLE_KEYS } from '../sample-keys.data.ts'

const TALOS_KEYS = ['secretboxEncryptionSecret', 'aescbcEncryptionSecret'] as const
const KEY_BYTES: readonly (number | undefined)[] = [16, 24, 32]

export const encKeyExposed = defineRule({
  id: 'enc-key-exposed',
  title: 'Keep the key of encryption at rest out of files',
  topic: 'secret-encryption',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Encrypting Confidential Data at Rest, generate the key',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#generate-key-no-kms',
    },
    {
      title: 'SOPS: Simple and flexible tool for managing secrets',
      url: 'https://getsops.io/docs/',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9027'], 'cis-1.12': ['1.2.28'] },

  subject: [...ENCRYPTION_KINDS, 'MachineConfig'],
  check(resource) {
    return resource.type === 'MachineConfig' ? checkTalos(resource) : checkFile(resource)
  },
})

// A file is one leak, however many keys it holds. What is too short for a key is another rule's.
function checkFile(file: Resource): readonly Complaint[] {
  const keys = writtenProviders(file).flatMap(writtenKeys)
  const [key] = keys.filter(({ bytes, secret }) => KEY_BYTES.includes(bytes) || isSample(secret))
  if (key === undefined) return []
  const what = isSample(key.secret) ? 'a key that stands in the documentation' : 'its key as it is'
  const message = `This file carries ${what}: whoever has the file reads every Secret of every backup.`
  return [{ place: key.place, message, sure: true }]
}

function checkTalos(machine: Resource): readonly Complaint[] {
  if (machine.apiVersion !== 'talos') return []
  const fields: readonly (Field | undefined)[] = TALOS_KEYS.map((key) =>
    machine.get('cluster', key),
  )
  const [field] = fields.filter((each) => KEY_BYTES.includes(bytesOf(each?.value)))
  if (field === undefined) return []
  const message =
    'This file carries the key that encrypts Secrets: whoever has the file reads every backup.'
  return [{ place: field.place, message, sure: true }]
}

function isSample(secret: unknown): boolean {
  return SAMPLE_KEYS.keys.some((sample) => sample === secret)
}
