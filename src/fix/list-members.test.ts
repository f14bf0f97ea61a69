import { describe, expect, it } from 'vitest'
import { gatherObjects } from '../intake/gather-objects.ts'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import { addMembers, removeField, setField, type Edit } from '../model/edit.ts'
import type { Resource } from '../model/resource.ts'
import { applyEdits } from './apply.ts'
import { findSeats } from './seats.ts'

const LIST = `# all of it
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Service
  metadata:
    name: one
  spec:
    ports:
      - port: 80
# the second
- apiVersion: v1
  kind: List
  items:
    - {apiVersion: v1, kind: Secret, metadata: {name: two}}
    - apiVersion: v1
      kind: ConfigMap
      metadata:
        name: three # third
---
apiVersion: v1
kind: Service
metadata:
  name: four
`

function patch(text: string, edit: (resource: Resource) => readonly Edit[]) {
  const source = { file: 'test.yaml', text }
  const resources = readYaml(source).documents.flatMap(
    (one) => gatherObjects(one, 5)?.resources ?? [],
  )
  return applyEdits(source, resources.flatMap(edit), readYaml)
}

describe('the members of a List', () => {
  it('are edited in their places', () => {
    const { text, refused } = patch(LIST, (resource) => [
      setField(resource, ['metadata', 'labels', 'app'], resource.name),
      addMembers(resource, ['x'], [1]),
    ])
    expect(refused).toEqual([])
    expect(text).toBe(`# all of it
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Service
  metadata:
    name: one
    labels:
      app: one
  spec:
    ports:
      - port: 80
  x:
  - 1
# the second
- apiVersion: v1
  kind: List
  items:
    - {apiVersion: v1, kind: Secret, metadata: {name: two, labels: {app: two}}, x: [1]}
    - apiVersion: v1
      kind: ConfigMap
      metadata:
        name: three # third
        labels:
          app: three
      x:
        - 1
---
apiVersion: v1
kind: Service
metadata:
  name: four
  labels:
    app: four
x:
- 1
`)
  })

  it('are never taken away, whatever is', () => {
    const { text, refused } = patch(LIST, (resource) => [removeField(resource, [])])
    expect(text).toBe(LIST)
    expect(refused.map(({ at }) => at)).toEqual([
      'test.yaml:5:3',
      'test.yaml:16:7',
      'test.yaml:17:7',
      'test.yaml:22:1',
    ])
  })

  it('that inherit their kind from the list are edited like the others', () => {
    const text = 'apiVersion: v1\nkind: SecretList\nitems:\n  - metadata:\n      name: one\n'
    const { text: after } = patch(text, (resource) => [setField(resource, ['immutable'], true)])
    expect(after).toBe(`${text}    immutable: true\n`)
  })

  it('that are one alias each change together or not at all', () => {
    const text = `apiVersion: v1
kind: List
items:
  - &one
    apiVersion: v1
    kind: Secret
    metadata:
      name: one
  - *one
`
    const all = patch(text, (resource) => [setField(resource, ['immutable'], true)])
    expect(all.refused).toEqual([])
    expect(all.text).toBe(text.replace('name: one\n', 'name: one\n    immutable: true\n'))
    let times = 0
    const single = patch(text, (resource) =>
      times++ === 0 ? [setField(resource, ['immutable'], true)] : [],
    )
    expect(single.refused).toHaveLength(1)
    expect(single.text).toBe(text)
  })
})

describe('findSeats', () => {
  const { documents } = readYaml({
    file: 'test.yaml',
    text: 'a: [x, {b: [y]}]\n---\n- c\n- d: e\n',
  })

  it('finds every node of every document', () => {
    const [first, second] = documents
    const nodes = Array.from({ length: first?.layout.keys.length ?? 0 }, (_, node) => node)
    expect([...findSeats(documents, nodes)]).toEqual([
      [0, { root: 0, path: [] }],
      [1, { root: 0, path: ['a'] }],
      [2, { root: 0, path: ['a', 0] }],
      [3, { root: 0, path: ['a', 1] }],
      [4, { root: 0, path: ['a', 1, 'b'] }],
      [5, { root: 0, path: ['a', 1, 'b', 0] }],
      [second?.node, { root: 1, path: [] }],
      [7, { root: 1, path: [0] }],
      [8, { root: 1, path: [1] }],
      [9, { root: 1, path: [1, 'd'] }],
    ])
  })

  it('knows nothing of nodes that are in no document', () => {
    expect(findSeats(documents, [-1, 99]).size).toBe(0)
  })
})
