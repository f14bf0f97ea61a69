import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import { patchText } from './asked.testing.ts'
import { anyManifest } from './manifest.testing.ts'
import { discreetDiff, unifiedDiff } from './unified-diff.ts'
import { anyWalks, askedAt } from './walk.testing.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-diff-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What `git apply` makes of a file in an empty folder. */
function applied(file: string, before: string, diff: string): string {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, before)
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
    cwd: folder,
    input: diff,
    stdio: 'pipe',
  })
  return readFileSync(path, 'utf8')
}

describe('unifiedDiff', () => {
  it('is applied by git', () => {
    fc.assert(
      fc.property(anyManifest, anyWalks, ({ text, values }, walks) => {
        const { text: after } = patchText(
          text,
          walks.map((walk) => askedAt(values, walk)),
          readYaml,
        )
        const diff = unifiedDiff('deploy/api.yaml', text, after)
        expect(diff === '' ? text : applied('deploy/api.yaml', text, diff)).toBe(after)
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['no break at the end, before', 'a\nb', 'a\nb\nc\n'],
    ['no break at the end, after', 'a\nb\n', 'a\nc'],
    ['no break at the end, both', 'a\nb\nc', 'x\nb\nc'],
    ['a break is gained', 'a', 'a\n'],
    ['an empty text before', '', 'a\n'],
    ['an empty text after', 'a\n', ''],
    ['CRLF', 'a\r\nb\r\n', 'a\r\nx\r\nb\r\n'],
    ['hunks that touch', '1\n2\n3\n4\n5\n6\n7\n8\n9\n', '0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n'],
    ['hunks far apart', `a\n${'x\n'.repeat(30)}b\n`, `A\n${'x\n'.repeat(30)}B\n`],
  ])('is applied by git: %s', (_, before, after) => {
    expect(applied('a.yaml', before, unifiedDiff('a.yaml', before, after))).toBe(after)
  })

  it.each([
    'with blank.yaml',
    './dot.yaml',
    'ünï/côdé.yaml',
    'qu"ote.yaml',
    'back\\slash.yaml',
    'tab\t.yaml',
  ])('names the file %j so that git finds it', (file) => {
    expect(applied(file, 'a\n', unifiedDiff(file, 'a\n', 'b\n'))).toBe('b\n')
  })

  it('shows three lines around each change and how many there are', () => {
    const before = '1\n2\n3\n4\n5\n6\n7\n8\n'
    expect(unifiedDiff('a.yaml', before, before.replace('5\n', '5\nnew\n'))).toBe(
      '--- a/a.yaml\n+++ b/a.yaml\n@@ -3,6 +3,7 @@\n 3\n 4\n 5\n+new\n 6\n 7\n 8\n',
    )
  })

  it('is applied by git, whatever lines are secret', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 30 })
    const secret = fc.array(fc.nat(30)).map((numbers) => new Set(numbers))
    fc.assert(
      fc.property(lines, lines, secret, (old, now, secretLines) => {
        // Lines of their own, so that no hunk fits in two places.
        const before = old.map((text, line) => `${line} ${text}\n`).join('')
        const after = now.map((text, line) => `${line} ${text}\n`).join('')
        const { text, withheld } = discreetDiff('a.yaml', before, after, secretLines)
        const shown = text.split('\n').filter((line) => /^[- ]\d/.test(line))
        for (const line of secretLines) {
          expect(shown.filter((own) => own.slice(1).startsWith(`${line} `))).toEqual([])
        }
        const made = text === '' ? before : applied('a.yaml', before, text)
        expect(withheld.length === 0 ? made : after).toBe(after)
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    { name: 'before the change', secret: 3, at: 5 },
    { name: 'right before the change', secret: 4, at: 5 },
    { name: 'after the change', secret: 6, at: 5 },
    { name: 'between two changes', secret: 5, at: 3, and: 7 },
  ])('leaves out a secret line $name, and is applied by git', ({ secret, at, and }) => {
    const lines = Array.from({ length: 10 }, (_, line) =>
      line === secret ? 'hunter2' : `l${line}`,
    )
    const before = `${lines.join('\n')}\n`
    const changed = lines.flatMap((text, line) =>
      line === at || line === and ? ['new', text] : text,
    )
    const after = `${changed.join('\n')}\n`
    const { text, withheld } = discreetDiff('a.yaml', before, after, new Set([secret]))
    expect(withheld).toEqual([])
    expect(text).not.toContain('hunter2')
    expect(applied('a.yaml', before, text)).toBe(after)
  })

  it('withholds a change of a secret line, and what it shows is applied without it', () => {
    const lines = Array.from({ length: 30 }, (_, line) => (line === 9 ? 'hunter2' : `l${line}`))
    const before = `${lines.join('\n')}\n`
    const after = before.replace('hunter2\n', 'hunter2?tls\nmore\n').replace('l20\n', 'new\n')
    const { text, withheld } = discreetDiff('a.yaml', before, after, new Set([9]))
    expect(withheld).toEqual([10])
    expect(text).not.toContain('hunter2')
    expect(applied('a.yaml', before, text)).toBe(before.replace('l20\n', 'new\n'))
  })

  it('says when the last line has no break', () => {
    expect(unifiedDiff('a.yaml', 'a', 'a\nb')).toBe(
      '--- a/a.yaml\n+++ b/a.yaml\n@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n',
    )
  })

  it('is empty when nothing changed', () => {
    expect(unifiedDiff('a.yaml', 'a\n', 'a\n')).toBe('')
  })
})
