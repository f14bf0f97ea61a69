import { expect, it } from 'vitest'
import type { Flaw } from '../../model/advisories.ts'
import { distinctFlaws, flawName } from './distinct.ts'

const NAMES = ['CVE-2026-0001', 'GHSA-aaaa-bbbb-cccc', 'PYSEC-2026-1', 'x_LIST-1']

function flaw(id: string, names: readonly string[]): Flaw {
  return {
    id,
    aliases: names.filter((name) => name !== id),
    upstream: [],
    answer: 'affected',
    why: undefined,
    summary: '',
    severity: undefined,
    fixed: [],
    isMalicious: false,
    informational: undefined,
    kev: undefined,
    epss: undefined,
  }
}

it('tells a flaw once, however many advisories do', () => {
  const flaws = [flaw('PYSEC-2026-1', NAMES), flaw('x_LIST-1', NAMES), flaw('CVE-2026-0002', [])]
  expect(distinctFlaws(flaws).map(({ id }) => id)).toEqual(['PYSEC-2026-1', 'CVE-2026-0002'])
})

it.each([
  ['PYSEC-2026-1', NAMES, 'PYSEC-2026-1'],
  ['x_LIST-1', NAMES, 'CVE-2026-0001'],
  ['x_LIST-1', ['GHSA-aaaa-bbbb-cccc', 'x_LIST-1'], 'GHSA-aaaa-bbbb-cccc'],
  ['x_LIST-1', ['x_LIST-1'], 'x_LIST-1'],
])('calls %s of %j %s', (id, names, name) => {
  expect(flawName(flaw(id, names))).toBe(name)
})
