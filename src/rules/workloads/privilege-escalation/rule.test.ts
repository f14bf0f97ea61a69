import { describe, expect, it } from 'vitest'
import { chargesUnder } from '../../../../test/rules/charges.ts'
import { privilegeEscalation } from './rule.ts'

describe('privilege-escalation', () => {
  it.each([
    {
      name: 'an added CAP_SYS_ADMIN',
      context: '{ capabilities: { add: [CAP_SYS_ADMIN] } }',
      edits: 0,
    },
    { name: 'privileged mode that may come', context: '{ privileged: "${PRIVILEGED}" }', edits: 0 },
    // Without CAP_ the API server does not see it, and the flag does no harm.
    { name: 'an added SYS_ADMIN', context: '{ capabilities: { add: [SYS_ADMIN] } }', edits: 1 },
  ])('writes false beside $name only where the API server takes it', ({ context, edits }) => {
    const manifest = `
apiVersion: v1
kind: Pod
metadata: { name: agent }
spec:
  containers: [{ name: agent, securityContext: ${context} }]
`
    const charges = chargesUnder('1.37', privilegeEscalation, manifest)
    expect(charges).toHaveLength(1)
    expect(charges[0]?.edits()).toHaveLength(edits)
  })
})
