import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locate, spanOf } from '../model/document.ts'
import { documentOf } from './estate.testing.ts'
import { gatherObjects } from './gather-objects.ts'

interface Tree {
  readonly name: string
  readonly members?: readonly Tree[]
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ name: fc.stringMatching(/^[a-z]{1,8}$/) }),
    fc.record({ name: fc.constant('list'), members: fc.array(tie('tree'), { maxLength: 4 }) }),
  ),
}))

describe('gatherObjects', () => {
  it('gives the leaves of lists in lists, in order, each where it is written', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 2), (root, indent) => {
        const document = documentOf(JSON.stringify(objectOf(root), undefined, indent))
        const { resources, mishaps } = gatherObjects(document, 100) ?? {
          resources: [],
          mishaps: [],
        }
        expect(mishaps).toEqual([])
        expect(resources.map(({ name }) => name)).toEqual(leavesOf(root))
        for (const { document: own, name } of resources) {
          const { start, end } = spanOf(own.layout, locate(own, ['metadata', 'name']).node)
          expect(own.source.text.slice(start, end)).toBe(JSON.stringify(name))
        }
      }),
    )
  })
})

function objectOf({ name, members }: Tree): unknown {
  if (members !== undefined) return { apiVersion: 'v1', kind: 'List', items: members.map(objectOf) }
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name } }
}

function leavesOf({ name, members }: Tree): readonly string[] {
  return members === undefined ? [name] : members.flatMap(leavesOf)
}
