import { describe, expect, it } from 'vitest'
import { createPen } from '../text/pen.ts'
import { namespacesText } from './namespaces.ts'

const PEN = createPen({ color: false, ascii: true, links: false, width: 80 })

const pair = (from: string, to: string) => ({ from, to, open: 2, unclear: 1 })

describe('what namespaces reach, as text', () => {
  it('has a line for each two of them', () => {
    expect(namespacesText([pair('a', 'b'), pair('b', 'b')], PEN).slice(2)).toEqual([
      'from       to             open   unclear',
      'a          b                 2         1',
      'b          b                 2         1',
    ])
  })

  it('has a line for each one when there are many', () => {
    const names = Array.from({ length: 31 }, (_, index) => `n${index}`)
    const traffic = [...names.map((name) => pair(name, name)), pair('n0', 'n1'), pair('n2', 'n1')]
    const lines = namespacesText(traffic, PEN)
    expect(lines).toHaveLength(34)
    expect(lines.slice(2, 6).map((line) => line.replace(/ +/g, ' '))).toEqual([
      'namespace within to others from others unclear',
      'n0 2 2 0 2',
      'n1 2 0 4 3',
      'n10 2 0 0 1',
    ])
  })
})
