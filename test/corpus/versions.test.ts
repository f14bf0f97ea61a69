import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareVersions } from '../../src/advisories/versions/compare-versions.ts'
import { sharedFolder } from './shared-folder.ts'

// 12,718 pairs of 14 ecosystems with the answer of the native tool, where there is one; the README beside them tells.
const folder = sharedFolder('versions')
const files =
  folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.tsv'))

describe('the order of versions', () => {
  it.skipIf(folder === undefined)('is known for 14 ecosystems', () => {
    expect(files).toHaveLength(14)
  })

  it.each(files)('is the right one for every pair of %s', (file) => {
    const pairs = readFileSync(join(folder ?? '', file), 'utf8')
      .split('\n')
      .filter(Boolean)
    expect(pairs.length).toBeGreaterThan(0)
    expect(pairs.filter((pair) => !holds(ecosystemOf(file), pair))).toEqual([])
  })

  it.each(files)('turns round with the pair in %s', (file) => {
    const pairs = readFileSync(join(folder ?? '', file), 'utf8')
      .split('\n')
      .filter(Boolean)
    expect(pairs.filter((pair) => !holds(ecosystemOf(file), turned(pair)))).toEqual([])
  })
})

function ecosystemOf(file: string): string {
  const name = file.replace('.tsv', '')
  return name === 'RPM' ? 'AlmaLinux' : name
}

function holds(ecosystem: string, pair: string): boolean {
  const [one = '', sign, other = ''] = pair.split('\t')
  return signOf(compareVersions(ecosystem, one, other)) === sign
}

function turned(pair: string): string {
  const [one = '', sign = '', other = ''] = pair.split('\t')
  return [other, { '<': '>', '>': '<' }[sign] ?? sign, one].join('\t')
}

function signOf(order: number | undefined): string {
  if (order === undefined) return '?'
  return order === 0 ? '=' : order < 0 ? '<' : '>'
}
