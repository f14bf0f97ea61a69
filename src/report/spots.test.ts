import { describe, expect, it } from 'vitest'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import type { Path } from '../model/document.ts'
import type { Place } from '../model/place.ts'
import { pointOf, regionOf } from './spots.ts'

const TEXT = `kind: Pod
spec:
  name: "é😀"   # comment
  list:
    - one
    - two: 2
  text: |
    several
    lines
`

describe('regionOf', () => {
  it.each([
    { name: 'marks a field from its key to its end', path: ['spec', 'name'], is: [3, 3, 3, 14] },
    { name: 'marks a member', path: ['spec', 'list', 0], is: [5, 7, 5, 10] },
    { name: 'marks the first line of a mapping', path: ['spec'], is: [2, 1, 2, 6] },
    { name: 'marks the first line of a block of text', path: ['spec', 'text'], is: [7, 3, 7, 10] },
    {
      name: 'marks the line of the nearest enclosing field when it is not written',
      path: ['spec', 'list', 1, 'absent', 'below'],
      is: [6, 7, 6, 13],
    },
  ])('$name', ({ path, is }) => {
    const { startLine, startColumn, endLine, endColumn } = regionOf(placeIn(TEXT, path))
    expect([startLine, startColumn, endLine, endColumn]).toEqual(is)
  })

  it('leaves the carriage return out', () => {
    const { endColumn } = regionOf(placeIn(TEXT.replaceAll('\n', '\r\n'), ['spec']))
    expect(endColumn).toBe(6)
  })

  it('ends on an endless line', () => {
    const place = placeIn(`{"a": "${'x'.repeat(100_000)}"}`, ['absent'])
    expect(regionOf(place).endColumn).toBe(501)
  })
})

describe('pointOf', () => {
  it('writes what compilers write', () => {
    expect(pointOf(placeIn(TEXT, ['spec', 'name']))).toBe('a.yaml:3:3')
  })
})

function placeIn(text: string, path: Path): Place {
  const [document] = readYaml({ file: 'a.yaml', text }).documents
  if (document === undefined) throw new Error('The example does not parse.')
  return { document, path }
}
