import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../advisories/open-store.ts'
import { advisoryText, affected, freshFolder, valueOf } from '../../../advisories/store.testing.ts'
import type { Result } from '../../../base/result.ts'
import type { Renewal } from '../change-store.ts'
import {
  closedBase,
  emptyZip,
  huge,
  lying,
  md5Of,
  publishOn,
  sending,
  startMirror,
  status,
  tagOf,
  type LocalMirror,
} from './mirror.testing.ts'
import { readMirror } from './mirrors.ts'
import { updateAdvisories, type UpdateTerms } from './update-advisories.ts'

const NPM = [advisoryText('A-1'), advisoryText('A-2', { modified: '2026-11-10T00:00:00Z' })]

let folder = ''
let mirror: LocalMirror
beforeEach(async () => {
  folder = freshFolder()
  mirror = await startMirror()
  publishOn(mirror, 'npm', NPM)
})

async function update(
  terms: Partial<UpdateTerms> & { readonly at?: readonly string[] } = {},
): Promise<Result<Renewal>> {
  const mirrors = (terms.at ?? [mirror.base]).flatMap((base) => readMirror(base) ?? [])
  mirror.asked.length = 0
  return await updateAdvisories({
    folder,
    mirrors,
    ecosystems: ['npm'],
    network: { fetch, signal: AbortSignal.timeout(20_000), stallMs: 300, pauseMs: 1 },
    today: '2026-11-25',
    tell: () => {},
    ...terms,
  })
}

/** What is known of `left`, and from when. */
function known(): { readonly ids: readonly string[]; readonly asOf: string | undefined } {
  const store = valueOf(openStore(folder))
  const ids = store.match({ ecosystem: 'npm', name: 'left', version: '1.0.0' }).map(({ id }) => id)
  const asOf = store.snapshots[0]?.asOf
  expect(store.check()).toEqual([])
  store.close()
  return { ids, asOf }
}

function why(done: Result<Renewal>): string {
  return done.ok ? '' : done.fault.message
}

describe('an update', () => {
  it('brings the whole archive where nothing is there', async () => {
    expect(valueOf(await update()).renewed).toEqual(['npm'])
    expect(known()).toEqual({ ids: ['A-1', 'A-2'], asOf: '2026-11-10T00:00:00Z' })
    expect(mirror.asked).toContain('/npm/all.zip')
    expect(readdirSync(join(folder, 'fetched'))).toEqual([])
  })

  it('is as old as the mirror says, unless it claims to be from tomorrow', async () => {
    mirror.modified = 'Fri, 20 Nov 2026 06:00:00 GMT'
    await update()
    expect(known().asOf).toBe('2026-11-20T06:00:00.000Z')
    mirror.modified = 'Fri, 27 Nov 2026 06:00:00 GMT'
    publishOn(mirror, 'npm', [...NPM, advisoryText('A-3')])
    await update()
    expect(known().asOf).toBe('2026-11-10T00:00:00Z')
  })

  it('fetches single advisories where few changed', async () => {
    await update()
    publishOn(mirror, 'npm', [
      advisoryText('A-1', {
        modified: '2026-11-20T00:00:00Z',
        details: 'Now it is known.',
        affected: [affected('npm', 'right', { introduced: '0' })],
      }),
      advisoryText('A-3', { modified: '2026-11-21T00:00:00Z' }),
    ])
    expect(valueOf(await update()).renewed).toEqual(['npm'])
    expect(mirror.asked.filter((path) => path.startsWith('/npm'))).toEqual([
      '/npm/modified_id.csv',
      '/npm/A-1.json',
      '/npm/A-3.json',
    ])
    expect(known()).toEqual({ ids: ['A-3'], asOf: '2026-11-21T00:00:00Z' })
    const store = valueOf(openStore(folder))
    const right = store.match({ ecosystem: 'npm', name: 'right', version: '1.0.0' })
    expect(right.map(({ id }) => id)).toEqual(['A-1'])
    expect(store.prose('A-1')[0]?.details).toBe('Now it is known.')
    expect(store.prose('A-2')).toEqual([])
  })

  it('makes the same set of single advisories as of the archive', async () => {
    const later = [
      NPM[0] ?? '',
      advisoryText('B-1', {
        aliases: ['CVE-2026-1'],
        details: 'b',
        withdrawn: '2026-11-20T00:00:00Z',
      }),
      advisoryText('B-2', { modified: '2026-11-21T00:00:00Z', details: 'c' }),
    ]
    await update()
    publishOn(mirror, 'npm', later)
    await update()
    const other = freshFolder()
    await update({ folder: other })
    const [byDelta, byArchive] = [folder, other].map((each) => valueOf(openStore(each)))
    expect(byDelta?.snapshots[0]).toMatchObject({ records: 3, withdrawn: 1 })
    for (const id of ['A-1', 'A-2', 'B-1', 'B-2', 'CVE-2026-1']) {
      expect(byDelta?.prose(id)).toEqual(byArchive?.prose(id))
    }
    const subject = { ecosystem: 'npm', name: 'left', version: '1.0.0' }
    expect(byDelta?.match(subject)).toEqual(byArchive?.match(subject))
  })

  it('fetches the archive where many changed', async () => {
    await update()
    const many = Array.from({ length: 300 }, (_, at) => advisoryText(`M-${at}`))
    publishOn(mirror, 'npm', [...NPM, ...many])
    await update()
    expect(mirror.asked).toContain('/npm/all.zip')
    expect(known().ids).toHaveLength(302)
  })

  it('writes no set where nothing changed, but tells that it is newer', async () => {
    mirror.modified = 'Fri, 20 Nov 2026 06:00:00 GMT'
    const first = valueOf(await update())
    const second = valueOf(await update())
    expect(second.manifest).toEqual(first.manifest)
    mirror.modified = 'Sun, 22 Nov 2026 06:00:00 GMT'
    const third = valueOf(await update())
    expect(third).toMatchObject({ renewed: [], manifest: { serial: first.manifest.serial + 1 } })
    expect(known()).toEqual({ ids: ['A-1', 'A-2'], asOf: '2026-11-22T06:00:00.000Z' })
  })

  it('goes on where the connection was cut', async () => {
    const many = Array.from({ length: 400 }, (_, at) =>
      advisoryText(`M-${at}`, { details: 'x'.repeat(1000) }),
    )
    publishOn(mirror, 'npm', many)
    const bytes = mirror.files.get('/npm/all.zip') ?? Buffer.alloc(0)
    let cuts = 2
    mirror.handle = (request, response) => {
      if (request.url !== '/npm/all.zip' || cuts === 0) return false
      cuts--
      const from = Number(/\d+/.exec(request.headers.range ?? '0')?.[0] ?? 0)
      response.writeHead(from > 0 ? 206 : 200, {
        etag: tagOf(bytes),
        'content-length': bytes.length - from,
        ...(from > 0 && { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
      })
      response.write(bytes.subarray(from, from + 100_000), () =>
        setTimeout(() => response.destroy(), 50),
      )
      return true
    }
    valueOf(await update())
    const ranges = mirror.asked.filter((path) => path.startsWith('/npm/all.zip'))
    expect(ranges).toHaveLength(3)
    expect(ranges[2]).toMatch(/bytes=[1-9]\d{4,5}-/)
    expect(known().ids).toHaveLength(400)
  })

  it('goes on with what an update that was ended left', async () => {
    const bytes = mirror.files.get('/npm/all.zip') ?? Buffer.alloc(0)
    leave(bytes.subarray(0, 100), tagOf(bytes))
    valueOf(await update())
    expect(mirror.asked).toContain('/npm/all.zip bytes=100-')
    expect(known().ids).toEqual(['A-1', 'A-2'])
  })

  it('begins anew when the mirror has another version, or what is there is not what was sent', async () => {
    const bytes = mirror.files.get('/npm/all.zip') ?? Buffer.alloc(0)
    leave(Buffer.from('of yesterday'), '"yesterday"')
    valueOf(await update())
    expect(known().ids).toEqual(['A-1', 'A-2'])
    folder = freshFolder()
    leave(Buffer.alloc(100), tagOf(bytes))
    valueOf(await update())
    expect(mirror.asked.filter((path) => path.startsWith('/npm/all.zip'))).toEqual([
      '/npm/all.zip bytes=100-',
      '/npm/all.zip',
    ])
    expect(known().ids).toEqual(['A-1', 'A-2'])
  })

  function leave(part: Buffer, version: string): void {
    mkdirSync(join(folder, 'fetched'), { recursive: true })
    writeFileSync(join(folder, 'fetched/npm.zip.part'), part)
    const bytes = mirror.files.get('/npm/all.zip') ?? Buffer.alloc(0)
    const md5 = { kind: 'md5', value: md5Of(bytes) }
    const progress = {
      address: `${mirror.base}/npm/all.zip`,
      version,
      sizeBytes: bytes.length,
      checksum: md5,
    }
    writeFileSync(join(folder, 'fetched/npm.zip.part.json'), JSON.stringify(progress))
  }

  it.each([
    { name: 'it refuses', handle: status(403), words: 'it answers 403', attempts: 1 },
    { name: 'it is ill', handle: status(503), words: 'it answers 503', attempts: 5 },
    {
      name: 'it says nothing',
      handle: () => true,
      words: 'nothing came for too long',
      attempts: 5,
    },
    {
      name: 'it sends something else',
      handle: sending('<html>'),
      words: 'its archive is damaged',
      attempts: 1,
    },
    {
      name: 'it has no advisories',
      handle: sending(emptyZip()),
      words: 'no advisory',
      attempts: 1,
    },
    {
      name: 'what it sends has another hash',
      handle: lying(),
      words: 'not what was announced',
      attempts: 5,
    },
    {
      name: 'it announces too much',
      handle: huge(),
      words: 'larger than such a file',
      attempts: 1,
    },
  ])('keeps what is there and says why when $name', async ({ handle, words, attempts }) => {
    await update()
    const many = Array.from({ length: 300 }, (_, at) => advisoryText(`M-${at}`))
    publishOn(mirror, 'npm', many)
    mirror.handle = (request, response) =>
      (request.url?.endsWith('.zip') ?? false) && handle(request, response)
    const done = await update()
    expect(why(done)).toContain(words)
    expect(known().ids).toEqual(['A-1', 'A-2'])
    const asked = mirror.asked.filter((path) => path.startsWith('/npm/all.zip')).length
    expect(asked).toBe(attempts)
  })

  it('does not believe a mirror that has lost half of its own', async () => {
    publishOn(
      mirror,
      'npm',
      Array.from({ length: 600 }, (_, at) => advisoryText(`M-${at}`)),
    )
    await update()
    publishOn(mirror, 'npm', NPM)
    expect(why(await update())).toContain('it has 2 advisories only, and 600 are here')
    expect(known().ids).toHaveLength(600)
  })

  it('asks the mirrors in their order', async () => {
    const nobody = await closedBase()
    const done = valueOf(await update({ at: [nobody, mirror.base] }))
    expect(done.renewed).toEqual(['npm'])
    expect(why(await update({ at: [nobody] }))).toContain(
      `${nobody}: the connection failed (ECONNREFUSED)`,
    )
  })

  it('sends the password of a mirror to it, and shows it to nobody', async () => {
    let seen: string | undefined
    mirror.handle = ({ headers }, response) => {
      seen = headers.authorization
      response.writeHead(401).end()
      return true
    }
    const done = await update({ at: [mirror.base.replace('//', '//me:se%20cret@')] })
    expect(seen).toBe(`Basic ${Buffer.from('me:se cret').toString('base64')}`)
    expect(why(done)).toContain('it answers 401')
    expect(JSON.stringify(done)).not.toMatch(/se.{0,3}cret/)
  })

  it('brings what is known of attacks too, once', async () => {
    const kev = {
      dateReleased: '2026-11-24T10:00:00Z',
      vulnerabilities: [{ cveID: 'CVE-2026-1', dateAdded: '2026-11-20' }],
    }
    const path = '/known_exploited_vulnerabilities.json'
    mirror.files.set(path, Buffer.from(JSON.stringify(kev)))
    publishOn(mirror, 'npm', [advisoryText('A-1', { aliases: ['CVE-2026-1'] })])
    const first = valueOf(await update())
    const store = valueOf(openStore(folder))
    expect(store.match({ ecosystem: 'npm', name: 'left', version: '1.0.0' })[0]?.kev).toEqual({
      added: '2026-11-20',
      forRansom: false,
    })
    expect(valueOf(await update()).manifest).toEqual(first.manifest)
  })

  it('updates what is there when nothing is named', async () => {
    publishOn(mirror, 'Go', [
      advisoryText('G-1', { affected: [affected('Go', 'example.org/far', { introduced: '0' })] }),
    ])
    await update({ ecosystems: ['Go'] })
    await update({ ecosystems: [] })
    expect(mirror.asked.some((path) => path.startsWith('/npm'))).toBe(false)
    expect(mirror.asked).toContain('/Go/modified_id.csv')
  })

  it('brings one ecosystem when another cannot be had, and says so', async () => {
    const done = valueOf(await update({ ecosystems: ['npm', 'Photon OS'] }))
    expect(done.renewed).toEqual(['npm'])
    expect(done.faults).toMatchObject([{ code: 'ADVISORIES_FETCH' }])
    expect(mirror.asked).toContain('/Photon%20OS/all.zip')
    expect(existsSync(join(folder, 'LOCK'))).toBe(false)
  })
})
