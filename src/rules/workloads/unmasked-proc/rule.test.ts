import { describe, expect, it } from 'vitest'
import { chargesUnder } from '../../../../test/rules/charges.ts'
import { unmaskedProc } from './rule.ts'

const MANIFEST = `
apiVersion: v1
kind: Pod
metadata: { name: build }
spec:
  hostUsers: false
  containers: [{ name: build, securityContext: { procMount: Unmasked } }]
`

describe('unmasked-proc', () => {
  it('takes users of its own for no excuse before Kubernetes 1.35', () => {
    expect(chargesUnder('1.34', unmaskedProc, MANIFEST)).toHaveLength(1)
    expect(chargesUnder('1.35', unmaskedProc, MANIFEST)).toHaveLength(0)
  })
})
