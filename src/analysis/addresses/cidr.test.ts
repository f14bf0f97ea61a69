import { describe, expect, it } from 'vitest'
import { containsBlock, parseBlock, type Block } from './cidr.ts'

describe('parseBlock', () => {
  it.each([
    '10.0.0.0/8',
    '0.0.0.0/0',
    '169.254.169.254',
    '::/0',
    '2001:db8::/32',
    '::1',
    'fd00:ec2::254/128',
    '::ffff:10.0.0.1/128',
    '1:2:3:4:5:6:7:8',
  ])('takes %s', (text) => expect(parseBlock(text)).toBeDefined())

  it.each([
    '',
    '10.0.0.0/33',
    '10.0.0/8',
    '10.0.0.256',
    '010.0.0.1',
    '10.0.0.0/8/8',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8::',
    'g::',
    '${CIDR}',
    '::/129',
    '10.0.0.0/-1',
  ])('refuses %j', (text) => expect(parseBlock(text)).toBeUndefined())
})

it.each([
  ['0.0.0.0/0', '169.254.169.254/32', true],
  ['169.254.0.0/16', '169.254.169.254/32', true],
  ['10.0.0.0/8', '11.0.0.0/16', false],
  ['10.0.0.1/24', '10.0.0.128/25', true],
  ['10.0.0.0/24', '10.0.0.0/8', false],
  ['0.0.0.0/0', '::1', false],
  ['::/0', 'fd00:ec2::254', true],
  ['2001:db8::/32', '2001:db9::/64', false],
])('tells whether %s contains %s: %s', (outer, inner, contains) => {
  expect(containsBlock(blockOf(outer), blockOf(inner))).toBe(contains)
})

function blockOf(text: string): Block {
  const block = parseBlock(text)
  if (block === undefined) throw new Error(`${text} is no block.`)
  return block
}
