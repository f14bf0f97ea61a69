import * as fc from 'fast-check'
import type { Json } from '../model/edit.ts'
import { writeManifest, type Author, type Brackets, type Styled } from './manifest-text.testing.ts'

/** A text and what it says. */
export interface Written {
  readonly text: string
  readonly values: readonly Json[]
}

/** Keys, some of which need quotes. */
export const KEYS = [
  'a',
  'b',
  'name',
  'image',
  'securityContext',
  'capabilities',
  'add',
  'privileged',
  'args',
  'two words',
  'app.kubernetes.io/name',
  '"',
  "it's",
  '8080',
  'yes',
  'spec',
]
/** Texts, some of which are something else without quotes. */
export const TEXTS = [
  'x',
  'web',
  'nginx:1.2',
  'a b',
  '100m',
  '# no',
  'yes',
  '12',
  '',
  ' pad ',
  'a: b',
  '{}',
  "it's",
  'ü€😀',
]

const SCALAR: fc.Arbitrary<Styled> = fc.oneof(
  fc.constantFrom('1', '-7', '0.5', 'true', 'false').map((text) => scalar(JSON.parse(text), text)),
  fc.constantFrom('', '~', 'null').map((text) => scalar(null, text)),
  fc
    .constantFrom('x', 'web', 'nginx:1.2', 'a b', '100m', 'off-by-one')
    .map((text) => scalar(text, text)),
  fc.constantFrom(...TEXTS).map((text) => scalar(text, JSON.stringify(text))),
  fc.constantFrom(...TEXTS).map((text) => scalar(text, `'${text.replaceAll("'", "''")}'`)),
  fc
    .constantFrom<readonly string[]>(['one'], ['one', 'two'], ['one', '', '# two'])
    .map((lines) => ({
      kind: 'scalar' as const,
      value: `${lines.join('\n')}\n`,
      text: '|',
      block: lines,
    })),
)

const MEMBER = {
  comment: fc.boolean(),
  above: fc.constantFrom(
    'nothing' as const,
    'nothing' as const,
    'comment' as const,
    'blank' as const,
  ),
}

const BRACKETS: fc.Arbitrary<Brackets> = fc.constantFrom('none', 'none', 'none', 'line', 'lines')

/** What the parts of a manifest may be like. */
interface Taste {
  readonly scalar: fc.Arbitrary<Styled>
  readonly brackets: fc.Arbitrary<Brackets>
  /** The fewest members of a collection. */
  readonly minLength: number
}

const AUTHOR: fc.Arbitrary<Author> = fc.record({
  unit: fc.constantFrom(2, 2, 4, 3),
  listIndent: fc.constantFrom(0, 2, 4),
  newline: fc.constantFrom('\n', '\n', '\r\n'),
  isTerminated: fc.boolean(),
  hasMark: fc.boolean(),
})

/** Files of one to three documents, in all styles at once. */
export const anyManifest = manifestOf({ scalar: SCALAR, brackets: BRACKETS, minLength: 0 })

/** Files without brackets and without anything empty: nothing needs to be rewritten to add to them. */
export const fullBlockManifest = manifestOf({
  scalar: SCALAR.filter((styled) => styled.kind === 'scalar' && styled.value !== null),
  brackets: fc.constant('none' as const),
  minLength: 1,
})

function manifestOf(taste: Taste): fc.Arbitrary<Written> {
  const { node } = fc.letrec<{ node: Styled }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5, depthSize: 'medium' },
      taste.scalar,
      mappingOf(tie('node'), taste),
      listOf(tie('node'), taste),
    ),
  }))
  const root = mappingOf(node, { ...taste, minLength: 1 })
  return fc
    .tuple(fc.array(root, { minLength: 1, maxLength: 3 }), AUTHOR)
    .map(([roots, author]) => ({
      text: writeManifest(roots, author),
      values: roots.map(valueOf),
    }))
}

function mappingOf(node: fc.Arbitrary<Styled>, { brackets, minLength }: Taste) {
  const field = fc.record({ key: fc.constantFrom(...KEYS), value: node, ...MEMBER })
  return fc.record({
    kind: fc.constant('mapping' as const),
    fields: fc.uniqueArray(field, { selector: ({ key }) => key, minLength, maxLength: 4 }),
    layout: brackets,
  })
}

function listOf(node: fc.Arbitrary<Styled>, { brackets, minLength }: Taste) {
  const member = fc.record({ value: node, ...MEMBER })
  return fc.record({
    kind: fc.constant('list' as const),
    members: fc.array(member, { minLength, maxLength: 4 }),
    layout: brackets,
  })
}

function scalar(value: Json, text: string): Styled {
  return { kind: 'scalar', value, text }
}

function valueOf(styled: Styled): Json {
  switch (styled.kind) {
    case 'scalar':
      return styled.value
    case 'mapping':
      return Object.fromEntries(styled.fields.map(({ key, value }) => [key, valueOf(value)]))
    case 'list':
      return styled.members.map(({ value }) => valueOf(value))
  }
}
