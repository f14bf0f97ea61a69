import { expect, it } from 'vitest'
import { isPublicHost } from './public-host.ts'

it.each([
  { host: 'shop.example.org', is: true },
  { host: '*.example.org', is: true },
  { host: 'Shop.Example.ORG', is: true },
  { host: 'web.shop.svc', is: false },
  { host: 'web.shop.svc.cluster.local', is: false },
  { host: 'shop.internal', is: false },
  { host: 'shop.test', is: false },
  { host: '10.0.0.1.nip.io', is: false },
  { host: 'shop', is: false },
  { host: '10.0.0.1', is: false },
  { host: '${HOST}', is: false },
  { host: undefined, is: false },
])('takes $host for public: $is', ({ host, is }) => {
  expect(isPublicHost(host)).toBe(is)
})
