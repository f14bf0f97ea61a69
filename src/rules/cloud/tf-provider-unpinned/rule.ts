import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import { siblingsOf } from '../../../analysis/terraform/siblings.ts'
import { isMapping, memberOf } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'

export const tfProviderUnpinned = defineRule({
  id: 'tf-provider-unpinned',
  title: 'Bound the versions of providers, and commit their lock file',
  topic: 'offer-and-upgrades',
  severity: 'medium',
  references: [
    {
      title: 'OpenTofu: Dependency lock file',
      url: 'https://github.com/opentofu/opentofu/blob/main/website/docs/language/files/dependency-lock.mdx',
    },
    {
      title: 'OpenTofu: Provider requirements',
      url: 'https://github.com/opentofu/opentofu/blob/main/website/docs/language/providers/requirements.mdx',
    },
  ],

  subject: ['terraform', 'provider'],
  check(resource, scene) {
    return [...unbounded(resource), ...unlocked(resource, scene)]
  },
})

function unbounded(settings: Resource): readonly Complaint[] {
  return (blocksOf(settings, 'required_providers') ?? []).flatMap((required) => {
    const entries = Object.entries(isMapping(required.value) ? required.value : {})
    return entries
      .filter(([, entry]) => isMapping(entry) && !isBounded(entry))
      .map(([name]) => ({
        place: required.at(name),
        message: `Provider "${name}" may be of any version: the next init takes whatever is newest.`,
        sure: true,
      }))
  })
}

function isBounded(entry: unknown): boolean {
  // What is built into Terraform has its version.
  if (String(memberOf(entry, 'source')).startsWith('terraform.io/builtin/')) return true
  return memberOf(entry, 'version') !== undefined
}

// Libraries have no lock file: a root module is what configures providers or says where its state is.
function unlocked(resource: Resource, scene: Scene): readonly Complaint[] {
  const settings = siblingsOf(resource, 'terraform', scene).filter(isRoot)
  const providers = siblingsOf(resource, 'provider', scene).filter(isRoot)
  const keepsState = settings.some(
    (each) => (each.get('backend') ?? each.get('cloud')) !== undefined,
  )
  const isRun = providers.length > 0 || keepsState
  // One of them speaks for all.
  const speaker =
    settings.find((each) => each.get('required_providers')) ?? settings[0] ?? providers[0]
  if (!isRun || speaker !== resource) return []
  if (siblingsOf(resource, 'lock', scene).length > 0) return []
  return [
    {
      place: resource.place,
      message:
        'No .terraform.lock.hcl is committed here: each machine may run other builds of the providers.',
      sure: true,
    },
  ]
}

function isRoot({ name }: Resource): boolean {
  return !name.startsWith('module.')
}
