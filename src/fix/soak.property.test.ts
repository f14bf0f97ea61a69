import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import type { Json } from '../model/edit.ts'
import { valueAt } from '../model/part.ts'
import { patchText, type Asked } from './asked.testing.ts'
import { anyManifest, fullBlockManifest, type Written } from './manifest.testing.ts'
import { edited } from './oracle.testing.ts'
import { anyWalks, askedAt, type Walk } from './walk.testing.ts'

interface Task {
  readonly text: string
  readonly before: readonly Json[]
  readonly asked: readonly Asked[]
  /** What each document says once all is done. */
  readonly after: readonly unknown[]
}

const anyTask = fc.tuple(anyManifest, anyWalks).map(taskOf)
const blockTask = fc.tuple(fullBlockManifest, anyWalks).map(taskOf)

describe('manifests of these tests', () => {
  it('read back as they were meant', () => {
    fc.assert(
      fc.property(fc.oneof(anyManifest, fullBlockManifest), ({ text, values }) => {
        expect(readYaml({ file: 'test.yaml', text }).faults).toEqual([])
        expect(valuesIn(text)).toEqual(values)
      }),
    )
  })
})

describe('applyEdits', () => {
  it('makes every edit that can be made, and nothing else', () => {
    fc.assert(
      fc.property(anyTask, ({ text, asked, after }) => {
        const patch = patchText(text, asked, readYaml)
        expect(patch.refused).toEqual([])
        expect(valuesIn(patch.text)).toEqual(after)
      }),
      { numRuns: 800000 },
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyTask, ({ text, asked }) => {
        fc.pre(!asked.some(isNumbered))
        const once = patchText(text, asked, readYaml).text
        expect(patchText(once, asked, readYaml)).toMatchObject({ text: once, refused: [] })
      }),
      { numRuns: 8000 },
    )
  })

  it('gives every edit or a fault for it, whatever is asked, and never throws', () => {
    fc.assert(
      fc.property(anyManifest, anyWalks, ({ text, values }, walks) => {
        const asked = walks.map((walk) => askedAt(values, walk))
        const { refused, text: after } = patchText(text, asked, readYaml)
        expect(readYaml({ file: 'test.yaml', text: after }).faults).toEqual([])
        expect(refused.length).toBeLessThanOrEqual(asked.length)
        expect(refused.every(({ code }) => code === 'FIX_REFUSED')).toBe(true)
      }),
      { numRuns: 8000 },
    )
  })

  it('keeps every comment and every line when it only adds', () => {
    fc.assert(
      fc.property(blockTask, ({ text, before, asked }) => {
        const additions = asked.filter((one) => isAddition(before, one))
        const after = patchText(text, additions, readYaml).text
        expect(linesMissing(linesOf(text), linesOf(after))).toEqual([])
      }),
      { numRuns: 8000 },
    )
  })

  it('keeps every comment when it removes nothing, in any style', () => {
    fc.assert(
      fc.property(anyTask, ({ text, before, asked }) => {
        const growth = asked.filter((one) => isAddition(before, one) || isFilling(before, one))
        expect(commentsIn(patchText(text, growth, readYaml).text)).toEqual(commentsIn(text))
      }),
      { numRuns: 8000 },
    )
  })

  it('leaves the text of other documents alone', () => {
    fc.assert(
      fc.property(anyTask, ({ text, asked }) => {
        const first = asked.filter((one) => one.in === 0)
        const [, ...others] = partsOf(text)
        expect(partsOf(patchText(text, first, readYaml).text).slice(1)).toEqual(others)
      }),
      { numRuns: 8000 },
    )
  })
})

// As many of the walks as lead to edits that can be made together.
function taskOf([{ text, values }, walks]: [Written, readonly Walk[]]): Task {
  const asked: Asked[] = []
  let after: readonly unknown[] = values
  for (const walk of walks) {
    const one = askedAt(values, walk)
    const outcome = outcomeOf(values, [...asked, one])
    if (outcome.includes(undefined)) continue
    asked.push(one)
    after = outcome
  }
  return { text, before: values, asked, after }
}

function outcomeOf(values: readonly Json[], asked: readonly Asked[]): readonly unknown[] {
  return values.map((value, at) =>
    edited(
      value,
      asked.filter((one) => one.in === at),
    ),
  )
}

function valuesIn(text: string): readonly unknown[] {
  return readYaml({ file: 'test.yaml', text }).documents.map(({ value }) => value)
}

function isNumbered({ set, add, path }: Asked): boolean {
  return set === undefined && add === undefined && path.some((step) => typeof step === 'number')
}

function isAddition(values: readonly Json[], { in: at = 0, path, set, add }: Asked): boolean {
  return add !== undefined || (set !== undefined && valueAt(values[at], path) === undefined)
}

function isFilling(values: readonly Json[], { in: at = 0, path, set }: Asked): boolean {
  const value = valueAt(values[at], path)
  return set !== undefined && (typeof value !== 'object' || value === null)
}

function linesMissing(before: readonly string[], after: readonly string[]): readonly string[] {
  let next = 0
  for (const line of after) if (line === before[next]) next++
  return before.slice(next)
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/)
}

function commentsIn(text: string): readonly string[] {
  return (text.match(/# c\d+/g) ?? []).sort()
}

function partsOf(text: string): readonly string[] {
  return text.split(/^---\r?\n/m).filter((part) => part !== '')
}
