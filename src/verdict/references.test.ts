import { expect, it } from 'vitest'
import { verdictOf } from '../../test/report/verdicts.ts'
import { referencesOf } from './references.ts'

it('names the documentation of a rule, then the controls of its topic and its own', () => {
  const rule = verdictOf({ texts: {} }).rules.find(({ id }) => id === 'limit-example')
  const documented = rule && {
    ...rule,
    references: [{ title: 'A page', url: 'https://kubernetes.io/docs/' }],
    controls: { 'k8s-checklist': ['pod-security/3'] },
  }
  const titles = documented === undefined ? [] : referencesOf(documented).map(({ title }) => title)
  expect(titles[0]).toBe('A page')
  expect(titles[1]).toMatch(/^NSA\/CISA Kubernetes Hardening Guide 1\.2, B3: \S/)
  expect(titles).toContain(
    'Kubernetes: Security Checklist, pod-security/3: Memory is limited, and the limit is no more than the request',
  )
})
