import { expect, it } from 'vitest'
import { resolveTagged } from './resolve-tagged.ts'

it.each([
  { tag: 'str', text: '1', value: '1' },
  { tag: 'int', text: '0644', value: 420 },
  { tag: 'int', text: '1.5', value: undefined },
  { tag: 'float', text: '1', value: 1 },
  { tag: 'float', text: '18446744073709551615', value: undefined },
  { tag: 'bool', text: 'yes', value: true },
  { tag: 'bool', text: '1', value: undefined },
  { tag: 'null', text: '~', value: null },
  { tag: 'null', text: 'a', value: undefined },
  { tag: 'binary', text: 'aGk=\n', value: 'hi' },
  { tag: 'binary', text: 'aGk', value: undefined },
  { tag: 'timestamp', text: '2020-01-31', value: '2020-01-31' },
  { tag: 'timestamp', text: '2020-02-30', value: undefined },
  { tag: 'timestamp', text: '2001-12-14t21:59:43.10-05:00', value: '2001-12-14t21:59:43.10-05:00' },
  { tag: 'set', text: 'a', value: 'a' },
])('reads !!$tag $text as $value', ({ tag, text, value }) => {
  expect(resolveTagged(`tag:yaml.org,2002:${tag}`, text)).toBe(value)
})

it('leaves what has a tag of its own a text', () => {
  expect(resolveTagged('!Ref', '1')).toBe('1')
})
