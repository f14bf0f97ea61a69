import { describe, expect, it } from 'vitest'
import { chargesUnder } from '../../../../test/rules/charges.ts'
import { idnUnprefixedUser } from './rule.ts'

describe('idn-unprefixed-user', () => {
  it.each([
    { name: 'three of four have a prefix', users: ['a:1', 'a:2', 'a:3', 'x'], count: 1 },
    { name: 'only two have it', users: ['a:1', 'a:2', 'x'], count: 0 },
    { name: 'one user with it is named three times', users: ['a:1', 'a:1', 'a:1', 'x'], count: 0 },
    { name: 'as many have none', users: ['a:1', 'a:2', 'a:3', 'x', 'y', 'z'], count: 0 },
    { name: 'they have three different ones', users: ['a:1', 'b:2', 'c:3', 'x'], count: 0 },
  ])('complains $count times when $name', ({ users, count }) => {
    const subjects = users.map((name) => `{ kind: User, name: "${name}" }`).join(', ')
    const binding = `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: x }
subjects: [${subjects}]
`
    expect(chargesUnder('1.37', idnUnprefixedUser, binding)).toHaveLength(count)
  })
})
