import { removePlace } from '../../../model/edit.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import {
  weaknessesOfEncrypted,
  weaknessesOfSealed,
  weaknessesOfStore,
  type Weakness,
} from '../secret-stores.ts'

export const secStoreWeak = defineRule({
  id: 'sec-store-weak',
  title: 'Bind stores of secrets to one namespace and one identity',
  topic: 'secrets',
  severity: 'medium',
  references: [
    {
      title: 'External Secrets Operator: Security Best Practices',
      url: 'https://external-secrets.io/latest/guides/security-best-practices/',
    },
    {
      title: 'Sealed Secrets: Scopes',
      url: 'https://github.com/bitnami-labs/sealed-secrets#scopes',
    },
    {
      title: 'SOPS: Simple and flexible tool for managing secrets',
      url: 'https://getsops.io/docs/',
    },
  ],
  controls: { 'cis-1.12': ['5.4.2'] },

  subject: [
    'Secret',
    'bitnami.com/SealedSecret',
    'external-secrets.io/ClusterSecretStore',
    'external-secrets.io/SecretStore',
  ],
  check(resource) {
    return weaknessesOf(resource).map(({ place, reason }) => ({
      place,
      message: `${resource.kind} "${resource.name}" ${reason}.`,
      sure: true,
    }))
  },

  fix: {
    risk: 'mayBreak', // the value has to be sealed once more, for its name and namespace
    edit: (resource, { place }) => (resource.kind === 'SealedSecret' ? [removePlace(place)] : []),
  },
})

function weaknessesOf(resource: Resource): readonly Weakness[] {
  if (resource.kind === 'SealedSecret') return weaknessesOfSealed(resource)
  if (resource.kind === 'Secret') return weaknessesOfEncrypted(resource)
  return weaknessesOfStore(resource)
}
