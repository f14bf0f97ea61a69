import { describe, expect, it } from 'vitest'
import { chargesUnder } from '../../../../test/rules/charges.ts'
import { seLinuxOptions } from './rule.ts'

const MANIFEST = `
apiVersion: v1
kind: Pod
metadata: { name: build }
spec:
  securityContext: { seLinuxOptions: { type: container_engine_t } }
  containers: [{ name: build }]
`

describe('se-linux-options', () => {
  it('knows container_engine_t since Kubernetes 1.31', () => {
    expect(chargesUnder('1.30', seLinuxOptions, MANIFEST)).toHaveLength(1)
    expect(chargesUnder('1.31', seLinuxOptions, MANIFEST)).toHaveLength(0)
  })
})
