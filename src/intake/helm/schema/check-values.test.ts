import { describe, expect, it } from 'vitest'
import { estateOf, objectsIn } from '../../estate.testing.ts'
import { DEFAULT_INPUTS } from '../chart-inputs.ts'

const CHART = {
  'Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'templates/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
  'values.yaml': 'image:\n  # Which one.\n  tag: 1\nlist: [1, x]\n',
}

function faultsWith(schema: unknown, more: Readonly<Record<string, string>> = {}) {
  const files = { ...CHART, ...more, 'values.schema.json': JSON.stringify(schema) }
  const valueFiles = Object.keys(more)
  const { faults } = estateOf(files, { charts: [{ ...DEFAULT_INPUTS, valueFiles }] })
  return faults.map(({ code, at, message }) => `${code} ${at} ${message}`)
}

const TAG = { properties: { image: { properties: { tag: { type: 'string' } } } } }

describe('values that a schema refuses', () => {
  it.each([
    { name: 'a type', schema: TAG, at: 'values.yaml:3:8', words: '"image.tag" must be string' },
    {
      name: 'a member of a list',
      schema: { properties: { list: { items: { type: 'integer' } } } },
      at: 'values.yaml:4:11',
      words: '"list.1" must be integer',
    },
    {
      name: 'a name that is not known',
      schema: { properties: { image: { additionalProperties: false } } },
      at: 'values.yaml:3:8',
      words: '"image.tag" is not known to the schema',
    },
    {
      name: 'a value that is missing',
      schema: { properties: { image: { required: ['registry'] } } },
      at: 'values.yaml:1:1',
      words: `"image" must have required property 'registry'`,
    },
    {
      name: 'a choice',
      schema: { properties: { image: { properties: { tag: { enum: [2, 3] } } } } },
      at: 'values.yaml:3:8',
      words: '"image.tag" must be equal to one of the allowed values: 2, 3',
    },
    {
      name: 'a bound in the words of draft 4',
      schema: {
        $schema: 'http://json-schema.org/draft-04/schema#',
        properties: { image: { properties: { tag: { minimum: 1, exclusiveMinimum: true } } } },
      },
      at: 'values.yaml:3:8',
      words: '"image.tag" must be > 1',
    },
    { name: 'all of them', schema: { required: ['a'] }, at: 'values.schema.json', words: 'all of' },
  ])('are told with their place: $name', ({ schema, at, words }) => {
    const [fault = '', ...others] = faultsWith(schema)
    expect(others).toEqual([])
    expect(fault).toContain(`INTAKE_RENDER ${at} `)
    expect(fault).toContain(words)
  })

  it('stand in the file that gives them', () => {
    const [fault] = faultsWith(TAG, { 'live.yaml': 'image: {tag: 2}\n' })
    expect(fault).toContain('INTAKE_RENDER live.yaml:1:14')
  })

  it('are none when each fits its own pattern', () => {
    const properties = {
      image: { properties: { tag: { type: 'integer' } } },
      list: { items: { anyOf: [{ pattern: '^[0-9]$' }, { pattern: '^x$' }] } },
    }
    expect(faultsWith({ properties })).toEqual([])
  })

  it('are none when they fit, or when the schema lies in the network', () => {
    expect(faultsWith({ properties: { image: { type: 'object' } } })).toEqual([])
    expect(faultsWith({ $ref: 'https://schemas.example/all.json' })).toEqual([])
    expect(faultsWith(true)).toEqual([])
  })
})

describe('a schema that cannot be checked with', () => {
  const twice = (name: string) => ({
    allOf: [{ $ref: `#/$defs/${name}` }, { $ref: `#/$defs/${name}` }],
  })
  const doubling = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`d${at}`, twice(`d${at + 1}`)]),
  )

  it.each([
    { name: 'one that asks for itself', schema: { $ref: '#' } },
    { name: 'one that doubles', schema: { ...twice('d0'), $defs: { ...doubling, d40: true } } },
    { name: 'one that is none', schema: { type: 'strange' } },
    { name: 'a list', schema: [] },
    { name: 'a pattern that is none', schema: { patternProperties: { '(': true } } },
  ])('ends at once: $name', ({ schema }) => {
    const started = performance.now()
    const [fault = '', ...others] = faultsWith(schema)
    expect(others).toEqual([])
    expect(fault).toContain(
      'INTAKE_CHART values.schema.json The values of the chart cannot be checked',
    )
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('takes no chart with it that has none', () => {
    expect(objectsIn(estateOf(CHART))).toEqual(['templates/a.yaml ConfigMap/a'])
  })
})
