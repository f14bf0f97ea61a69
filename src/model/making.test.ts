import { describe, expect, it } from 'vitest'
import type { Document } from './document.ts'
import { CERTAINTY, type Making } from './making.ts'
import { deciderOf, fileOf, spotOf } from './place.ts'

// `a: 1` of a template whose value line 2 of a values file decides, and `b: 2` of a patch.
const TEMPLATE = { file: 'templates/a.yaml', text: '# made\na: {{ .Values.a }}\n' }
const PATCH = { file: 'patch.yaml', text: 'b: 2\n' }
const VALUES = { file: 'values.yaml', text: '# none\na: 1\n' }
const MAKING: Making = {
  via: { maker: 'helm', target: 'chart', inputs: ['values.yaml'] },
  sources: [TEMPLATE, PATCH],
  sourceOf: Uint16Array.of(0, 0, 1),
  certainty: Uint8Array.of(CERTAINTY.line, CERTAINTY.line, CERTAINTY.verbatim),
  deciders: [{ source: VALUES, start: 10, end: 11 }],
  deciderOf: Int32Array.of(-1, 0, -1),
}
const DOCUMENT: Document = {
  source: TEMPLATE,
  layout: {
    keys: ['', 'a', 'b'],
    offsets: Int32Array.of(-1, 7, 27, 3, 7, 10, 25, 2, 0, 3, 4, 3),
  },
  node: 0,
  value: { a: 1, b: 2 },
  making: MAKING,
}

describe('a made object', () => {
  it('stands where each of its fields came from', () => {
    expect(spotOf({ document: DOCUMENT, path: ['a'] })).toMatchObject({
      file: 'templates/a.yaml',
      line: 2,
      column: 1,
    })
    expect(spotOf({ document: DOCUMENT, path: ['b'] })).toMatchObject({
      file: 'patch.yaml',
      line: 1,
      start: 3,
    })
    expect(fileOf({ document: DOCUMENT, path: ['b'] })).toBe('patch.yaml')
  })

  it('tells what decided a value, and nothing of a field that is not written', () => {
    expect(deciderOf({ document: DOCUMENT, path: ['a'] })).toMatchObject({
      file: 'values.yaml',
      line: 2,
      column: 4,
    })
    expect(deciderOf({ document: DOCUMENT, path: ['b'] })).toBeUndefined()
    expect(deciderOf({ document: DOCUMENT, path: ['a', 'below'] })).toBeUndefined()
  })
})
