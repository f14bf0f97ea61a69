import { describe, expect, it } from 'vitest'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import type { Path } from '../../model/document.ts'
import type { FieldEdit, Json } from '../../model/edit.ts'
import { editValue } from './edit-value.ts'

const [document] = readYaml({ file: 'a.yaml', text: 'a: 1' }).documents

const at = (...path: Path) => {
  if (document === undefined) throw new Error('The document was not read.')
  return { document, path }
}
const set = (value: Json, ...path: Path): FieldEdit => ({ kind: 'set', place: at(...path), value })
const remove = (...path: Path): FieldEdit => ({ kind: 'remove', place: at(...path) })
const add = (members: readonly Json[], ...path: Path): FieldEdit => ({
  kind: 'add',
  place: at(...path),
  members,
})

describe('editing a value', () => {
  it.each([
    { name: 'sets a field', edits: [set(2, 'a')], after: { a: 2, list: [1, 2, 3] } },
    {
      name: 'makes the mappings on the way',
      edits: [set(true, 'b', 'c')],
      after: { a: { deep: 1 }, list: [1, 2, 3], b: { c: true } },
    },
    {
      name: 'adds members that are not there',
      edits: [add([3, 4], 'list')],
      after: { a: { deep: 1 }, list: [1, 2, 3, 4] },
    },
    {
      name: 'makes a list that is absent',
      edits: [add([1], 'new')],
      after: { a: { deep: 1 }, list: [1, 2, 3], new: [1] },
    },
    {
      name: 'takes away what becomes empty',
      edits: [remove('a', 'deep')],
      after: { list: [1, 2, 3] },
    },
    {
      name: 'takes several members away, whatever their order',
      edits: [remove('list', 0), remove('list', 2)],
      after: { a: { deep: 1 }, list: [2] },
    },
    {
      name: 'sets before it takes away',
      edits: [remove('list', 0), set(9, 'list', 1)],
      after: { a: { deep: 1 }, list: [9, 3] },
    },
    {
      name: 'passes over members that are not there',
      edits: [remove('a', 'other')],
      after: { a: { deep: 1 }, list: [1, 2, 3] },
    },
  ])('$name', ({ edits, after }) => {
    expect(editValue({ a: { deep: 1 }, list: [1, 2, 3] }, edits)).toEqual(after)
  })
})
