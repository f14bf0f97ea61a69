import { expect, it } from 'vitest'
import { readYaml } from './read-yaml.ts'

// More often than a shape is met before it has a maker.
const OFTEN = 300

it.each([
  { name: 'plain keys', text: 'a: 1\nb: 2\n' },
  {
    name: 'keys that look like code',
    text: '"]: 0}; throw 1 //": 1\n"\\"+x+\\"": 2\n"${a}`": 3\n',
  },
  { name: 'keys with line breaks', text: '"a\\nb": 1\n"\\L\\P": 2\n"\\\\": 3\n' },
  { name: 'the key that an object inherits', text: 'a: 1\n__proto__: {b: 2}\nc: 3\n' },
  { name: 'names of inherited members', text: 'constructor: 1\nhasOwnProperty: 2\ntoString: 3\n' },
  { name: 'integers as keys', text: 'b: 1\n10: 2\n2: 3\na: 4\n' },
  { name: 'a key given twice', text: 'a: 1\nb: 2\na: 3\nb: 4\nc: 5\n' },
  { name: 'merged keys', text: 'a: &x {b: 1, c: 2}\nd:\n  c: 3\n  <<: *x\n  b: 4\n  e: 5\n' },
  { name: 'a merge key in quotes', text: 'a: 1\n"<<": 2\nc: 3\n' },
  { name: 'white space before a colon', text: 'a : 1\nb  : 2\n' },
  { name: 'a key and no value', text: 'a:\nb:\nc: 1\n' },
  { name: 'more members than a shape may have', text: members(60) },
])('reads a document of $name hundreds of times like the first time', ({ text }) => {
  const { documents, faults } = read(Array(OFTEN).fill(text).join('---\n'))
  const [first] = documents
  expect(documents.length).toBe(OFTEN)
  for (const { value } of documents) {
    expect(value).toStrictEqual(first?.value)
    expect(keysOf(value)).toEqual(keysOf(first?.value))
  }
  expect(faults.length).toBe(OFTEN * read(text).faults.length)
})

it.each([
  { name: 'a word in quotes', first: '"on"', later: 'on', key: 'true' },
  { name: 'a word without', first: 'on', later: '"on"', key: 'on' },
  { name: 'a number in quotes', first: '"010"', later: '010', key: '8' },
  { name: 'a colon in quotes', first: '"b: c"', later: 'b', key: 'b' },
  { name: 'a longer key', first: 'ab', later: 'a', key: 'a' },
  { name: 'a shorter key', first: 'a', later: 'ab', key: 'ab' },
  { name: 'a merge key in quotes', first: '"<<"', later: 'a', key: 'a' },
])('does not take another key for the one it expects after $name', ({ first, later, key }) => {
  const { documents } = read(`${`x: 1\n${first}: 2\n---\n`.repeat(OFTEN)}x: 1\n${later}: 3\n`)
  expect(documents.at(-1)?.value).toStrictEqual({ x: 1, [key]: 3 })
})

it('does not end a key at a colon that no white space follows', () => {
  const { documents } = read(`${'x: 1\nb: 2\n---\n'.repeat(OFTEN)}x: 1\nb:c: 3\n`)
  expect(documents.at(-1)?.value).toStrictEqual({ x: 1, 'b:c': 3 })
})

it('reads more shapes than it remembers', () => {
  const texts = Array.from({ length: 6000 }, (_, index) => `a${index}: 1\nb${index}: 2\n`)
  const { documents } = read([...texts, ...texts].join('---\n'))
  expect(documents.map(({ value }) => value)).toStrictEqual(
    [...texts, ...texts].map((_, at) => ({ [`a${at % 6000}`]: 1, [`b${at % 6000}`]: 2 })),
  )
})

function read(text: string): ReturnType<typeof readYaml> {
  return readYaml({ file: 'a.yaml', text })
}

function members(count: number): string {
  return Array.from({ length: count }, (_, index) => `k${index}: ${index}\n`).join('')
}

function keysOf(value: unknown): readonly string[] {
  return Object.keys(Object(value))
}
