import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { idnStaleSubject } from './rule.ts'

const BINDING = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: reader }
roleRef: { kind: ClusterRole, name: reader }
subjects: [{ kind: Group, name: shop }]
`

const FIRST_ROLES = ['cluster-admin', 'system:discovery'].map(
  (name) => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: "${name}" }
`,
)

const MISSED =
  'No ClusterRole "reader" is among those that were read: whoever makes one decides what this binding gives.'

describe('idn-stale-subject', () => {
  it.each([
    { name: 'misses a ClusterRole in an export of a cluster', text: '', messages: [MISSED] },
    { name: 'cannot tell in a template', text: '# {{ end }}', messages: [`? ${MISSED}`] },
    {
      name: 'is not misled by template words in a value',
      text: '\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata:\n  a: |\n    {{ end }}\n',
      messages: [MISSED],
    },
  ])('$name', ({ text, messages }) => {
    const manifest = BINDING + text + FIRST_ROLES.join('')
    expect(messagesOf(chargesUnder('1.37', idnStaleSubject, manifest))).toEqual(messages)
  })

  it('misses no ClusterRole where not all were read', () => {
    const [first = ''] = FIRST_ROLES
    expect(chargesUnder('1.37', idnStaleSubject, BINDING + first)).toEqual([])
  })
})
