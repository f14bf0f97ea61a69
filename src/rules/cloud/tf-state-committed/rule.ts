import { defineRule } from '../../rule.ts'

export const tfStateCommitted = defineRule({
  id: 'tf-state-committed',
  title: 'Keep state, plans and crash logs of Terraform out of the repository',
  topic: 'cloud-access',
  severity: 'critical',
  references: [
    {
      title: 'OpenTofu: Sensitive data in state',
      url: 'https://github.com/opentofu/opentofu/blob/main/website/docs/language/state/sensitive-data.mdx',
    },
    {
      title: 'OpenTofu: State and plan encryption',
      url: 'https://github.com/opentofu/opentofu/blob/main/website/docs/language/state/encryption.mdx',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9027'] },

  subject: ['leftover'],
  check(leftover) {
    const value = leftover.get('holds')?.value
    const holds = typeof value === 'string' ? value : 'what is left'
    return [
      {
        place: leftover.place,
        message: `File "${leftover.name}" is ${holds} of Terraform: passwords and keys of all it manages stand in it as plain text.`,
        sure: true,
      },
    ]
  },
})
