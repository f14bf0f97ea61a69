import { describe, expect, it } from 'vitest'
import type { Fault } from '../base/fault.ts'
import { concerningFaults } from './concerning-faults.ts'
import { configMap } from './estate.testing.ts'
import { gatherObjects } from './gather-objects.ts'
import type { Mishap } from './mishap.ts'
import { readYaml } from './yaml/read-yaml.ts'

const OBJECT = 'apiVersion: v1\nkind: Pod\n'
const OPEN = 'name: "no end\n'

function concerning(text: string, isExpected: boolean): readonly Mishap[] {
  const source = { file: 'x.yaml', text }
  const { documents, faults } = readYaml(source)
  const ours = documents.filter((document) => gatherObjects(document, 8) !== undefined)
  return concerningFaults(source, faults, { isExpected, documents, ours })
}

function codesOf(mishaps: readonly Mishap[]): readonly string[] {
  return mishaps.map(({ unit, fault }) => `${unit} ${fault.code}`)
}

describe('concerningFaults', () => {
  it.each([
    { name: 'alone', text: OBJECT + OPEN },
    { name: 'before another document', text: `${OBJECT}${OPEN}---\n${configMap('x')}` },
    { name: 'before and after other YAML', text: `a: 1\n---\n${OBJECT}${OPEN}---\nb: 1\n` },
    { name: 'in a stream of JSON', text: '{"apiVersion": "v1", "kind": "Pod"}\n{"a": ' },
    { name: 'after an end marker', text: `a: 1\n...\n---\n${OBJECT}${OPEN}...\n` },
  ])('reports a broken object $name', ({ text }) => {
    expect(codesOf(concerning(text, false))).toEqual(['documents INTAKE_YAML'])
  })

  it('reports each broken object', () => {
    const text = `${OBJECT}${OPEN}---\n`.repeat(3)
    expect(codesOf(concerning(text, false))).toHaveLength(3)
  })

  it('reports broken YAML of any other sort only in a file that must be a manifest', () => {
    const text = `a: [\n---\n${configMap('x')}---\n${OPEN}`
    expect(concerning(text, false)).toEqual([])
    expect(codesOf(concerning(text, true))).toEqual([
      'documents INTAKE_YAML',
      'documents INTAKE_YAML',
    ])
  })

  it('reports a key given twice in an object, as something that was examined', () => {
    const twice = 'a: 1\na: 2\n'
    expect(concerning(`${twice}---\n${configMap('x')}---\n${twice}`, true)).toEqual([])
    expect(concerning(`${configMap('x')}--- {a: 1, a: 2}\n`, true)).toEqual([])
    expect(codesOf(concerning(`b: 1\n---\n${configMap('x')}${twice}`, false))).toEqual([
      'nothing INTAKE_DUPLICATE_KEY',
    ])
  })

  it('does not lay an alias bomb or too much depth to a template', () => {
    const deep = `${OBJECT}a: "{{ x }}"\nb: ${'['.repeat(1000)}${']'.repeat(1000)}\n`
    expect(codesOf(concerning(deep, false))).toEqual(['documents INTAKE_TOO_DEEP'])
  })

  it('copes with faults that have no line', () => {
    const fault: Fault = { code: 'INTAKE_YAML', at: 'x.yaml', message: '', remedy: '' }
    const source = { file: 'x.yaml', text: OBJECT }
    expect(
      codesOf(concerningFaults(source, [fault], { isExpected: false, documents: [], ours: [] })),
    ).toEqual(['documents INTAKE_YAML'])
  })
})
