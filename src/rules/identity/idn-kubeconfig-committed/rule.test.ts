import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { idnKubeconfigCommitted } from './rule.ts'

describe('idn-kubeconfig-committed', () => {
  it.each([
    { name: 'passes over a token that has ended', exp: 1_700_000_000, count: 0 },
    { name: 'complains about a token that has not', exp: 1_900_000_000, count: 1 },
    { name: 'complains about a token that never ends', exp: undefined, count: 1 },
  ])('$name', ({ exp, count }) => {
    const claims = { sub: 'system:serviceaccount:build:deployer', exp }
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
    const messages = messagesOf(
      chargesUnder('1.37', idnKubeconfigCommitted, kubeconfig(`e30.${payload}.signature`)),
    )
    expect(messages).toHaveLength(count)
    expect(messages.join('')).not.toContain(payload)
  })

  it('leaves settings of another tool alone', () => {
    const foreign = kubeconfig('made-up').replace('v1', 'tool.k8s.io/v1')
    expect(chargesUnder('1.37', idnKubeconfigCommitted, foreign)).toEqual([])
  })
})

function kubeconfig(token: string): string {
  return `
apiVersion: v1
kind: Config
users: [{ name: deployer, user: { token: ${token} } }]
`
}
