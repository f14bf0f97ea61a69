import { describe, expect, it } from 'vitest'
import { chargesUnder } from '../../../../test/rules/charges.ts'
import { noSeccompProfile } from './rule.ts'

describe('no-seccomp-profile', () => {
  it.each([
    { annotation: 'seccomp.security.alpha.kubernetes.io/pod' },
    { annotation: 'container.seccomp.security.alpha.kubernetes.io/web' },
  ])('takes $annotation for a profile before Kubernetes 1.27', ({ annotation }) => {
    const manifest = `
apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations: { ${annotation}: runtime/default }
spec:
  containers: [{ name: web }]
`
    expect(chargesUnder('1.26', noSeccompProfile, manifest)).toHaveLength(0)
    expect(chargesUnder('1.27', noSeccompProfile, manifest)).toHaveLength(1)
  })
})
