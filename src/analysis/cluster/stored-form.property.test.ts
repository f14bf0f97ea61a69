import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { rootOf } from './part.testing.ts'
import { storedForm } from './stored-form.ts'

const NAMES = [
  'secrets',
  'configmaps',
  'deployments.apps',
  '*.apps',
  '*.',
  '*.*',
  'pandas.bears.example',
]
const PROVIDERS = ['identity', 'aescbc', 'aesgcm', 'secretbox'] as const
const ASKED = [
  { resource: 'secrets', group: '' },
  { resource: 'configmaps', group: '' },
  { resource: 'deployments', group: 'apps' },
  { resource: 'pandas', group: 'bears.example' },
]

const entry = fc.record({
  resources: fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }),
  providers: fc.array(fc.constantFrom(...PROVIDERS), { minLength: 1, maxLength: 3 }),
})
const entries = fc.array(entry, { maxLength: 4 })

type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never

it('writes as the documentation says', () => {
  fc.assert(
    fc.property(entries, fc.constantFrom(...ASKED), (written, asked) => {
      const form = storedForm(configurationOf(written), asked)
      const expected = naiveWriter(written, asked)
      expect(form.writer?.cipher).toBe(expected)
      const isPlain = expected === undefined || expected === 'identity'
      expect(form.answer).toBe(isPlain ? 'plain' : 'encrypted')
    }),
  )
})

it('never throws, whatever is written', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...ASKED), (resources, asked) => {
      const root = rootOf(JSON.stringify({ resources }))
      expect(['encrypted', 'plain', 'cannot-tell']).toContain(storedForm(root, asked).answer)
    }),
  )
})

function configurationOf(written: readonly Entry[]): ReturnType<typeof rootOf> {
  const resources = written.map(({ resources, providers }) => ({
    resources,
    providers: providers.map((name) =>
      name === 'identity'
        ? { identity: {} }
        : { [name]: { keys: [{ name: 'k', secret: 'YQ==' }] } },
    ),
  }))
  return rootOf(JSON.stringify({ resources }))
}

// From the page: entries count in the order in which they stand, the first provider of a list writes, and what nobody
// names is kept by the identity provider.
function naiveWriter(
  written: readonly Entry[],
  { resource, group }: (typeof ASKED)[number],
): string | undefined {
  const spellings = new Set([group === '' ? resource : `${resource}.${group}`, `*.${group}`, '*.*'])
  return written.find(({ resources }) => resources.some((name) => spellings.has(name)))
    ?.providers[0]
}
