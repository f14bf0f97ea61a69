import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { configMap, estateIn } from './estate.testing.ts'

const piece = fc.oneof(
  fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom(
      configMap('x'),
      'apiVersion: v1\nkind: List\nitems:\n',
      '- apiVersion: v1\n  kind: Pod\n',
      '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "x"}}\n',
      'metadata:\n  name: 7\n',
      '---\n',
      '...\n',
      '  a: {{ .x }}\n',
      'a: [\n',
      'a: &a 1\nb: *a\n',
      '\t"',
      '\uFEFF',
      'é',
    )
    .map((text) => Buffer.from(text)),
)

describe('readEstate', () => {
  it('never throws, whatever bytes it reads, and counts each fault once', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const readStdin = (): Uint8Array => Buffer.concat(pieces)
        const { coverage, faults } = estateIn('/', { targets: ['-'], readStdin })
        const counted = faults.filter(
          ({ code }) => code !== 'INTAKE_DUPLICATE_KEY' && code !== 'INTAKE_NOTHING',
        )
        const lost = coverage.reduce((sum, { asked, examined }) => sum + asked - examined, 0)
        expect(lost).toBe(counted.length)
      }),
      { numRuns: 3000 },
    )
  })
})
