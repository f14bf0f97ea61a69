import { describe, expect, it } from 'vitest'
import { CONSTRUCTS } from './constructs.data.ts'
import { ours, theirs } from './hcl2json.testing.ts'
import { readHcl } from './read-hcl.ts'
import type { Expression } from './syntax.ts'

describe('the reader of HCL', () => {
  it.each(CONSTRUCTS)('reads $name as Terraform does', async ({ text }) => {
    const source = { file: 'main.tf', text }
    expect(plain(ours(source))).toEqual(plain(await theirs(source)))
  })

  it.each([
    { name: 'products before sums', text: '1 + 2 * 3', shape: '(1 + (2 * 3))' },
    { name: 'sums from the left', text: '1 - 2 + 3', shape: '((1 - 2) + 3)' },
    { name: 'and before or', text: 'a || b && c', shape: '(a || (b && c))' },
    { name: 'comparisons before equality', text: 'a == b < c', shape: '(a == (b < c))' },
    { name: 'signs before operators', text: '-a + !b.c', shape: '(-a + !b.c)' },
    { name: 'what parentheses say', text: '(1 + 2) * 3', shape: '((1 + 2) * 3)' },
  ])('binds $name', ({ text, shape }) => {
    const { body } = readHcl({ file: 'main.tf', text: `x = ${text}` })
    expect(shapeOf(body.attributes[0]?.value)).toBe(shape)
  })

  it('goes on after a broken block', () => {
    const text = 'a {\n  b = = 1\n}\nc {\n  d = 2\n}\ne = [1\nf = 3\n'
    const { body, faults } = readHcl({ file: 'main.tf', text })
    expect(body.blocks.map(({ type }) => type)).toEqual(['c'])
    expect(body.attributes.map(({ name }) => name)).toEqual(['f'])
    expect(faults.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'INTAKE_HCL main.tf:2:7',
      'INTAKE_HCL main.tf:8:1',
    ])
  })

  it.each([
    { name: 'brackets', text: `a = ${'['.repeat(1e5)}` },
    { name: 'blocks', text: 'a {\n'.repeat(1e5) },
    { name: 'signs', text: `a = ${'-'.repeat(1e5)}1` },
    { name: 'holes', text: `a = ${'"${'.repeat(1e5)}` },
    { name: 'directives', text: `a = "${'%{ if b }'.repeat(1e5)}"` },
    { name: 'operators', text: `a = 1${' + 1'.repeat(1e5)}` },
    { name: 'steps', text: `a = b${'.c'.repeat(1e5)}` },
    { name: 'comments without end', text: '/*\n'.repeat(1e5) },
  ])('gives up on too many $name', ({ text }) => {
    const { faults } = readHcl({ file: 'main.tf', text })
    expect(faults.length).toBeGreaterThan(0)
  })
})

// Whole numbers beyond 2^53 lose their last digits on the way through JSON.
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

function shapeOf(of: Expression | undefined): string {
  switch (of?.kind) {
    case 'literal':
      return String(of.value)
    case 'name':
      return of.name
    case 'attribute':
      return `${shapeOf(of.of)}.${of.name}`
    case 'group':
      return shapeOf(of.of)
    case 'not':
      return `!${shapeOf(of.of)}`
    case 'minus':
      return `-${shapeOf(of.of)}`
    case 'binary':
      return `(${shapeOf(of.left)} ${of.operator} ${shapeOf(of.right)})`
    default:
      return '?'
  }
}
