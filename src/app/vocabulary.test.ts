import { describe, expect, it } from 'vitest'
import { choose, chooseKubernetes, VOCABULARY } from './vocabulary.ts'

describe('words that flags take', () => {
  it('are taken in any case', () => {
    expect(choose('--fail-on', VOCABULARY.gate, 'HIGH')).toEqual({ ok: true, value: 'high' })
  })

  it('are told when another one is given', () => {
    const chosen = choose('--persona', VOCABULARY.persona, 'dev')
    expect(chosen.ok ? undefined : chosen.fault).toEqual({
      code: 'USAGE',
      at: '--persona',
      message: '--persona does not know "dev".',
      remedy: 'Did you mean "developer"? It takes boss, analyst, architect, developer or user.',
    })
  })
})

describe('a Kubernetes version', () => {
  it.each([
    { text: '1.34', minor: 34 },
    { text: 'v1.30', minor: 30 },
    { text: 'v1.34.2-gke.100', minor: 34 },
    { text: '134', minor: undefined },
    { text: '2.1', minor: undefined },
    { text: '', minor: undefined },
  ])('is read from "$text"', ({ text, minor }) => {
    const version = chooseKubernetes('--kubernetes-version', text)
    expect(version.ok ? version.value.minor : undefined).toBe(minor)
  })
})
