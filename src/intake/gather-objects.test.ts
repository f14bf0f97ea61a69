import { describe, expect, it } from 'vitest'
import { formatPath, spotOf } from '../model/place.ts'
import { documentOf } from './estate.testing.ts'
import { gatherObjects } from './gather-objects.ts'

const POD_LIST = `apiVersion: v1
kind: PodList
items:
  - metadata:
      name: first
    spec:
      hostPID: yes
  - apiVersion: v1
    kind: Pod
    metadata:
      name: second
`

describe('gatherObjects', () => {
  it('makes each member of a list an object with paths of its own', () => {
    const [first] = gatherObjects(documentOf(POD_LIST), 8)?.resources ?? []
    const place = first?.at('spec', 'hostPID')
    expect(first).toMatchObject({ apiVersion: 'v1', kind: 'Pod', name: 'first' })
    expect(place && formatPath(place.path)).toBe('spec.hostPID')
    expect(place && spotOf(place)).toMatchObject({ line: 7, column: 7 })
    expect(first && spotOf(first.place)).toMatchObject({ line: 4, column: 5 })
  })

  it('lets a member say its own kind', () => {
    const text = '{apiVersion: v1, kind: PodList, items: [{kind: Secret, metadata: {name: x}}]}'
    expect(gatherObjects(documentOf(text), 8)?.resources).toMatchObject([
      { apiVersion: 'v1', kind: 'Secret' },
    ])
  })

  it('follows lists in lists', () => {
    const inner =
      '{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Secret, metadata: {name: x}}]}'
    const text = `{apiVersion: v1, kind: List, items: [${inner}, ${inner}]}`
    expect(gatherObjects(documentOf(text), 8)?.resources.map(({ name }) => name)).toEqual([
      'x',
      'x',
    ])
  })

  it('stops at the deepest list allowed', () => {
    const text = '{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: List, items: []}]}'
    expect(gatherObjects(documentOf(text), 2)?.mishaps).toEqual([])
    expect(gatherObjects(documentOf(text), 1)?.mishaps).toMatchObject([
      { unit: 'objects', fault: { code: 'INTAKE_TOO_DEEP', at: 'test.yaml:1:38' } },
    ])
  })

  it.each([
    { name: 'null', member: '~' },
    { name: 'a text', member: 'x' },
    { name: 'without a kind', member: '{metadata: {name: x}}' },
    { name: 'foreign', member: '{apiVersion: skaffold/v1, kind: Config}' },
  ])('reports a member that is $name', ({ member }) => {
    const gathered = gatherObjects(
      documentOf(`{apiVersion: v1, kind: List, items: [${member}]}`),
      8,
    )
    expect(gathered).toMatchObject({
      resources: [],
      mishaps: [{ unit: 'objects', fault: { code: 'INTAKE_OBJECT', at: 'test.yaml:1:38' } }],
    })
  })

  it('takes the last items when they are given twice, as Kubernetes does', () => {
    const text = `apiVersion: v1
kind: List
items:
  - {apiVersion: v1, kind: Secret, metadata: {name: lost}}
items:
  - {apiVersion: v1, kind: Secret, metadata: {name: kept}}
`
    const [kept] = gatherObjects(documentOf(text), 8)?.resources ?? []
    expect(kept?.name).toBe('kept')
    expect(kept && spotOf(kept.place).line).toBe(6)
  })

  it('points at the name that is no text', () => {
    const text = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: 12\n'
    expect(gatherObjects(documentOf(text), 8)?.mishaps).toMatchObject([
      { fault: { code: 'INTAKE_OBJECT', at: 'test.yaml:4:3' } },
    ])
  })
})
