import { describe, expect, it } from 'vitest'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import { appendObject } from '../model/edit.ts'
import { partOf } from '../model/part.ts'
import { applyEdits, type Patch } from './apply.ts'

const QUOTA = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'pods' },
  spec: { hard: { pods: '10' } },
}
const LINES = [
  '---',
  'apiVersion: v1',
  'kind: ResourceQuota',
  'metadata:',
  '  name: pods',
  'spec:',
  '  hard:',
  '    pods: "10"',
  '',
]

describe('an added object', () => {
  it.each([
    { name: 'a file', text: 'kind: Namespace # shop\n', head: 'kind: Namespace # shop\n' },
    { name: 'one without a last line break', text: 'kind: A', head: 'kind: A\n' },
    { name: 'one that ends in a marker', text: 'kind: A\n---\n', head: 'kind: A\n---\n' },
    { name: 'one that ends in an open text', text: 'a: |+\n  b\n\n', head: 'a: |+\n  b\n\n' },
    { name: 'JSON among YAML', text: '{"a": 1}\n---\nb: 2\n', head: '{"a": 1}\n---\nb: 2\n' },
  ])('stands behind all others of $name', ({ text, head }) => {
    expect(appended(text)).toMatchObject({ text: head + LINES.join('\n'), refused: [] })
  })

  it('has the line ends of its file', () => {
    expect(appended('kind: A\r\n').text).toBe(`kind: A\r\n${LINES.join('\r\n')}`)
  })

  it('is added once, however often it is wanted', () => {
    expect(appended('kind: A\n', 3).text).toBe(`kind: A\n${LINES.join('\n')}`)
  })

  it('is refused by a file of JSON, which stays as it is', () => {
    const patch = appended('{"kind": "A"}\n')
    expect(patch.text).toBe('{"kind": "A"}\n')
    expect(patch.refused.map(({ code }) => code)).toEqual(['FIX_REFUSED'])
  })
})

function appended(text: string, times = 1): Patch {
  const source = { file: 'a.yaml', text }
  const [document] = readYaml(source).documents
  if (document === undefined) throw new Error('The example holds nothing.')
  const part = partOf(document, [], document.value)
  const edits = Array.from({ length: times }, () => appendObject(part, QUOTA))
  return applyEdits(document.source, edits, readYaml)
}
