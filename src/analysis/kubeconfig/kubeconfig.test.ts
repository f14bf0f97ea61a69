import { describe, expect, it } from 'vitest'
import { credentialInText } from './kubeconfig.ts'
import { claimsOf } from './service-account-token.ts'

describe('credentialInText', () => {
  it.each([
    {
      name: 'a token in YAML',
      text: 'apiVersion: v1\nkind: Config\nclusters: []\nusers:\n- user:\n    token: abc.def\n',
      what: 'a bearer token',
    },
    {
      name: 'a key in JSON',
      text: '{"kind":"Config","clusters":[],"users":[{"user":{"client-key-data":"LS0t"}}]}',
      what: 'the private key of a client certificate',
    },
    {
      name: 'a password in quotes',
      text: 'kind: "Config"\nclusters: []\nusers: [{user: {password: "hunter2"}}]',
      what: 'a password',
    },
    {
      name: 'the path of a token',
      text: 'kind: Config\nclusters: []\nusers: [{user: {tokenFile: /run/token}}]',
      what: undefined,
    },
    {
      name: 'what kubectl prints in place of a token',
      text: 'kind: Config\nclusters: []\nusers:\n- user:\n    token: REDACTED\n',
      what: undefined,
    },
    {
      name: 'a token that a program puts in',
      text: 'kind: Config\nclusters: []\nusers:\n- user:\n    token: ${TOKEN}\n',
      what: undefined,
    },
    {
      name: 'a token of something else',
      text: 'kind: Deployment\nclusters: []\nusers: []\ntoken: abc',
      what: undefined,
    },
  ])('finds $what in $name', ({ text, what }) => {
    expect(credentialInText(text)).toBe(what)
  })
})

describe('claimsOf', () => {
  it('reads whom a token speaks for, and its last day', () => {
    const token = tokenOf({ sub: 'system:serviceaccount:shop:web', exp: 1_790_000_000 })
    expect(claimsOf(token)).toEqual({
      user: 'system:serviceaccount:shop:web',
      lastDay: '2026-09-21',
    })
  })

  it.each([
    { name: 'no end', claims: { sub: 'jane' }, lastDay: undefined },
    { name: 'an end that is no number', claims: { exp: 'soon' }, lastDay: undefined },
    { name: 'an end no calendar knows', claims: { exp: 1e300 }, lastDay: undefined },
  ])('takes $name for never', ({ claims, lastDay }) => {
    expect(claimsOf(tokenOf(claims))?.lastDay).toBe(lastDay)
  })

  it.each(['', 'abc', 'a.b.c', '..', '1.2.3.4'])('has nothing to say of %j', (text) => {
    expect(claimsOf(text)).toBeUndefined()
  })
})

function tokenOf(claims: unknown): string {
  const [head, payload] = [{ alg: 'none' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  return `${head}.${payload}.signature`
}
