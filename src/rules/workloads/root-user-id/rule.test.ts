import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { rootUserId } from './rule.ts'

describe('root-user-id', () => {
  it.each([
    {
      kubernetes: '1.34',
      hostUsers: 'false',
      told: ['The pod asks for the root user: runAsUser is 0.'],
    },
    { kubernetes: '1.35', hostUsers: 'false', told: [] },
    {
      kubernetes: '1.35',
      hostUsers: 'true',
      told: ['The pod asks for the root user: runAsUser is 0.'],
    },
    {
      kubernetes: '1.35',
      hostUsers: '${HOST_USERS}',
      told: ['? The pod may run as root: an unrendered template decides.'],
    },
  ])('takes hostUsers: $hostUsers under $kubernetes as the standards do', (example) => {
    const manifest = `
apiVersion: v1
kind: Pod
metadata: { name: build }
spec:
  hostUsers: ${example.hostUsers}
  securityContext: { runAsUser: 0 }
  containers: [{ name: build }]
`
    const charges = chargesUnder(example.kubernetes, rootUserId, manifest)
    expect(messagesOf(charges)).toEqual(example.told)
  })
})
