import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'

// STYLE section 1: which room may import which. Data flows down this list, imports point up it.
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  model: ['base'],
  advisories: ['base', 'model'],
  intake: ['base', 'model'],
  analysis: ['base', 'model', 'advisories'],
  rules: ['base', 'model', 'analysis'],
  verdict: ['base', 'model', 'analysis', 'rules'],
  fix: ['base', 'model', 'analysis', 'verdict'],
  report: ['base', 'model', 'verdict'],
  app: ['base', 'model', 'advisories', 'intake', 'analysis', 'rules', 'verdict', 'fix', 'report'],
  cli: ['base', 'app', 'report', 'hub', 'webhook'],
  hub: ['base', 'model', 'verdict', 'report', 'app'],
  webhook: ['base', 'model', 'app'],
}

// Same input, same bytes out: these rooms may not wait, nor look at the clock, the environment, the disk or the net.
const PURE = ['model', 'analysis', 'rules', 'verdict', 'fix', 'report']

const IMPURE = [
  /\bawait\b/,
  /\basync\b/,
  /\bDate\.now\b/,
  /\bnew Date\(\)/,
  /\bperformance\./,
  /\bMath\.random\b/,
  /(?<![-\w])process\./,
  /\bfetch\(/,
  /\brandom(?:Bytes|Int|UUID)\b/,
  // Reading a certificate is as pure as reading a number.
  /from 'node:(?!(?:util|crypto)')/,
]

const ROOT = import.meta.dirname
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !/\.(test|property\.test|testing)\.ts$/.test(file))
  .filter((file) => file.includes('/'))

describe('the rooms', () => {
  it('import only the rooms they may', () => {
    const offences = files.flatMap((file) => {
      const room = roomOf(file)
      const allowed = [room, ...(MAY_IMPORT[room] ?? [])]
      return importsOf(file)
        .filter((target) => !allowed.includes(roomOf(target)))
        .map((target) => `${file} -> ${target}`)
    })
    expect(offences).toEqual([])
  })

  it('start no other program: nothing of what is scanned is ever run', () => {
    const starts = /from 'node:(?:child_process|cluster)'/
    expect(files.filter((file) => starts.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
  })

  it('are all in the table', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual([])
  })

  it('are pure in the middle', () => {
    const offences = files
      .filter((file) => PURE.includes(roomOf(file)))
      .flatMap((file) => {
        const code = withoutComments(readFileSync(join(ROOT, file), 'utf8'))
        return IMPURE.filter((sign) => sign.test(code)).map((sign) => `${file}: ${sign.source}`)
      })
    expect(offences).toEqual([])
  })
})

function roomOf(file: string): string {
  return file.split('/')[0] ?? ''
}

function importsOf(file: string): readonly string[] {
  const code = readFileSync(join(ROOT, file), 'utf8')
  const targets = [...code.matchAll(/(?:from|import\() ?'(\.{1,2}\/[^']+)'/g)]
  return targets.map((match) => posix.join(posix.dirname(file), match[1] ?? ''))
}

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\/\/.*$/gm, '')
}
