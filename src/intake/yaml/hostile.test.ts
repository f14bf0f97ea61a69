import { afterEach, expect, it } from 'vitest'
import { finishLayout, startLayout } from './layout-table.ts'
import { libraryEffort, readByLibrary } from './library.ts'
import { DEFAULT_YAML_LIMITS } from './limits.ts'
import { readYaml } from './read-yaml.ts'

const SIZE = 12_000
// How often a character may be looked at, all in all: a few readings of a document, each with a look behind and ahead.
const LOOKS = 60

const PATTERNS = [
  ['[', '{', '[]', '{}', '{a: ', '[a,', ', ', '- ', '-', 'a: ', 'a:\n', '- a:\n', 'a\n', 'a\n\n'],
  ['"', "'", '"a" ', '"\n', '"  \n', '"\\n', '"\\\n', "''", '|\n', 'a: |\n', '- |\n', '|+\n\n'],
  [
    '&a ',
    '*a ',
    '&a [',
    '! ',
    '!a ',
    '? ',
    '?\n',
    ': ',
    ':',
    '#',
    '# \n',
    ' #\n',
    '\n',
    ' ',
    '  \n',
  ],
  [
    '\t',
    'a: b\n  \t\n',
    '---\n',
    '--- a\n',
    '...\n',
    '%a\n',
    '\r\n',
    '{{ ',
    'a: {{ b }}\n',
    '1',
    '1_',
  ],
  [
    '{"a":1}',
    '{"a": "\\ud83d"}',
    '{"a": "\\/"}',
    'a: &a b\n',
    '- *a\n',
    '<<: *a\n',
    '---\na: 😀\n',
  ],
  ['a: 1\n', 'yes: no\n', '- {\n', ' a\n  b\n', '[b\n  c\n', '0x', '.', '1e', '\ufeff', '😀', 'é'],
  [
    '>\n a\n\n',
    '- "a\n"\n',
    '{"a"\n:',
    '[?',
    '{:',
    '%TAG ! a\n',
    '- - a\n',
    '<<: [*a]\n',
    '!a [',
    '@',
  ],
].flat()
const PREFIXES = ['', 'a: ', '"', "'", '|\n', '>\n  ', '[', 'x: &a {b: c}\ny: &b [*a, *a]\n']

const COUNTED = 'charCodeAt'
const original = Object.getOwnPropertyDescriptor(String.prototype, COUNTED)
afterEach(restore)

it.each(PREFIXES)('looks at each character a few times, whatever comes after %j', (prefix) => {
  for (const pattern of PATTERNS) {
    const text = prefix + pattern.repeat(Math.ceil(SIZE / pattern.length))
    expect([pattern, looksAt(text) < LOOKS * text.length]).toEqual([pattern, true])
  }
})

it.each([
  { name: 'lines that are deeper and deeper', text: staircase('a:') },
  { name: 'blank lines that are longer and longer', text: `a: |\n${staircase('')}b` },
  { name: 'many keys', text: numbered((index) => `key${index}: ${index}\n`) },
  { name: 'many keys in brackets', text: `{${numbered((index) => `key${index}: ${index}, `)}}` },
  { name: 'many anchors', text: numbered((index) => `key${index}: &a${index} ${index}\n`) },
  { name: 'one long key', text: `${'k'.repeat(SIZE)}: 1\n` },
  { name: 'one long line', text: `a: ${'v'.repeat(SIZE)}\n` },
  { name: 'a chain of aliases', text: numbered(chained) },
  { name: 'a chain of merges', text: numbered(merged) },
])('looks at each character a few times in $name', ({ text }) => {
  expect(looksAt(text)).toBeLessThan(LOOKS * text.length)
})

it.each([
  { name: 'tags', text: '- !a b\n'.repeat(200_000) },
  { name: 'complex keys', text: '? a\n'.repeat(300_000) },
  { name: 'errors', text: '- @a\n'.repeat(200_000) },
])('stops the library after its share of a large file of $name', ({ text }) => {
  const effort = libraryEffort(text)
  const task = { text, start: 0, limit: text.length, limits: DEFAULT_YAML_LIMITS, isJson: false }
  startLayout(0)
  const { node, troubles } = readByLibrary(task, effort)
  finishLayout()
  expect(node).toBe(-1)
  expect(troubles.map(({ code }) => code)).toEqual(['INTAKE_TOO_LARGE'])
  expect(effort.lexemes).toBeGreaterThanOrEqual(-1)
})

it('gives a file of many broken documents no more than one document of that size', () => {
  const { documents, faults } = readYaml({
    file: 'a.yaml',
    text: '---\na: !!int b\n'.repeat(60_000),
  })
  expect(documents).toEqual([])
  expect(faults).toHaveLength(60_000)
  expect(faults.at(0)?.code).toBe('INTAKE_YAML')
  expect(faults.at(-1)?.code).toBe('INTAKE_TOO_LARGE')
})

/** How many characters the readers look at one by one; what the engine searches by itself is not counted. */
function looksAt(text: string): number {
  let looks = 0
  Reflect.defineProperty(String.prototype, COUNTED, {
    ...original,
    value(this: string, index: number): number {
      looks++
      return Reflect.apply(original?.value, this, [index])
    },
  })
  readYaml({ file: 'a.yaml', text })
  restore()
  return looks
}

function restore(): void {
  if (original !== undefined) Reflect.defineProperty(String.prototype, COUNTED, original)
}

function staircase(line: string): string {
  return Array.from({ length: 350 }, (_, column) => `${' '.repeat(column)}${line}\n`).join('')
}

function numbered(line: (index: number) => string): string {
  return Array.from({ length: 1000 }, (_, index) => line(index)).join('')
}

function chained(index: number): string {
  return `a${index}: &a${index} {x: ${index === 0 ? 1 : `*a${index - 1}`}}\n`
}

function merged(index: number): string {
  return `a${index}: &a${index} {${index === 0 ? '' : `<<: *a${index - 1}, `}x${index}: 1}\n`
}
