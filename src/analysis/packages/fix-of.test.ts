import { describe, expect, it } from 'vitest'
import type { Advisories, Flaw } from '../../model/advisories.ts'
import { fixOf } from './fix-of.ts'

const FLAW: Flaw = {
  id: 'EX-1',
  aliases: [],
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

function knowing(...free: readonly string[]): Pick<Advisories, 'freeAbove'> {
  return { freeAbove: () => free }
}

describe('the version to take in place of a flawed one', () => {
  it.each([
    [
      'the lowest of its own major version',
      { ecosystem: 'npm', version: '1.2.0' },
      ['1.2.4', '1.3.0', '2.0.0'],
      '1.2.4',
    ],
    [
      'the lowest of all where its own has none',
      { ecosystem: 'npm', version: '1.2.0' },
      ['2.0.0', '3.0.0'],
      '2.0.0 major',
    ],
    [
      'of the same second number before 1.0.0',
      { ecosystem: 'npm', version: '0.3.1' },
      ['0.4.0', '1.0.0'],
      '0.4.0 major',
    ],
    [
      'none that is only made to be tried',
      { ecosystem: 'npm', version: '1.2.0' },
      ['1.2.4-rc.1', '1.2.4'],
      '1.2.4',
    ],
    [
      'one to be tried where there is no other',
      { ecosystem: 'npm', version: '1.2.0' },
      ['1.2.4-rc.1'],
      '1.2.4-rc.1',
    ],
    ['any year', { ecosystem: 'PyPI', version: '2022.12.7' }, ['2023.7.22'], '2023.7.22'],
    [
      'a commit of Go',
      { ecosystem: 'Go', version: '0.0.0-20200101000000-aaaaaaaaaaaa' },
      ['0.0.0-20210101000000-bbbbbbbbbbbb'],
      '0.0.0-20210101000000-bbbbbbbbbbbb',
    ],
    [
      'what the release of a distribution has',
      { ecosystem: 'Alpine:v3.10', version: '1.1.1-r0' },
      ['2.0.0-r1'],
      '2.0.0-r1',
    ],
  ])('is %s', (_, used, free, expected) => {
    const fix = fixOf({ found: { ...used, name: 'x' }, flaws: [FLAW] }, knowing(...free))
    expect(fix.kind === 'version' ? `${fix.version}${fix.isMajor ? ' major' : ''}` : 'none').toBe(
      expected,
    )
  })

  it('is none yet where a distribution has none for its release', () => {
    const found = { ecosystem: 'Alpine:v3.10', name: 'x', version: '1-r0' }
    expect(fixOf({ found, flaws: [FLAW] }, knowing())).toEqual({
      kind: 'none',
      release: 'Alpine v3.10',
    })
  })

  it.each([
    ['no version is pinned', { version: undefined, advisories: knowing('2.0.0') }],
    ['nothing is known', { version: '1.0.0', advisories: undefined }],
    ['all versions are flawed', { version: '1.0.0', advisories: knowing() }],
  ])('is none where %s', (_, { version, advisories }) => {
    const found = { ecosystem: 'npm', name: 'x', version }
    expect(fixOf({ found, flaws: [FLAW] }, advisories)).toEqual({
      kind: 'none',
      release: undefined,
    })
  })
})
