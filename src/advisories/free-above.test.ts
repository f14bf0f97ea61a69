import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importAdvisories } from '../app/db/import-advisories.ts'
import { writeFiles } from '../intake/estate.testing.ts'
import { openStore } from './open-store.ts'
import type { Store } from './store.ts'

const BELOW_2 = { ranges: [range({ introduced: '0' }, { fixed: '2.0.0' })] }
const FROM_2_TO_3 = { ranges: [range({ introduced: '2.0.0' }, { fixed: '3.0.0' })] }
const OPEN = { ranges: [range({ introduced: '0' })] }

it.each([
  ['leaves out what another advisory speaks against', [BELOW_2, FROM_2_TO_3], ['3.0.0']],
  ['takes what is listed for published', [BELOW_2, { versions: ['2.1.0', '4.0.0'] }], ['2.0.0']],
  ['knows a version in another spelling', [BELOW_2, { versions: ['2.0'] }], []],
  [
    'goes on where nobody maintains a package',
    [BELOW_2, { ...OPEN, database_specific: { informational: 'unmaintained' } }],
    ['2.0.0'],
  ],
  ['knows none where a flaw has no end', [BELOW_2, OPEN], []],
])('%s', async (_, affected, expected) => {
  const store = await storeWith('PyPI', affected)
  const subject = { ecosystem: 'PyPI', name: 'left', version: '1.0.0' }
  expect([...store.freeAbove(subject)]).toEqual(expected)
})

it('keeps to the release of a distribution', async () => {
  const store = await storeWith('Alpine:v3.10', [
    { ranges: [range({ introduced: '0' }, { fixed: '1.1-r0' })] },
    {
      package: { ecosystem: 'Alpine:v3.11', name: 'left' },
      ranges: [range({ introduced: '0' }, { fixed: '1.0-r9' })],
    },
  ])
  const subject = { ecosystem: 'Alpine:v3.10', name: 'left', version: '1.0-r0' }
  expect([...store.freeAbove(subject)]).toEqual(['1.1-r0'])
})

it('knows nothing of what is not pinned', async () => {
  const store = await storeWith('PyPI', [BELOW_2])
  const subject = { ecosystem: 'PyPI', name: 'left', version: undefined }
  expect([...store.freeAbove(subject)]).toEqual([])
})

function range(...events: readonly Readonly<Record<string, string>>[]): object {
  return { type: 'ECOSYSTEM', events }
}

async function storeWith(ecosystem: string, affected: readonly object[]): Promise<Store> {
  const [base = ''] = ecosystem.split(':')
  const advisories = affected.map((each, index) => [
    `osv/${base}/EX-${index}.json`,
    JSON.stringify({
      id: `EX-${index}`,
      modified: '2026-11-01T00:00:00Z',
      affected: [{ package: { ecosystem, name: 'left' }, ...each }],
    }),
  ])
  const root = writeFiles(Object.fromEntries(advisories))
  const folder = join(root, 'known')
  const terms = {
    folder,
    paths: ['osv'],
    workingFolder: root,
    asOf: undefined,
    today: '2026-11-25',
  }
  const renewed = await importAdvisories(terms)
  const store = renewed.ok ? openStore(folder) : renewed
  if (!store.ok) throw new Error(store.fault.message)
  return store.value
}
