import { expect, it } from 'vitest'
import { locate, spanOf, type Path } from '../../model/document.ts'
import { DEFAULT_YAML_LIMITS } from './limits.ts'
import { readYaml } from './read-yaml.ts'

it('gives the documents of a file with their places', () => {
  const text = '---\nkind: Pod\nspec:\n  hostPID: yes\n---\n# nothing\n---\nkind: Service\n'
  const { documents, faults } = read(text)
  expect(faults).toEqual([])
  expect(documents.map(({ value }) => value)).toEqual([
    { kind: 'Pod', spec: { hostPID: true } },
    { kind: 'Service' },
  ])
  expect(written(text, 0, ['spec', 'hostPID'])).toBe('yes')
  expect(written(text, 1, ['kind'])).toBe('Service')
})

it.each([
  { name: 'a plain text', text: 'a: b c  # d\n', path: ['a'], span: 'b c' },
  { name: 'a plain text of two lines', text: 'a: b\n  c\nd: e\n', path: ['a'], span: 'b\n  c' },
  { name: 'quotes', text: 'a: "b\\n" # c\n', path: ['a'], span: '"b\\n"' },
  { name: 'a list in brackets', text: 'a: [b, {c: d}] \n', path: ['a'], span: '[b, {c: d}]' },
  { name: 'a value in brackets', text: 'a: [b, {c: d}] \n', path: ['a', 1, 'c'], span: 'd' },
  { name: 'a list', text: 'a:\n- b\n-  c\n\nd: e\n', path: ['a'], span: '- b\n-  c' },
  { name: 'an item', text: 'a:\n- b\n-  c\n\nd: e\n', path: ['a', 1], span: 'c' },
  { name: 'a mapping', text: 'a:\n  b: c\n  d:\n# e\n', path: ['a'], span: 'b: c\n  d:' },
  { name: 'a literal', text: 'a: |\n  b\n\n  c\n\nd: e\n', path: ['a'], span: '|\n  b\n\n  c' },
  { name: 'a kept literal', text: 'a: |+\n  b\n\nd: e\n', path: ['a'], span: '|+\n  b\n' },
  { name: 'an empty literal', text: 'a: |- # b\nd: e\n', path: ['a'], span: '|-' },
  { name: 'nothing', text: 'a:  \nb: c\n', path: ['a'], span: '' },
  { name: 'an anchored value', text: 'a: &x b\nc: *x\n', path: ['a'], span: 'b' },
  { name: 'an alias, where its anchor is', text: 'a: &x b\nc: *x\n', path: ['c'], span: 'b' },
  { name: 'a merged key', text: 'a: &x {b: c}\nd:\n  <<: *x\n', path: ['d', 'b'], span: 'c' },
  { name: 'a tagged value', text: 'a: !!str 1\n', path: ['a'], span: '1' },
  { name: 'a value after a byte order mark', text: '\ufeffa: b\n', path: ['a'], span: 'b' },
  { name: 'windows lines', text: 'a: b\r\nc:\r\n  d: e\r\n', path: ['c'], span: 'd: e' },
])('knows where $name stands', ({ text, path, span }) => {
  expect(written(text, 0, path)).toBe(span)
})

it('puts what is not written right behind its colon or dash', () => {
  const [document] = read('a:   # b\nc: \n').documents
  expect(document?.layout.offsets).toEqual(
    // The root, then `a` and `c`: key, start, end, next.
    Int32Array.from([-1, 0, 11, 3, 0, 2, 2, 2, 9, 11, 11, 3]),
  )
})

it('keeps one table for all documents of a file', () => {
  const { documents } = read('a: 1\n---\nb: 2\n')
  expect(documents.map(({ node }) => node)).toEqual([0, 2])
  expect(documents[0]?.layout).toBe(documents[1]?.layout)
  expect(documents[0]?.layout.keys).toEqual(['', 'a', '', 'b'])
})

it('reads the other documents when one is broken', () => {
  const { documents, faults } = read('a: 1\n---\nb: [\n---\nc: 3\n')
  expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { c: 3 }])
  expect(documents.map(({ node }) => node)).toEqual([0, 2])
  expect(faults.map(({ code, at }) => ({ code, at }))).toEqual([
    { code: 'INTAKE_YAML', at: 'a.yaml:4:1' },
  ])
})

it.each([
  { name: 'a tab', text: 'a:\n\tb: c\n', at: '2:1', says: /^A tab stands where YAML wants spaces/ },
  { name: 'a second colon', text: 'a: b: c\n', at: '1:4', says: /second "key:"/ },
  { name: 'an open quote', text: 'a: "b\n', at: '2:1', says: /missing: a colon, comma, quote/ },
  { name: 'a template', text: 'a:\n{{ if .x }}\n', at: '2:1', says: /template expression/ },
  { name: 'a template in a value', text: 'a: {{ .x }}\n', at: '1:5', says: /template expression/ },
  { name: 'an unknown alias', text: 'a: *b\n', at: '1:4', says: /\*b refers to an anchor/ },
  { name: 'a null key', text: 'a: 1\n~: b\n', at: '2:1', says: /key is empty or null/ },
  { name: 'an infinite number', text: 'a: .inf\n', at: '1:4', says: /infinite/ },
  { name: 'a control character', text: 'a: b\n# \u0007\n', at: '2:3', says: /U\+0007/ },
  { name: 'an old line break', text: 'a: b\u2028c\n', at: '1:5', says: /U\+2028/ },
  { name: 'a wrong tag', text: 'a: !!int b\n', at: '1:10', says: /type that its tag/ },
  { name: 'a directive of 1.2', text: '%YAML 1.2\n---\na: b\n', at: '1:1', says: /%YAML 1\.1/ },
  { name: 'half a character', text: 'a: "\\ud83d"\n', at: '1:5', says: /surrogate/ },
  { name: 'a slash in an escape', text: 'a: "\\/"\n', at: '1:5', says: /escapes a slash/ },
  { name: 'a text after the value', text: '"a"\n"b"\n', at: '2:1', says: /only value has ended/ },
  { name: 'a stray bracket', text: ']\n', at: '1:1', says: /cannot follow/ },
])('says what is wrong and where: $name', ({ text, at, says }) => {
  const { documents, faults } = read(text)
  expect(documents).toEqual([])
  expect(faults.map((fault) => fault.at)).toEqual([`a.yaml:${at}`])
  expect(faults[0]?.message).toMatch(says)
  expect(faults[0]?.remedy).not.toBe('')
})

it('reports a key that is given twice, and takes its last value', () => {
  const { documents, faults } = read('a: 1\nb: 2\na: 3\n')
  expect(documents[0]?.value).toEqual({ a: 3, b: 2 })
  expect(written('a: 1\nb: 2\na: 3\n', 0, ['a'])).toBe('3')
  expect(faults.map(({ code, at }) => `${code} ${at}`)).toEqual(['INTAKE_DUPLICATE_KEY a.yaml:3:1'])
})

it('does not report a key that overrides a merged one', () => {
  expect(read('a: &x {b: 1}\nc:\n  <<: *x\n  b: 2\n').faults).toEqual([])
  expect(read('a: &x {b: 1}\nc: {<<: *x, b: 2, b: 3}\n').faults).toHaveLength(1)
})

it('does not take inherited names for keys that were given before', () => {
  const { documents, faults } = read('constructor: 1\ntoString: 2\n__proto__: {polluted: yes}\n')
  expect(faults).toEqual([])
  expect(Object.keys(Object(documents[0]?.value))).toEqual(['constructor', 'toString', '__proto__'])
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

it('finds keys that JavaScript puts in another order', () => {
  const text = '80: a\n9: b\nz: c\n'
  expect(read(text).documents[0]?.layout.keys).toEqual(['', '80', '9', 'z'])
  expect(written(text, 0, ['9'])).toBe('b')
})

it('gives integers beyond 2^53 exactly', () => {
  const { documents } = read('- 9007199254740991\n- 9007199254740993\n- 18446744073709551616\n')
  expect(documents[0]?.value).toEqual([9007199254740991, 9007199254740993n, 18446744073709552000])
})

it('reads JSON by its own rules, and several objects in one file', () => {
  const { documents, faults } = read('{"a": "\\ud83d\\ude00\\/"}\n{"b"\n:[1]}')
  expect(faults).toEqual([])
  expect(documents.map(({ value }) => value)).toEqual([{ a: '😀/' }, { b: [1] }])
})

it.each([
  { name: 'lists', text: '- '.repeat(10_000) },
  { name: 'lists in brackets', text: '['.repeat(10_000) },
  { name: 'mappings in brackets', text: '{a: '.repeat(10_000) },
  { name: 'mappings', text: nested(600, 'a:') },
  { name: 'complex keys', text: '? '.repeat(10_000) },
  { name: 'lists in brackets behind a tag', text: `!x ${'['.repeat(10_000)}` },
  { name: 'mappings behind a tag', text: `!x\n${nested(600, 'a:')}` },
])('refuses $name inside one another without end', ({ text }) => {
  const { documents, faults } = read(text)
  expect(documents).toEqual([])
  expect(faults.map(({ code }) => code)).toEqual(['INTAKE_TOO_DEEP'])
})

it.each([
  { name: 'by the fast reader', text: nested(500, 'a:') },
  { name: 'by the library', text: `!x\n${nested(500, 'a:')}` },
])('reads as many levels as the limit allows, $name', ({ text }) => {
  expect(read(text).faults).toEqual([])
})

it.each([
  { name: 'by the fast reader', text: bomb('') },
  { name: 'by the library', text: bomb('!x ') },
])('refuses an alias bomb, $name', ({ text }) => {
  const { documents, faults } = read(text)
  expect(documents).toEqual([])
  expect(faults.map(({ code }) => code)).toEqual(['INTAKE_ALIASES'])
})

it('refuses an alias inside the value that it repeats', () => {
  expect(read('a: &x\n  b: *x\n').faults.map(({ code }) => code)).toEqual(['INTAKE_ALIASES'])
})

it.each([
  { name: 'by the fast reader', text: '[1, 2, 3, [4]]' },
  { name: 'by the library', text: '!x [1, 2, 3, [4]]' },
])('refuses more nodes than the limit, $name', ({ text }) => {
  const limits = { ...DEFAULT_YAML_LIMITS, maxNodes: 4 }
  const { documents, faults } = readYaml({ file: 'a.yaml', text }, limits)
  expect(documents).toEqual([])
  expect(faults.map(({ code }) => code)).toEqual(['INTAKE_TOO_MANY'])
})

it('reads a million keys', () => {
  const text = Array.from({ length: 1_000_000 }, (_, index) => `k${index}: ${index}\n`).join('')
  const { documents, faults } = readYaml({ file: 'a.yaml', text })
  expect(faults).toEqual([])
  expect(documents[0]?.layout.keys).toHaveLength(1_000_001)
  expect(Reflect.get(Object(documents[0]?.value), 'k999999')).toBe(999_999)
})

function read(text: string) {
  return readYaml({ file: 'a.yaml', text })
}

function written(text: string, index: number, path: Path): string | undefined {
  const document = read(text).documents[index]
  if (document === undefined) return undefined
  const { node, depth } = locate(document, path)
  if (depth !== path.length) return undefined
  const { start, end } = spanOf(document.layout, node)
  return text.slice(start, end)
}

function nested(levels: number, line: string): string {
  return Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}${line}\n`).join('')
}

function bomb(tag: string): string {
  const lines = [`a0: ${tag}&a0 [${'x, '.repeat(9)}]\n`]
  for (let level = 1; level <= 6; level++) {
    lines.push(`a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]\n`)
  }
  return lines.join('')
}
