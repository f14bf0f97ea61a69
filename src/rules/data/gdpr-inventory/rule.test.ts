import { expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { gdprInventory } from './rule.ts'

const STORES = ['first', 'second'].map(
  (name) => `{ apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: { name: ${name} } }`,
)

it('asks once where nothing is declared at all', () => {
  expect(messagesOf(chargesUnder('1.36', gdprInventory, STORES.join('\n---\n')))).toEqual([
    '? Whether PostgreSQL of Cluster "first" holds data about people is declared nowhere in the estate.',
  ])
})
