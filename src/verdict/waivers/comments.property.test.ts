import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judged } from './waivers.testing.ts'

const LIFT =
  '# portolan: lift limit-example until=2027-01-31 owner=a approved-by=b -- for this test alone'
const PIECES = [
  'apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: b }\n',
  'spec:\n  containers:\n    - name: c\n',
  'spec: { containers: [{ name: c }] } ',
  `${LIFT}\n`,
  `    ${LIFT}\n`,
  '---\n',
  '\n',
  'a: |\n  text\n',
  'b: "quoted # portolan: lift\n  more"\n',
  '# portolan: ',
  '#portolan:lift x until=\r\n',
  'portolan: lift',
  '- ',
] as const

describe('comments that lift', () => {
  it('lift findings of their rule alone or are told, whatever stands around them', () => {
    assert(
      property(array(constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
        const text = `apiVersion: v1\nkind: Pod\nmetadata: { name: first }\n${pieces.join('')}`
        const { findings, faults, waivers } = judged({ 'a.yaml': text })
        const lifted = findings.filter(({ state }) => state === 'waived')
        expect(lifted.every(({ rule }) => rule.id === 'limit-example')).toBe(true)
        expect(waivers.reduce((sum, { lifts }) => sum + lifts, 0)).toBe(lifted.length)
        expect(faults.every(({ code }) => code === 'WAIVER_SOURCE')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
