import { CREDENTIAL_WORDS } from '../../../analysis/secrets/credential-words.data.ts'
import { findCredential } from '../../../analysis/secrets/find-credential.ts'
import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import { isMapping, type Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'

export const tfK8sSecretLiteral = defineRule({
  id: 'tf-k8s-secret-literal',
  title: 'Hand charts and Secrets no credential that stands in Terraform',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    {
      title: 'Terraform provider helm: helm_release, set_wo',
      url: 'https://github.com/hashicorp/terraform-provider-helm/blob/main/docs/resources/release.md',
    },
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9027'] },

  // What the Kubernetes provider makes of `kubernetes_secret` is a Secret, and judged as one.
  subject: ['helm_release', 'kubernetes_secret_v1_data'],
  check(resource) {
    const settings = resource.type === 'helm_release' ? chartSettings(resource) : dataOf(resource)
    return settings.flatMap(({ name, field, keptIn }) => {
      if (typeof field.value !== 'string' || !field.resolved) return []
      const credential = findCredential(field.value, { name, keptIn })
      if (credential === undefined) return []
      const words = CREDENTIAL_WORDS[credential.kind]
      const key = credential.setting ?? name
      return [
        {
          place: field.place,
          message: `"${resource.name}" is given ${words} under "${key}" that stands in the configuration.`,
          sure: true,
        },
      ]
    })
  },
})

interface Setting {
  readonly name: string
  readonly field: Field
  readonly keptIn: 'open' | 'secret'
}

function chartSettings(release: Resource): readonly Setting[] {
  const single = ['set', 'set_sensitive'].flatMap((list) =>
    (blocksOf(release, list) ?? []).flatMap((each): readonly Setting[] => {
      const [name, field] = [each.get('name')?.value, each.get('value')]
      if (typeof name !== 'string' || field === undefined) return []
      // `auth.users[0].password` is about a password.
      return [{ name: name.slice(name.lastIndexOf('.') + 1), field, keptIn: 'open' }]
    }),
  )
  const texts = release.list('values')
  return [
    ...single,
    ...texts.map((field) => ({ name: 'values.yaml', field, keptIn: 'open' }) as const),
  ]
}

function dataOf(secret: Resource): readonly Setting[] {
  const members = secret.get('data')?.value
  if (!isMapping(members)) return []
  return Object.keys(members).flatMap((name): readonly Setting[] => {
    const field = secret.get('data', name)
    return field === undefined ? [] : [{ name, field, keptIn: 'secret' }]
  })
}
