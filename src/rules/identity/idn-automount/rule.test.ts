import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { idnAutomount } from './rule.ts'

const POD = `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  serviceAccountName: web
  containers: [{ name: web }]
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: web }
`

describe('idn-automount', () => {
  it('cannot tell when no role of any kind was read', () => {
    expect(messagesOf(chargesUnder('1.37', idnAutomount, POD))).toEqual([
      '? The pod may carry a token of account "web" for nothing: its bindings were not read.',
    ])
  })

  it.each([
    { name: 'is sure when another account is bound', subject: 'api', sure: true },
    { name: 'cannot tell when a template decides who is bound', subject: '${NAME}', sure: false },
  ])('$name', ({ subject, sure }) => {
    const binding = `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: api }
subjects: [{ kind: ServiceAccount, name: "${subject}", namespace: default }]
`
    const charges = chargesUnder('1.37', idnAutomount, POD + binding)
    expect(charges.map(({ complaint }) => complaint.sure)).toEqual([sure])
  })

  it('knows the account by roles of its namespace when it was not read itself', () => {
    const [pod = ''] = POD.split('---')
    const role = `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: api }
`
    const charges = chargesUnder('1.37', idnAutomount, pod + role)
    expect(charges.map(({ complaint }) => complaint.sure)).toEqual([true])
  })
})
