import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ORDERS } from '../../../advisories/versions/orders.data.ts'
import { checksumOf, fits } from './checksum.ts'
import { ecosystemsNamed } from './ecosystems-named.ts'
import { mapLimit } from './map-limit.ts'
import { addressOf, mirrorsOf, readMirror } from './mirrors.ts'
import { deltaOf, readModifiedList } from './modified-list.ts'
import { ECOSYSTEMS } from './sources.data.ts'

describe('the hash of a file', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'portolan-sum-')), 'file')
  writeFileSync(path, '123456789')

  // CRC-32C of these digits is the check value of RFC 3720's polynomial: e3069283.
  it.each([
    { name: 'x-goog-hash', value: 'crc32c=4waSgw==' },
    { name: 'x-goog-hash', value: 'crc32c=AAAAAA==,md5=JfnnlDI7RTiF9RgfG2JNCw==' },
    { name: 'content-md5', value: 'JfnnlDI7RTiF9RgfG2JNCw==' },
    { name: 'digest', value: 'SHA-256=FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=' },
    { name: 'repr-digest', value: 'sha-256=:FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=:' },
  ])('is read from $name: $value', ({ name, value }) => {
    const checksum = checksumOf(new Headers({ [name]: value }))
    expect(checksum).toBeDefined()
    if (checksum === undefined) return
    writeFileSync(path, '123456789')
    expect(fits(path, checksum)).toBe(true)
    writeFileSync(path, '123456780')
    expect(fits(path, checksum)).toBe(false)
  })

  it('may not be told', () => {
    expect(checksumOf(new Headers({ digest: 'adler32=03da0195' }))).toBeUndefined()
  })
})

describe('the list of what was modified', () => {
  it('is read row by row', () => {
    expect([
      ...(readModifiedList('2026-11-01T00:00:00Z,A-1\r\n2026-11-02T00:00:00.5Z,A:2\n') ?? []),
    ]).toEqual([
      ['A-1', '2026-11-01T00:00:00Z'],
      ['A:2', '2026-11-02T00:00:00.5Z'],
    ])
  })

  it.each(['', '<html>', '2026-11-01T00:00:00Z,../../etc/passwd', '2026-11-01,A-1', ',A-1'])(
    'is none when it is %j',
    (text) => {
      expect(readModifiedList(text)).toBeUndefined()
    },
  )

  it('tells what changed, came and went', () => {
    const ours = new Map([
      ['same', '2026-11-01T00:00:00Z'],
      ['as one', '2026-11-01T00:00:00Z'],
      ['older', '2026-11-01T00:00:00Z'],
      ['gone', '2026-11-01T00:00:00Z'],
    ])
    const theirs = new Map([
      ['same', '2026-11-01T00:00:00Z'],
      ['as one', '2026-11-01T00:00:00.000Z'],
      ['older', '2026-11-01T00:00:01Z'],
      ['new', '2026-11-01T00:00:00Z'],
    ])
    expect(deltaOf(theirs, ours)).toEqual({ changed: ['older', 'new'], gone: ['gone'] })
  })
})

describe('mirrors', () => {
  const base = (flags: readonly string[], env?: string, config?: readonly string[]) => {
    const mirrors = mirrorsOf({ flags, env, config })
    return mirrors.ok ? mirrors.value.map((mirror) => mirror.base) : mirrors.fault.message
  }

  it('are those of the flag, else of the variable, else of the configuration', () => {
    expect(base(['https://a/'], 'https://b', ['https://c'])).toEqual(['https://a'])
    expect(base([], 'https://b, https://d/osv/', ['https://c'])).toEqual([
      'https://b',
      'https://d/osv',
    ])
    expect(base([], '', ['https://c'])).toEqual(['https://c'])
    expect(base([])).toEqual([])
  })

  it.each(['ftp://a', 'osv', 'file:///etc', 'https://a/?token=x', 'https://a/#x'])(
    'cannot be %s, which is not shown',
    (text) => {
      expect(base([text])).not.toContain(text)
    },
  )

  it('have their files below them, whatever the names hold', () => {
    const mirror = readMirror('https://u:p@a.example/osv/')
    expect(mirror && addressOf(mirror, 'Photon OS', 'a/b.json')).toBe(
      'https://a.example/osv/Photon%20OS/a%2Fb.json',
    )
  })
})

describe('the names of ecosystems', () => {
  it('are spelt as OSV does, all that have an order', () => {
    expect(ECOSYSTEMS.map((name) => name.toLowerCase()).toSorted()).toEqual(
      [...ORDERS.keys()].toSorted(),
    )
    expect(ecosystemsNamed(['pypi', 'Crates.IO', 'pypi'])).toEqual({
      ok: true,
      value: ['PyPI', 'crates.io'],
    })
  })

  it('must be known', () => {
    expect(ecosystemsNamed(['../npm']).ok).toBe(false)
  })
})

describe('work on many', () => {
  it('is done by a few at once and told in order', async () => {
    let working = 0
    let most = 0
    const results = await mapLimit([5, 1, 4, 2, 3], 2, async (ms) => {
      most = Math.max(most, ++working)
      await new Promise((resolve) => setTimeout(resolve, ms))
      working--
      return ms
    })
    expect([results, most]).toEqual([[5, 1, 4, 2, 3], 2])
  })
})
