import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { idnDefaultSa } from './rule.ts'

const UNCLEAR =
  "? The pod may carry a token of its namespace's default account: its settings cannot be told."

describe('idn-default-sa', () => {
  it.each([
    { name: 'a text where the pod says true or false', pod: 'automountServiceAccountToken: "no"' },
    { name: 'a text where the account does', account: 'automountServiceAccountToken: "no"' },
  ])('cannot tell: $name', ({ pod = '', account = '' }) => {
    const manifest = `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [{ name: web }], ${pod} }
---
{ apiVersion: v1, kind: ServiceAccount, metadata: { name: default }, ${account} }
`
    expect(messagesOf(chargesUnder('1.37', idnDefaultSa, manifest))).toEqual([UNCLEAR])
  })
})
