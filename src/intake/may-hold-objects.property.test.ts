import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimOf } from './claim.ts'
import { mayHoldObjects } from './may-hold-objects.ts'
import { readYaml } from './yaml/read-yaml.ts'

const VALUES: Readonly<Record<string, readonly string[]>> = {
  apiVersion: ['v1', 'v1', 'apps/v1', '7', ''],
  kind: ['Pod', 'Pod', 'List', 'PodList', '[]'],
  metadata: ['{name: x}', '{name: x}', '{}', '{kind: Pod}'],
  items: ['[]', '[{kind: Pod}]', '{apiVersion: v1}'],
}

const plain = fc.constantFrom<Spelling>(
  (name) => name,
  (name) => `'${name}'`,
  (name) => `"${name}"`,
)

// The ways YAML has to write a key so that its name does not stand in the text.
const exotic = fc.constantFrom<Spelling>(
  (name) => `"\\x${codeOf(name)}${name.slice(1)}"`,
  (name) => `"\\u00${codeOf(name)}${name.slice(1)}"`,
  (name) => `"\\U000000${codeOf(name)}${name.slice(1)}"`,
  (name) => `!!binary ${Buffer.from(name).toString('base64')}`,
)

type Spelling = (name: string) => string

describe('mayHoldObjects', () => {
  it('never refuses a text with an object in it, however its keys are spelt', () => {
    expect(refusedAmong(fc.oneof(plain, exotic), ['object', 'list'])).toEqual({
      refused: [],
      many: true,
    })
  })

  it('never refuses a text with a flawed object in it that is spelt as usual', () => {
    expect(refusedAmong(plain, ['flawed'])).toEqual({ refused: [], many: true })
  })
})

// `many`: enough of the samples hold what is looked for, or the property would prove nothing.
function refusedAmong(spelling: fc.Arbitrary<Spelling>, kinds: readonly string[]): object {
  const samples = fc.sample(textsOf(spelling), { numRuns: 4000, seed: 7 })
  const holding = samples.filter((text) => {
    const { documents } = readYaml({ file: 'test.yaml', text })
    return documents.some(({ value }) => kinds.includes(claimOf(value).kind))
  })
  return { refused: holding.filter((text) => !mayHoldObjects(text)), many: holding.length > 400 }
}

function textsOf(spelling: fc.Arbitrary<Spelling>): fc.Arbitrary<string> {
  const member = (name: string): fc.Arbitrary<readonly [string, string]> =>
    fc.tuple(
      spelling.map((spell) => spell(name)),
      fc.constantFrom(...(VALUES[name] ?? [])),
    )
  const members = fc
    .subarray(Object.keys(VALUES), { minLength: 2 })
    .chain((names) => fc.shuffledSubarray(names, { minLength: names.length }))
    .chain((names) => fc.tuple(...names.map(member)))
  const block = fc
    .tuple(fc.constantFrom('', '  '), members)
    .map(([margin, lines]) => lines.map(([key, value]) => `${margin}${key}: ${value}\n`).join(''))
  const flow = fc
    .tuple(fc.constantFrom(' ', '\n  '), members)
    .map(([gap, parts]) => `{${parts.map(([key, value]) => `${key}: ${value}`).join(`,${gap}`)}}\n`)
  return fc
    .array(fc.oneof(block, flow), { minLength: 1, maxLength: 2 })
    .map((parts) => parts.join('---\n'))
}

function codeOf(name: string): string {
  return name.charCodeAt(0).toString(16)
}
