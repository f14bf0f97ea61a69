import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isTerraformLeftover } from '../manifest-name.ts'
import { readLeftover } from './read-leftover.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'leftover-'))

const STATE = '{"version":4,"lineage":"a","outputs":{},"resources":[{"type":"random_id"}]}'

it.each([
  { name: 'terraform.tfstate', text: STATE, holds: 'the state' },
  { name: 'old.tfstate.backup', text: STATE, holds: 'the state' },
  {
    name: 'outputs.tfstate',
    text: '{"lineage":"a","outputs":{"key":{}},"resources":[]}',
    holds: 'the state',
  },
  { name: 'empty.tfstate', text: '{"lineage":"a","outputs":{},"resources":[]}', holds: undefined },
  { name: 'other.tfstate', text: 'Not a state at all.', holds: undefined },
  { name: 'shop.tfplan', text: 'PK\u0003\u0004', holds: 'a saved plan' },
  { name: 'tfplan', text: 'Plan: 3 to add.', holds: undefined },
  { name: 'crash.log', text: 'Terraform version: 1.13.4', holds: 'the log of a crash' },
  { name: 'crash.1.log', text: 'java.lang.OutOfMemoryError', holds: undefined },
])('takes $name for: $holds', ({ name, text, holds }) => {
  const path = join(FOLDER, name)
  writeFileSync(path, text)
  expect(isTerraformLeftover(name)).toBe(true)
  const [manifest] = readLeftover({ path, name, isExpected: false, chart: undefined })
  expect(manifest?.resources[0]?.get('holds')?.value).toBe(holds)
  // What it says is never kept.
  expect(manifest?.source?.text ?? '').toBe('')
})

it.each(['main.tf', 'tfstate', 'crash.txt', 'mycrash.log', 'plan.json'])(
  'leaves %s alone',
  (name) => expect(isTerraformLeftover(name)).toBe(false),
)

it('tells that a file is not there any more', () => {
  const gone = {
    path: join(FOLDER, 'gone'),
    name: 'gone.tfstate',
    isExpected: false,
    chart: undefined,
  }
  expect(readLeftover(gone)[0]?.mishaps.length).toBe(1)
})
