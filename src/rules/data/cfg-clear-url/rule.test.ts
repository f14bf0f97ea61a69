import { expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { formatPath } from '../../../model/place.ts'
import { cfgClearUrl } from './rule.ts'

const config = (members: string): string =>
  `{ apiVersion: v1, kind: ConfigMap, metadata: { name: cart }, data: { ${members} } }`

const REDIS = 'CACHE: "redis://:Herring-in-Brine-58@redis.data:6379"'

it('tells of the data, and not of the password, where the member is told of for its password', () => {
  const charges = chargesUnder('1.36', cfgClearUrl, config(REDIS))
  expect(charges.map(({ complaint }) => formatPath(complaint.place.path))).toEqual(['data'])
  expect(messagesOf(charges)).toEqual([
    'ConfigMap "cart" lets programs speak Redis to redis.data in clear: key "CACHE".',
  ])
})

it('waits where the data is told of already for TLS that is switched off', () => {
  const database = 'DB: "postgres://shop:Herring-in-Brine-58@db.data/shop?sslmode=disable"'
  expect(chargesUnder('1.36', cfgClearUrl, config(`${REDIS}, ${database}`))).toEqual([])
})

it('leaves what stays inside to a network plugin that encrypts', () => {
  const cilium = `{ apiVersion: v1, kind: ConfigMap, metadata: { name: cilium-config, namespace: kube-system }, data: { enable-wireguard: "true" } }`
  const manifest = [config('CACHE: "redis://redis.data"'), cilium].join('\n---\n')
  expect(chargesUnder('1.36', cfgClearUrl, manifest)).toEqual([])
})
