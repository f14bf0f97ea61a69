import { describe, expect, it } from 'vitest'
import { looksLikeObject, mayHoldObjects } from './may-hold-objects.ts'

describe('mayHoldObjects', () => {
  it.each([
    { name: 'in block style', text: 'apiVersion: v1\nkind: Pod\n' },
    { name: 'in JSON on one line', text: '{"kind":"Pod","apiVersion":"v1"}' },
    { name: 'without its apiVersion', text: 'metadata: {}\nkind: Pod\n' },
    { name: 'without its apiVersion, in JSON', text: '{\n  "kind": "Pod"\n}' },
    { name: 'with an escaped key', text: '"api\\x56ersion": v1\n"\\u006bind": Pod\n' },
    { name: 'with a key in base64', text: '!!binary YXBpVmVyc2lvbg==: v1\n' },
  ])('lets an object through $name', ({ text }) => {
    expect(mayHoldObjects(text)).toBe(true)
  })

  it.each([
    { name: 'a compose file', text: 'services:\n  web:\n    image: nginx\n' },
    { name: 'a package', text: '{"name": "web", "keywords": ["kind"]}' },
    { name: 'a pipeline', text: 'jobs:\n  build:\n    steps:\n      - run: echo "a\\tb"\n' },
    { name: 'nothing', text: '' },
  ])('refuses $name', ({ text }) => {
    expect(mayHoldObjects(text)).toBe(false)
  })
})

describe('looksLikeObject', () => {
  it.each([
    { name: 'in block style', text: 'apiVersion: v1\nkind: Pod\n\tx\n' },
    {
      name: 'after a marker, a directive, comments and empty lines',
      text: '%YAML 1.1\n---\n# kind\n\napiVersion: v1\nkind: Pod\n\tx',
    },
    { name: 'indented as a whole', text: '  apiVersion: v1\n  kind: Pod\n' },
    { name: 'with quoted keys', text: '"apiVersion": v1\n\'kind\' : Pod\n' },
    { name: 'in JSON', text: '{\n  "spec": {},\n  "apiVersion": "v1",\n  "kind": "Pod"' },
    { name: 'in braces behind a marker', text: '--- {apiVersion: v1, kind: Pod' },
    { name: 'behind a hole', text: '{{- if .Values.on }}\napiVersion: v1\nkind: Pod\n' },
    { name: 'with a byte order mark', text: '\uFEFFapiVersion: v1\nkind: Pod\n' },
    { name: 'with Windows line ends', text: '---\r\n\r\napiVersion: v1\r\nkind: Pod\r\n' },
  ])('knows an object $name', ({ text }) => {
    expect(looksLikeObject(text)).toBe(true)
  })

  it.each([
    { name: 'an object inside other YAML', text: 'extra:\n  - apiVersion: v1\n    kind: Pod\n\tx' },
    { name: 'an object inside a script', text: 'run: |\n  apiVersion: v1\n  kind: Pod\n' },
    { name: 'a chart', text: 'apiVersion: v2\nname: {{ x }}\n' },
    { name: 'words that are no keys', text: 'apiVersion and\nkind\n' },
    { name: 'nothing but comments', text: '# apiVersion: v1\n# kind: Pod\n' },
  ])('does not take $name for one', ({ text }) => {
    expect(looksLikeObject(text)).toBe(false)
  })
})
