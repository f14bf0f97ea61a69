import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import { memberOf } from '../model/part.ts'
import { atomText, isAtom, isPlain, type Quotes, type Setting } from './scalars.ts'

/** How Kubernetes reads a text as a value, as a member and as a key. */
function readBack(text: string, setting: Setting): readonly unknown[] {
  const written =
    setting === 'block'
      ? `value: ${text}\nlist:\n  - ${text}\nkey:\n  ${text}: 1\n`
      : `{value: ${text}, list: [${text}, 1], key: {${text}: 1}}\n`
  const value = readYaml({ file: 'test.yaml', text: written }).documents[0]?.value
  const list = memberOf(value, 'list')
  return [
    memberOf(value, 'value'),
    memberOf(list, 0),
    ...Object.keys(Object(memberOf(value, 'key'))),
  ]
}

// Words, numbers, dates and punctuation that YAML gives a meaning, in any combination.
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme-ascii' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'0123456789.-+:eExob_, #TZ~=<>|\n\t\'"%@!&*?{}[]a') }),
  fc.string({
    unit: fc.constantFrom('\u0085', '\u2028', '\ufeff', '\u0000', '\u007f', '\u00a0', 'a', ' '),
  }),
  fc.constantFrom(
    'y',
    'No',
    'TRUE',
    'off',
    '~',
    'null',
    'Null',
    '.inf',
    '.NaN',
    '<<',
    '=',
    '-',
    '--',
    '---',
    '...',
    '0x1F',
    '0o7',
    '0b1',
    '1e3',
    '1_000',
    '12:30:45',
    '2020-01-01',
    '1.',
    '.5',
    '+1',
    '-.inf',
    '1.2.3',
    '10m',
    '1Gi',
    '0644',
    '-a',
  ),
)

describe('a text that was written', () => {
  it.each<{ readonly setting: Setting; readonly quotes: Quotes }>([
    { setting: 'block', quotes: 'plain' },
    { setting: 'block', quotes: 'single' },
    { setting: 'block', quotes: 'double' },
    { setting: 'flow', quotes: 'plain' },
    { setting: 'flow', quotes: 'single' },
    { setting: 'flow', quotes: 'double' },
  ])('reads back as the same text: $setting, $quotes', ({ setting, quotes }) => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readBack(atomText(text, setting, quotes), setting)).toEqual([text, text, text])
      }),
      { numRuns: 1000 },
    )
  })
})

it.each([
  'nginx',
  'nginx:1.2.3',
  'registry.example/a/b@sha256:0123',
  '100m',
  '128Mi',
  '1.2.3',
  'a b',
  '/var/run',
  '--flag=a,b',
  'app.kubernetes.io/name',
  'RuntimeDefault',
  'a$(NAME)',
  '10.0.0.0/8',
  '30s',
  'it_is',
])('needs no quotes: %s', (text) => {
  expect(isPlain(text, 'block')).toBe(true)
})

it.each([
  'yes',
  'N',
  '1',
  '1.5',
  '1e3',
  '0x1f',
  '22:22',
  '2020-01-01',
  '',
  ' a',
  'a ',
  'a: b',
  'a:',
  'a #b',
  '#a',
  '*a',
  '&a',
  '!a',
  '- a',
  '{a',
  '[a',
  'a\nb',
  '~',
  '.5',
  '.inf',
  '-1',
  '@a',
  '%a',
  '`a',
  '"a',
  "'a",
  '? a',
  '|',
  '>',
  '---',
  'é',
])('needs quotes: %j', (text) => {
  expect(isPlain(text, 'block')).toBe(false)
})

it.each(['a, b', 'a,b', 'a]', '{{ a }}', 'a b'])('needs quotes in brackets: %s', (text) => {
  expect(isPlain(text, 'flow')).toBe(false)
})

it('writes scalars and empty collections in one piece', () => {
  expect(
    [1, true, null, 'a', [], {}].filter(isAtom).map((value) => atomText(value, 'block')),
  ).toEqual(['1', 'true', 'null', 'a', '[]', '{}'])
  expect([[1], { a: 1 }].some(isAtom)).toBe(false)
})
