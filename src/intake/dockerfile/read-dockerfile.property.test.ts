import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { spanOf } from '../../model/document.ts'
import { readDockerfile } from './read-dockerfile.ts'

const PIECES = [
  'FROM a',
  'RUN ',
  '\n',
  '\\\n',
  '<<E',
  'E\n',
  '["x"',
  ']',
  '--f=',
  '$',
  '${A',
  '}',
  '#',
  '"',
  "'",
  'ENV ',
  ' ',
  'é',
]

it('never throws, and places everything inside the text', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string())), (pieces) => {
      const text = `FROM x\n${pieces.join('')}`
      const { document } = readDockerfile({ file: 'Dockerfile', text })
      document?.layout.keys.forEach((_, node) => {
        const { start, end } = spanOf(document.layout, node)
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
      })
    }),
  )
})
