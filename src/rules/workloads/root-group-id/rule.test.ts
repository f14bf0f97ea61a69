import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { rootGroupId } from './rule.ts'

const MANIFEST = `
apiVersion: v1
kind: Pod
metadata: { name: build }
spec:
  hostUsers: false
  securityContext: { fsGroup: 0 }
  containers: [{ name: build }]
`

describe('root-group-id', () => {
  it('takes users of its own for no excuse before Kubernetes 1.35', () => {
    const charges = chargesUnder('1.34', rootGroupId, MANIFEST)
    expect(messagesOf(charges)).toEqual(['The pod joins the root group: fsGroup says 0.'])
    expect(chargesUnder('1.35', rootGroupId, MANIFEST)).toEqual([])
  })
})
