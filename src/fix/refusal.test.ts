import { describe, expect, it } from 'vitest'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import { setField } from '../model/edit.ts'
import { applyEdits } from './apply.ts'
import { editOf, patchText, type Asked } from './asked.testing.ts'
import type { Reread } from './trial.ts'

interface Case {
  readonly name: string
  readonly before: string
  readonly edits: readonly Asked[]
  readonly after: string
  readonly at: string
  readonly says: RegExp
}

const SPEC = 'kind: Pod\nspec:\n  a: 1\n  list:\n    - x\n'

describe('an edit is refused', () => {
  it.each<Case>([
    {
      name: 'when an earlier one set another value',
      before: SPEC,
      edits: [
        { path: ['spec', 'b'], set: true },
        { path: ['spec', 'b'], set: false },
      ],
      after: `${SPEC}  b: true\n`,
      at: 'test.yaml:2:1',
      says: /^Another fix wants something else of spec\.b/,
    },
    {
      name: 'when an earlier one wants the value that is there',
      before: SPEC,
      edits: [
        { path: ['spec', 'a'], set: 1 },
        { path: ['spec', 'a'], set: 2 },
      ],
      after: SPEC,
      at: 'test.yaml:3:3',
      says: /^Another fix wants something else of spec\.a/,
    },
    {
      name: 'when an earlier one removes what it writes into',
      before: SPEC,
      edits: [{ path: ['spec', 'list'] }, { path: ['spec', 'list'], add: ['z'] }],
      after: 'kind: Pod\nspec:\n  a: 1\n',
      at: 'test.yaml:4:3',
      says: /^Another fix/,
    },
    {
      name: 'when it removes what an earlier one wrote into',
      before: SPEC,
      edits: [{ path: ['spec', 'c', 'd'], set: 1 }, { path: ['spec', 'c'] }],
      after: `${SPEC}  c:\n    d: 1\n`,
      at: 'test.yaml:2:1',
      says: /^Another fix/,
    },
    {
      name: 'when it sets a whole that lacks what an earlier one set in it',
      before: SPEC,
      edits: [
        { path: ['spec', 'c', 'd'], set: 1 },
        { path: ['spec', 'c'], set: { d: 2 } },
      ],
      after: `${SPEC}  c:\n    d: 1\n`,
      at: 'test.yaml:2:1',
      says: /^Another fix/,
    },
    {
      name: 'when a single value stands in the way',
      before: SPEC,
      edits: [{ path: ['spec', 'a', 'b'], set: 1 }],
      after: SPEC,
      at: 'test.yaml:3:3',
      says: /^The field spec\.a\.b cannot be written: a single value stands in the way\.$/,
    },
    {
      name: 'when it adds to a mapping',
      before: SPEC,
      edits: [{ path: ['spec'], add: [1] }],
      after: SPEC,
      at: 'test.yaml:2:1',
      says: /it is a mapping, not a list/,
    },
    {
      name: 'when it names a field of a list',
      before: SPEC,
      edits: [{ path: ['spec', 'list', 'b'], set: 1 }],
      after: SPEC,
      at: 'test.yaml:4:3',
      says: /a list stands where a mapping is expected/,
    },
    {
      name: 'when it names a member of a mapping',
      before: SPEC,
      edits: [{ path: ['spec', 0], set: 1 }],
      after: SPEC,
      at: 'test.yaml:3:3',
      says: /a mapping stands where a list is expected/,
    },
    {
      name: 'when the list has no such member',
      before: SPEC,
      edits: [
        { path: ['spec', 'list', 1], set: 1 },
        { path: ['spec', 'none', 0], set: 1 },
      ],
      after: SPEC,
      at: 'test.yaml:4:3',
      says: /the list has no such member/,
    },
    {
      name: 'when it would replace a whole object',
      before: SPEC,
      edits: [{ path: [], set: { a: 1 } }],
      after: SPEC,
      at: 'test.yaml:1:1',
      says: /^A whole object/,
    },
    {
      name: 'when it would remove a whole object',
      before: SPEC,
      edits: [{ path: [] }],
      after: SPEC,
      at: 'test.yaml:1:1',
      says: /^A whole object/,
    },
    {
      name: 'when it would change an anchor for all its uses',
      before: '# top\na: &x\n  b: 1\nc: *x\n',
      edits: [
        { path: ['a', 'd'], set: 1 },
        { path: ['e'], set: 2 },
      ],
      after: '# top\na: &x\n  b: 1\nc: *x\ne: 2\n',
      at: 'test.yaml:2:1',
      says: /^The field a\.d is part of an anchor/,
    },
    {
      name: 'when it would change an anchor through its alias',
      before: 'a: &x\n  b: 1\nc: *x\n',
      edits: [{ path: ['c', 'b'], set: 2 }],
      after: 'a: &x\n  b: 1\nc: *x\n',
      at: 'test.yaml:2:3',
      says: /^The field c\.b is part of an anchor/,
    },
    {
      name: 'when it would change what a merge brings in',
      before: 'a: &x\n  b: {c: 1}\nd:\n  <<: *x\n',
      edits: [{ path: ['d', 'b', 'c'], set: 2 }],
      after: 'a: &x\n  b: {c: 1}\nd:\n  <<: *x\n',
      at: 'test.yaml:2:7',
      says: /^The field d\.b\.c is part of an anchor/,
    },
    {
      name: 'when it would remove what a merge brings in',
      before: 'a: &x\n  b: 1\nd:\n  <<: *x\n  e: 2\n',
      edits: [{ path: ['d', 'b'] }],
      after: 'a: &x\n  b: 1\nd:\n  <<: *x\n  e: 2\n',
      at: 'test.yaml:2:3',
      says: /^The field d\.b is part of an anchor/,
    },
    {
      name: 'when a question mark stands before its key',
      before: '? a\n: 1\nb: 2\n---\nb: 1\n',
      edits: [{ path: ['a'] }, { in: 1, path: ['x'], set: 1 }],
      after: '? a\n: 1\nb: 2\n---\nb: 1\nx: 1\n',
      at: 'test.yaml:1:3',
      says: /^The field a could not be removed without touching more/,
    },
  ])('$name', ({ before, edits, after, at, says }) => {
    const patch = patchText(before, edits, readYaml)
    expect(patch.text).toBe(after)
    const [fault] = patch.refused
    expect(fault).toMatchObject({ code: 'FIX_REFUSED', at })
    expect(fault?.message).toMatch(says)
    expect(fault?.remedy).toMatch(/\.$/)
    expect(patch.refused).toHaveLength(edits.some(({ path }) => path[1] === 'none') ? 2 : 1)
  })

  it('names the line of the anchor that it would change', () => {
    const text = '# top\na: &x\n  b: 1\nc: *x\n'
    const [fault] = patchText(text, [{ path: ['c', 'd'], set: 1 }], readYaml).refused
    expect(fault?.remedy).toContain('test.yaml:2 ')
  })
})

describe('edits that agree', () => {
  it.each<{ readonly name: string; readonly edits: readonly Asked[]; readonly value: unknown }>([
    {
      name: 'set a whole and a part of it',
      edits: [
        { path: ['a'], set: { b: 1 } },
        { path: ['a', 'b'], set: 1 },
        { path: ['a', 'c'], set: 2 },
      ],
      value: { a: { b: 1, c: 2 } },
    },
    {
      name: 'set a part and then the whole',
      edits: [
        { path: ['a', 'c'], set: 2 },
        { path: ['a'], set: { b: 1 } },
      ],
      value: { a: { b: 1, c: 2 } },
    },
    {
      name: 'set a list and add to it',
      edits: [
        { path: ['a'], add: [2, 1] },
        { path: ['a'], set: [1] },
      ],
      value: { a: [1, 2] },
    },
    {
      name: 'remove what another writing leaves out',
      edits: [{ path: ['a'], set: { b: 1 } }, { path: ['a', 'c'] }],
      value: { a: { b: 1 } },
    },
  ])('$name', ({ edits, value }) => {
    const patch = patchText('z: 0\n', edits, readYaml)
    expect(patch.refused).toEqual([])
    expect(readYaml({ file: 'test.yaml', text: patch.text }).documents[0]?.value).toEqual({
      z: 0,
      ...Object.entries(value ?? {}).reduce((all, [key, one]) => ({ ...all, [key]: one }), {}),
    })
  })
})

describe('one bad edit', () => {
  const anchor = 'a: &x\n  b: 1\nc: *x\n'
  const good = Array.from({ length: 60 }, (_, at): Asked => ({ path: ['list', at, 'x'], set: at }))
  const many = `${anchor}list:\n${good.map((_, at) => `- n: ${at}\n`).join('')}`

  it('does not hold the others of its document up', () => {
    const bad = { path: ['a', 'z'], set: 1 }
    const patch = patchText(many, [...good.slice(0, 30), bad, ...good.slice(30)], readYaml)
    expect(patch.refused.map(({ at }) => at)).toEqual(['test.yaml:1:1'])
    expect(patch.text.match(/^ {2}x: \d+$/gm)).toHaveLength(60)
  })

  it('is found in a number of readings that grows with the logarithm of the edits', () => {
    let readings = 0
    const counting: Reread = (source) => {
      readings++
      return readYaml(source)
    }
    const bad = [
      { path: ['a', 'z'], set: 1 },
      { in: 1, path: ['a', 'z'], set: 1 },
    ]
    const twice = good.flatMap((edit) => [edit, { ...edit, in: 1 }])
    const patch = patchText(`${many}---\n${many}`, [...twice, ...bad], counting)
    expect(patch.refused).toHaveLength(2)
    expect(readings).toBeLessThan(20)
  })

  it('costs nothing when there is none: the text is read twice', () => {
    const read: string[] = []
    const counting: Reread = (source) => {
      read.push(source.text)
      return readYaml(source)
    }
    const source = { file: 'test.yaml', text: many }
    const [document] = readYaml(source).documents
    const patch = applyEdits(
      source,
      good.map((one) => editOf(document, one)),
      counting,
    )
    expect(read).toEqual([many, patch.text])
  })

  it('is all that is refused when several are bad', () => {
    const bad = [
      { path: ['c', 'y'], set: 1 },
      { path: ['a', 'z'], set: 1 },
    ]
    const patch = patchText(many, [...bad, ...good], readYaml)
    expect(patch.refused).toHaveLength(2)
    expect(patch.text.startsWith(anchor)).toBe(true)
    expect(patch.text.match(/^ {2}x: \d+$/gm)).toHaveLength(60)
  })
})

describe('a text that does not read back as wanted', () => {
  const text = 'a: 1\n---\nb: 2\n'
  const edits = [
    { path: ['x'], set: 1 },
    { in: 1, path: ['x'], set: 1 },
  ]

  it.each<{
    readonly name: string
    readonly spoil: (reading: ReturnType<Reread>) => ReturnType<Reread>
  }>([
    {
      name: 'lacks a document',
      spoil: ({ documents, faults }) => ({ documents: documents.slice(1), faults }),
    },
    {
      name: 'has a document too many',
      spoil: ({ documents, faults }) => ({
        documents: documents.flatMap((one) => [one, one]),
        faults,
      }),
    },
    {
      name: 'has new faults',
      spoil: ({ documents, faults }) => ({
        documents,
        faults: [...faults, { code: 'INTAKE_DUPLICATE_KEY', at: 'x', message: 'm', remedy: 'r' }],
      }),
    },
    {
      name: 'says something else besides',
      spoil: ({ documents, faults }) => ({
        documents: documents.map((document) => ({
          ...document,
          value: { ...Object(document.value), z: 1 },
        })),
        faults,
      }),
    },
  ])('is not kept when it $name', ({ spoil }) => {
    const spoiling: Reread = (source) =>
      source.text === text ? readYaml(source) : spoil(readYaml(source))
    const patch = patchText(text, edits, spoiling)
    expect(patch.text).toBe(text)
    expect(patch.refused).toHaveLength(2)
  })
})

it('takes no edits for another text', () => {
  const [document] = readYaml({ file: 'other.yaml', text: 'a: {b: 1}\n' }).documents
  if (document === undefined) throw new Error('The test has no document.')
  const edit = setField({ document, path: [], value: document.value }, ['a', 'x'], 1)
  expect(() => applyEdits({ file: 'test.yaml', text: 'a: 1\n' }, [edit], readYaml)).toThrow(
    /another text/,
  )
})
