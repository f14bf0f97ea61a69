import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from './open-store.ts'
import { advisoryText, affected, freshFolder, importTexts, valueOf } from './store.testing.ts'

let folder = ''
beforeEach(() => {
  folder = freshFolder()
})

/** What a store of one advisory answers of a package: `affected`, `unknown`, or nothing. */
function answerTo(advisory: object, ecosystem: string, name: string, version: string | undefined) {
  importTexts(folder, { 'x/A-1.json': advisoryText('A-1', advisory) })
  const store = valueOf(openStore(folder))
  const [match] = store.match({ ecosystem, name, version })
  store.close()
  return match?.answer
}

const events = (...list: readonly Readonly<Record<string, string>>[]) => ({
  affected: [affected('npm', 'left', ...list)],
})

describe('a range', () => {
  const FIXED = events({ introduced: '1.0.0' }, { fixed: '1.2.0' })
  const LAST = events({ introduced: '1.0.0' }, { last_affected: '1.2.0' })
  const OPEN = events({ introduced: '1.0.0' })
  const TWICE = events(
    { introduced: '2.0.0' },
    { fixed: '2.1.0' },
    { introduced: '0' },
    { fixed: '1.1.0' },
  )
  const SAME = events({ introduced: '0' }, { fixed: '1.0.0' }, { introduced: '1.0.0' })
  const LIMIT = events({ introduced: '1.0.0' }, { limit: '1.5.0' })
  const LIMITS = events({ introduced: '1.0.0' }, { limit: '1.5.0' }, { limit: '*' })
  const EMPTY = events({ introduced: '1.0.0' }, { fixed: '1.0.0' })

  it.each([
    { name: 'begins with introduced', range: FIXED, version: '1.0.0', answer: 'affected' },
    { name: 'has nothing before it', range: FIXED, version: '0.9.9', answer: undefined },
    { name: 'has prereleases before it', range: FIXED, version: '1.0.0-rc.1', answer: undefined },
    { name: 'ends before fixed', range: FIXED, version: '1.1.99', answer: 'affected' },
    { name: 'is over with fixed', range: FIXED, version: '1.2.0', answer: undefined },
    {
      name: 'holds what comes before the fix',
      range: FIXED,
      version: '1.2.0-rc.1',
      answer: 'affected',
    },
    { name: 'holds the last affected', range: LAST, version: '1.2.0', answer: 'affected' },
    { name: 'is over behind the last affected', range: LAST, version: '1.2.1', answer: undefined },
    { name: 'has no end without a fix', range: OPEN, version: '99.0.0', answer: 'affected' },
    { name: 'may begin anew: first part', range: TWICE, version: '1.0.0', answer: 'affected' },
    { name: 'may begin anew: between', range: TWICE, version: '1.5.0', answer: undefined },
    { name: 'may begin anew: second part', range: TWICE, version: '2.0.5', answer: 'affected' },
    { name: 'may begin anew where it ended', range: SAME, version: '1.0.0', answer: 'affected' },
    { name: 'is cut by a limit', range: LIMIT, version: '1.5.0', answer: undefined },
    { name: 'holds what is below a limit', range: LIMIT, version: '1.4.9', answer: 'affected' },
    {
      name: 'is cut by the widest limit only',
      range: LIMITS,
      version: '9.0.0',
      answer: 'affected',
    },
    {
      name: 'is empty when it ends where it begins',
      range: EMPTY,
      version: '1.0.0',
      answer: undefined,
    },
    { name: 'cannot tell of no version', range: FIXED, version: undefined, answer: 'unknown' },
    { name: 'cannot tell of a branch', range: FIXED, version: 'main', answer: 'unknown' },
    {
      name: 'begins before all with 0',
      range: events({ introduced: '0' }),
      version: '0.0.0-0',
      answer: 'affected',
    },
    {
      name: 'holds what is behind its beginning when its end is no version',
      range: events({ introduced: '1.0.0' }, { fixed: 'soon' }),
      version: '2.0.0',
      answer: 'affected',
    },
    {
      name: 'cannot tell when an event is no version',
      range: events(
        { introduced: '0' },
        { fixed: 'soon' },
        { introduced: '9.0.0' },
        { fixed: '1.0.0' },
      ),
      version: '2.0.0',
      answer: 'unknown',
    },
  ])('$name', ({ range, version, answer }) => {
    expect(answerTo(range, 'npm', 'left', version)).toBe(answer)
  })
})

describe('an advisory', () => {
  const pkg = (ecosystem: string, name: string) => ({ package: { ecosystem, name } })
  const GIT = { type: 'GIT', repo: 'https://example.org', events: [{ introduced: '0' }] }
  const BELOW_2 = { type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '2.0' }] }

  it.each([
    { name: 'with neither ranges nor versions', what: {}, version: '1.0', answer: undefined },
    { name: 'with commits only', what: { ranges: [GIT] }, version: '1.0', answer: undefined },
    {
      name: 'with commits first',
      what: { ranges: [GIT, BELOW_2] },
      version: '1.0',
      answer: 'affected',
    },
    {
      name: 'with the version in a list',
      what: { versions: ['1.0'] },
      version: '1.0',
      answer: 'affected',
    },
    {
      name: 'with it written otherwise',
      what: { versions: ['1.0'] },
      version: '1.0.0',
      answer: 'affected',
    },
    {
      name: 'with another one in a list',
      what: { versions: ['1.0'] },
      version: '1.1',
      answer: undefined,
    },
    {
      name: 'with a list beside a range',
      what: { versions: ['3.0'], ranges: [BELOW_2] },
      version: '3.0',
      answer: 'affected',
    },
    {
      name: 'with an unreadable version listed',
      what: { versions: ['odd!'] },
      version: 'odd!',
      answer: 'affected',
    },
    {
      name: 'with an unknown type of range',
      what: { ranges: [{ ...BELOW_2, type: 'MOON' }] },
      version: '1.0',
      answer: undefined,
    },
    {
      name: 'with unknown fields',
      what: { ranges: [{ ...BELOW_2, moon: 1 }], moon: [1] },
      version: '1.0',
      answer: 'affected',
    },
  ])('$name', ({ what, version, answer }) => {
    const advisory = { affected: [{ ...pkg('PyPI', 'left'), ...what }], moon: { phase: 'full' } }
    expect(answerTo(advisory, 'PyPI', 'left', version)).toBe(answer)
  })

  it('that was withdrawn matches nothing, and can be asked about', () => {
    const advisory = { ...events({ introduced: '0' }), withdrawn: '2026-11-02T00:00:00Z' }
    expect(answerTo(advisory, 'npm', 'left', '1.0.0')).toBeUndefined()
    const store = valueOf(openStore(folder))
    expect(store.prose('A-1')[0]?.withdrawn).toBe('2026-11-02T00:00:00Z')
    expect(store.snapshots[0]).toMatchObject({ records: 1, withdrawn: 1 })
  })

  it('that names a package twice affects it when one of the two does', () => {
    const advisory = {
      affected: [
        affected('npm', 'left', { introduced: '1.0.0' }, { fixed: '1.1.0' }),
        affected('npm', 'left', { introduced: '2.0.0' }, { fixed: '2.1.0' }),
      ],
    }
    expect(answerTo(advisory, 'npm', 'left', '2.0.0')).toBe('affected')
    expect(answerTo(advisory, 'npm', 'left', '1.5.0')).toBeUndefined()
  })
})

describe('names and releases', () => {
  it.each([
    { theirs: ['PyPI', 'jw.util'], ours: ['PyPI', 'JW_util'], answer: 'affected' },
    { theirs: ['PyPI', 'a--b'], ours: ['PyPI', 'a-b'], answer: 'affected' },
    {
      theirs: ['NuGet', 'Newtonsoft.Json'],
      ours: ['NuGet', 'newtonsoft.json'],
      answer: 'affected',
    },
    { theirs: ['Packagist', 'Acme/Left'], ours: ['Packagist', 'acme/left'], answer: 'affected' },
    { theirs: ['npm', 'Left'], ours: ['npm', 'left'], answer: undefined },
    { theirs: ['npm', '@acme/left'], ours: ['npm', 'left'], answer: undefined },
    { theirs: ['Maven', 'org.acme:Left'], ours: ['Maven', 'org.acme:left'], answer: undefined },
    { theirs: ['Go', 'example.org/a/v2'], ours: ['Go', 'example.org/a'], answer: undefined },
    { theirs: ['Debian:12', 'left'], ours: ['Debian:12', 'left'], answer: 'affected' },
    { theirs: ['Debian:12', 'left'], ours: ['Debian:11', 'left'], answer: undefined },
    { theirs: ['Debian:12', 'left'], ours: ['Debian', 'left'], answer: 'affected' },
    { theirs: ['Debian', 'left'], ours: ['Debian:12', 'left'], answer: 'affected' },
    {
      theirs: ['Ubuntu:22.04:LTS', 'left'],
      ours: ['Ubuntu:22.04:LTS', 'left'],
      answer: 'affected',
    },
    {
      theirs: ['Ubuntu:Pro:22.04:LTS', 'left'],
      ours: ['Ubuntu:22.04:LTS', 'left'],
      answer: undefined,
    },
    { theirs: ['Alpine:v3.19', 'left'], ours: ['Alpine:v3.18', 'left'], answer: undefined },
    { theirs: ['Moon OS:1', 'left'], ours: ['Moon OS:1', 'left'], answer: 'unknown' },
  ])('$theirs and $ours: $answer', ({ theirs, ours, answer }) => {
    const [ecosystem = '', name = ''] = theirs
    const advisory = { affected: [affected(ecosystem, name, { introduced: '0' })] }
    expect(answerTo(advisory, ours[0] ?? '', ours[1] ?? '', '1.0')).toBe(answer)
  })
})

describe('what is not understood', () => {
  it('is passed over alone, and counted', () => {
    importTexts(folder, {
      'x/A-1.json': advisoryText('A-1', {
        severity: [
          { type: 'MOON', score: 'full' },
          { type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' },
        ],
        affected: [
          affected('Moon', 'left', { introduced: '0' }),
          affected('npm', 'left', { introduced: '0', moon: '1' }, { moon: '2' }),
          { package: { ecosystem: 'npm' } },
          { package: { ecosystem: 'npm', name: 'left' }, ranges: [{ type: 'MOON', events: [] }] },
        ],
      }),
    })
    const store = valueOf(openStore(folder))
    const [match] = store.match({ ecosystem: 'npm', name: 'left', version: '1.0.0' })
    expect(match).toMatchObject({ answer: 'affected', severity: { level: 'critical', score: 9.8 } })
    // The severity, the ecosystem, the event, the package without a name, the range.
    expect(store.snapshots.find(({ ecosystem }) => ecosystem === 'npm')?.skipped).toBe(5)
  })
})

describe('one flaw under several names', () => {
  it('takes severity and attacks from all of them', () => {
    const kev = { id: 'CVE-2026-1', added: '2026-11-02', forRansom: true }
    const epss = { id: 'CVE-2026-1', probability: 0.5, percentile: 0.9 }
    importTexts(
      folder,
      {
        'x/GO-1.json': advisoryText('GO-1', {
          aliases: ['CVE-2026-1'],
          ...events({ introduced: '0' }),
        }),
        'x/GHSA-1.json': advisoryText('GHSA-1', {
          aliases: ['CVE-2026-1'],
          affected: [affected('Go', 'other', { introduced: '0' })],
          severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N' }],
        }),
      },
      {
        signals: [
          { kind: 'kev', asOf: '2026-11-02', entries: [kev] },
          { kind: 'epss', asOf: '2026-11-02', entries: [epss] },
        ],
      },
    )
    const store = valueOf(openStore(folder))
    expect(store.match({ ecosystem: 'npm', name: 'left', version: '1.0.0' })[0]).toMatchObject({
      id: 'GO-1',
      aliases: ['CVE-2026-1', 'GHSA-1'],
      severity: { level: 'high', score: 7.5, from: 'GHSA-1' },
      kev: { added: '2026-11-02', forRansom: true },
      epss: { probability: 0.5, percentile: 0.9 },
    })
    expect(store.namesOf('GHSA-1')).toEqual(['CVE-2026-1', 'GHSA-1', 'GO-1'])
  })
})
