import { describe, expect, it } from 'vitest'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import { partOf, type Reader } from './part.ts'
import { formatPath, spotOf } from './place.ts'

const TEXT = `spec:
  image: web
  empty: null
  guess: "\${TAG}"
  nested:
    deeper: 3
  list:
    - one
    - "{{ .Values.two }}"
`

describe('get', () => {
  it.each([
    { name: 'gives a scalar', path: ['spec', 'image'], value: 'web', resolved: true },
    { name: 'gives a nested field', path: ['spec', 'nested', 'deeper'], value: 3, resolved: true },
    { name: 'gives a member of a list', path: ['spec', 'list', 0], value: 'one', resolved: true },
    { name: 'marks a placeholder', path: ['spec', 'guess'], value: '${TAG}', resolved: false },
  ])('$name', ({ path, value, resolved }) => {
    expect(root().get(...path)).toMatchObject({ value, resolved })
  })

  it('takes a null for absent, as the API server drops it', () => {
    expect(root().get('spec', 'empty')).toBeUndefined()
  })

  it('does not look below a placeholder, but tells that it hides the field', () => {
    const field = root().get('spec', 'guess', 'privileged')
    expect(field).toMatchObject({ value: undefined, resolved: false })
    expect(formatPath(field?.place.path ?? [])).toBe('spec.guess')
  })

  it('knows no inherited names', () => {
    expect(root().get('constructor')).toBeUndefined()
    expect(root().get('spec', 'toString')).toBeUndefined()
  })
})

describe('places', () => {
  it('stand at the key of a field', () => {
    expect(spotOf(root().at('spec', 'nested', 'deeper'))).toMatchObject({ line: 6, column: 5 })
  })

  it('stand at the nearest enclosing field when a field is not written', () => {
    const place = root().at('spec', 'nested', 'absent', 'below')
    expect(spotOf(place)).toMatchObject({ line: 5, column: 3 })
    expect(formatPath(place.path)).toBe('spec.nested.absent.below')
  })

  it('give the bytes of the value', () => {
    const { start, end } = spotOf(root().at('spec', 'image'))
    expect(TEXT.slice(start, end)).toBe('web')
  })
})

describe('list', () => {
  it('gives the members with their places', () => {
    const members = root().list('spec', 'list')
    expect(members.map(({ resolved }) => resolved)).toEqual([true, false])
    expect(members.map(({ place }) => spotOf(place).line)).toEqual([8, 9])
  })

  it('is empty for what is no list', () => {
    expect(root().list('spec', 'image')).toEqual([])
  })
})

describe('formatPath', () => {
  it.each([
    { path: ['spec', 'containers', 0, 'image'], text: 'spec.containers[0].image' },
    { path: ['metadata', 'labels', 'a.b/c'], text: 'metadata.labels["a.b/c"]' },
    { path: [], text: '' },
  ])('writes $text', ({ path, text }) => {
    expect(formatPath(path)).toBe(text)
  })
})

function root(): Reader {
  const [document] = readYaml({ file: 'a.yaml', text: TEXT }).documents
  if (document === undefined) throw new Error('The example does not parse.')
  return partOf(document, [], document.value)
}
