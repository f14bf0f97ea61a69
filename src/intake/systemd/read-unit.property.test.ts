import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { membersOf, spanOf } from '../../model/document.ts'
import { readUnit } from './read-unit.ts'

const piece = fc.oneof(
  fc.constantFrom(
    '[Service]\n',
    'ExecStart=',
    'Environment=',
    'EnvironmentFile=-/a',
    '\\\n',
    '\n',
    '\r\n',
    '# ',
    '"',
    "'",
    'kubelet --a=b ',
    'A=b ',
    '$A ',
    ' ',
  ),
  fc.string({ maxLength: 4 }),
)

it('never throws, and each word stands in the text where it says', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = `[Service]\n${pieces.join('')}`
      const unit = readUnit({ file: 'kubelet.service', text })
      if (unit === undefined) return
      const { layout } = unit.document
      for (let node = 0; node < layout.keys.length; node++) {
        const { start, end } = spanOf(layout, node)
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(membersOf(layout, node).every((member) => member > node)).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})

it('reads a long unit in time that grows with it', () => {
  const text = `[Service]\nExecStart=/usr/bin/kubelet ${'--a=b \\\n# why\n '.repeat(50_000)}`
  const started = performance.now()
  readUnit({ file: 'kubelet.service', text })
  expect(performance.now() - started).toBeLessThan(2000)
})
