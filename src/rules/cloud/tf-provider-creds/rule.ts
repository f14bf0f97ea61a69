import { isStandIn } from '../../../analysis/secrets/stand-in.ts'
import { partsAt } from '../../../analysis/terraform/inner-parts.ts'
import type { Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { PROVIDER_SECRETS } from '../provider-secrets.data.ts'
import { isTrue } from '../wanted.ts'
import { writtenSecret } from '../written-secret.ts'

export const tfProviderCreds = defineRule({
  id: 'tf-provider-creds',
  title: 'Give providers their credentials from outside of the configuration',
  topic: 'cloud-access',
  severity: 'critical',
  references: [
    {
      title: 'Terraform provider scaleway: authentication',
      url: 'https://github.com/scaleway/terraform-provider-scaleway/blob/master/docs/index.md',
    },
    {
      title: 'Terraform provider aws: authentication and configuration',
      url: 'https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/index.html.markdown',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9027'] },

  subject: ['provider'],
  check(provider, scene) {
    const label = provider.name.slice(provider.name.lastIndexOf('.') + 1)
    // One account is one leak, however many of its arguments are written.
    for (const name of secretsOf(label)) {
      for (const field of fieldsAt(provider, name)) {
        const how = writtenSecret(field, provider, scene)
        if (how === undefined || !isReal(field, name, provider)) continue
        const where = how === 'written' ? 'in the configuration' : 'as the default of a variable'
        return [
          {
            place: field.place,
            message: `Provider "${label}" has its ${name} written ${where}: whoever has the file acts for you.`,
            sure: true,
          },
        ]
      }
    }
    return []
  },
})

function fieldsAt(provider: Resource, name: string): readonly Field[] {
  const steps = name.split('.')
  const parts = partsAt(provider, ...steps.slice(0, -1)) ?? []
  return parts.flatMap((part) => part.get(steps.at(-1) ?? '') ?? [])
}

function isReal({ value, resolved }: Field, name: string, provider: Resource): boolean {
  if (!resolved) return true
  const text = String(value)
  // Against a stand-in of the cloud on the same machine any word will do.
  if (isTrue(provider.get('skip_credentials_validation')?.value)) return false
  if (name === 'credentials') return /"private_key"\s{0,9}:/.test(text)
  return isKeyLike(text) || (!isStandIn(text) && !/^(?:test|mock|localstack)/i.test(text))
}

// Where an example's key stood, somebody puts the real one.
function isKeyLike(text: string): boolean {
  return (
    /^[\w/+=~.-]{20,100}$/.test(text) && [/[a-z]/, /[A-Z]/, /\d/].every((sign) => sign.test(text))
  )
}

function secretsOf(label: string): readonly string[] {
  return Object.hasOwn(PROVIDER_SECRETS, label) ? (PROVIDER_SECRETS[label] ?? []) : []
}
