import { expect, it } from 'vitest'
import { outsideHost } from './outside-host.ts'

it.each([
  ['https://policy.example/validate', 'policy.example'],
  ['https://203.0.113.7:8443/', '203.0.113.7'],
  ['https://172.32.0.1/', '172.32.0.1'],
  ['https://[2001:db8::1]/', '[2001:db8::1]'],
  ['https://svc.example/', 'svc.example'],
])('finds the host of %s outside', (url, host) => {
  expect(outsideHost(url)).toBe(host)
})

it.each([
  'https://webhook.policy.svc:443/validate',
  'https://webhook.policy.svc.cluster.local/',
  'https://127.0.0.1:8443/',
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://100.64.0.1/',
  'https://[::1]/',
  'https://[fd00::1]/',
  'https://webhook/',
  'https://metadata.google.internal/',
  'no url',
  7,
  undefined,
])('finds no host outside in %j', (url) => {
  expect(outsideHost(url)).toBeUndefined()
})
