import { expect, it } from 'vitest'
import { rootOf, wayOf } from './part.testing.ts'
import { STORED_FORM_CASES } from './stored-form-cases.data.ts'
import { storedForm, type ApiResource } from './stored-form.ts'

it.each(STORED_FORM_CASES)('$asked: $answer, because $why', (example) => {
  const form = storedForm(rootOf(example.configuration), resourceNamed(example.asked))
  expect(form.answer).toBe(example.answer)
  expect(form.writer?.cipher).toBe(example.writer)
  expect(
    form.readers.map(({ cipher, keys }) => [cipher, ...keys.map(({ name }) => name)].join(' ')),
  ).toEqual(example.readers ?? [])
  expect(wayOf(form.place)).toBe(example.at)
})

it('has at least thirty configurations', () => {
  expect(STORED_FORM_CASES.length).toBeGreaterThanOrEqual(30)
})

function resourceNamed(name: string): ApiResource {
  const [resource = '', ...group] = name.split('.')
  return { resource, group: group.join('.') }
}
