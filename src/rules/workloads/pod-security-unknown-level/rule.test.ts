import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { podSecurityUnknownLevel } from './rule.ts'

describe('pod-security-unknown-level', () => {
  it.each([
    {
      label: 'enforce',
      effect:
        'level: a new namespace with it is refused, and an old one admits what is restricted only',
    },
    {
      label: 'warn',
      effect:
        'level: a new namespace with it is refused, and an old one tells nothing of what it admits',
    },
    {
      label: 'audit',
      effect:
        'level: a new namespace with it is refused, and an old one tells nothing of what it admits',
    },
    {
      label: 'enforce-version',
      effect: 'version: a new namespace with it is refused, and an old one is judged by the newest',
    },
  ])('says what comes of a word that is none: $label', ({ label, effect }) => {
    const manifest = `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { pod-security.kubernetes.io/${label}: strict } }
`
    const messages = messagesOf(chargesUnder('1.37', podSecurityUnknownLevel, manifest))
    expect(messages).toEqual([`"strict" is no Pod Security ${effect}.`])
  })
})
