import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { backupNone } from './rule.ts'

const database = (name: string, namespace: string): string => `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  template:
    spec:
      containers: [{ name: db, image: 'postgres:16' }]
  volumeClaimTemplates: [{ metadata: { name: data } }]
`

describe('backup-none', () => {
  it('asks once for the whole estate when no backup tool was read', () => {
    const manifest = [database('first', 'shop'), database('second', 'mail')].join('\n---\n')
    expect(messagesOf(chargesUnder('1.36', backupNone, manifest))).toEqual([
      '? Whether anything copies what StatefulSet "first" and the other stores hold cannot be told: no backup of theirs was read.',
    ])
  })

  it('asks nothing about a single namespace, whose copies may be planned elsewhere', () => {
    expect(chargesUnder('1.36', backupNone, database('only', 'shop'))).toEqual([])
  })

  it('does not take a schedule without volumes for a copy', () => {
    const schedule = `
apiVersion: velero.io/v1
kind: Schedule
metadata: { name: objects, namespace: velero }
spec: { template: { snapshotVolumes: false } }
`
    const manifest = [schedule, database('only', 'shop')].join('\n---\n')
    expect(messagesOf(chargesUnder('1.36', backupNone, manifest))).toEqual([
      'Nothing copies what StatefulSet "only" holds: the estate has a backup tool, and no schedule of it takes this along.',
    ])
  })
})
