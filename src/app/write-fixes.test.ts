import { describe, expect, it } from 'vitest'
import type { MendedFile } from './fix.ts'
import { writeFixes, type Disk } from './write-fixes.ts'

const FILE: MendedFile = {
  file: 'deploy/a.yaml',
  before: 'old',
  after: 'new',
  secretLines: new Set(),
  mended: [],
}

// A disk of one folder, /work, with a link that leads out of it.
function diskOf(texts: Map<string, string>, links: Readonly<Record<string, string>> = {}): Disk {
  return {
    realPath: (path) => links[path] ?? `/work/${path}`,
    read: (path) => texts.get(path) ?? '',
    replace: (path, text) => texts.set(path, text),
    isWithin: (folder, path) => path === folder || path.startsWith(`${folder}/`),
  }
}

describe('writing fixes', () => {
  it('puts the new text in the place of the old one', () => {
    const texts = new Map([['/work/deploy/a.yaml', 'old']])
    expect(writeFixes([FILE], ['deploy'], diskOf(texts))).toEqual({ files: [FILE], faults: [] })
    expect(texts.get('/work/deploy/a.yaml')).toBe('new')
  })

  it('leaves alone what leads out of the targets', () => {
    const texts = new Map([['/etc/a.yaml', 'old']])
    const disk = diskOf(texts, { 'deploy/a.yaml': '/etc/a.yaml' })
    const { files, faults } = writeFixes([FILE], ['deploy'], disk)
    expect(files).toEqual([])
    expect(faults[0]).toMatchObject({ code: 'FIX_WRITE', at: 'deploy/a.yaml' })
    expect(texts.get('/etc/a.yaml')).toBe('old')
  })

  it('leaves alone what changed meanwhile', () => {
    const texts = new Map([['/work/deploy/a.yaml', 'edited by hand']])
    const { faults } = writeFixes([FILE], ['deploy'], diskOf(texts))
    expect(faults[0]?.remedy).toBe('Run the fix again.')
    expect(texts.get('/work/deploy/a.yaml')).toBe('edited by hand')
  })

  it('tells what the system refuses, and goes on with the others', () => {
    const texts = new Map([
      ['/work/deploy/a.yaml', 'old'],
      ['/work/deploy/b.yaml', 'old'],
    ])
    const disk: Disk = {
      ...diskOf(texts),
      replace: (path, text) => {
        if (path.endsWith('a.yaml')) throw Object.assign(new Error('no'), { code: 'EACCES' })
        texts.set(path, text)
      },
    }
    const other = { ...FILE, file: 'deploy/b.yaml' }
    const { files, faults } = writeFixes([FILE, other], ['deploy'], disk)
    expect(files).toEqual([other])
    expect(faults[0]?.message).toBe('The system refused to write it (EACCES); it is as it was.')
  })

  it('does not swallow a mistake of ours', () => {
    const disk: Disk = {
      ...diskOf(new Map([['/work/deploy/a.yaml', 'old']])),
      replace: () => {
        throw new TypeError('ours')
      },
    }
    expect(() => writeFixes([FILE], ['deploy'], disk)).toThrow('ours')
  })
})
