import { expect, it } from 'vitest'
import { splitDocuments } from './split-documents.ts'

it.each([
  { name: 'one document', text: 'a: 1\n', pieces: ['a: 1\n'] },
  { name: 'nothing', text: '', pieces: [] },
  { name: 'markers', text: 'a\n---\nb\n---\n', pieces: ['a\n', '---\nb\n', '---\n'] },
  { name: 'a marker at once', text: '---\na\n--- b\n', pieces: ['---\na\n', '--- b\n'] },
  { name: 'a marker at the end', text: 'a\n---', pieces: ['a\n', '---'] },
  { name: 'a comment behind the dashes', text: 'a\n---# b\nc\n', pieces: ['a\n', '# b\nc\n'] },
  { name: 'no marker', text: 'a\n---b\n ---\n----\n', pieces: ['a\n---b\n ---\n----\n'] },
  { name: 'markers in literals', text: 'a: |\n---\n  ---\n', pieces: ['a: |\n', '---\n  ---\n'] },
  { name: 'end markers', text: 'a\n...\nb\n', pieces: ['a\n', '\nb\n'] },
  {
    name: 'end markers before start markers',
    text: 'a\n...\n---\nb',
    pieces: ['a\n', '\n', '---\nb'],
  },
  { name: 'directives', text: '%YAML 1.1\n# a\n---\nb\n', pieces: ['%YAML 1.1\n# a\n---\nb\n'] },
  {
    name: 'directives of a later document',
    text: 'a\n...\n%TAG ! b\n---\nc\n---\nd\n',
    pieces: ['a\n', '\n%TAG ! b\n---\nc\n', '---\nd\n'],
  },
  { name: 'windows lines', text: 'a\r\n---\r\nb\r\n', pieces: ['a\r\n', '---\r\nb\r\n'] },
  { name: 'a byte order mark', text: '\ufeff---\na\n', pieces: ['---\na\n'] },
  {
    name: 'a byte order mark of a later document',
    text: 'a\n---\n\ufeffb\n--- c\n\ufeffd\n',
    pieces: ['a\n', 'b\n', '--- c\n\ufeffd\n'],
  },
  { name: 'an end marker behind a byte order mark', text: '\ufeff...\na\n', pieces: ['', '\na\n'] },
])('cuts $name', ({ text, pieces }) => {
  expect(splitDocuments(text).map(({ start, end }) => text.slice(start, end))).toEqual(pieces)
})
