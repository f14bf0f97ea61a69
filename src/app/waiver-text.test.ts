import { describe, expect, it } from 'vitest'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import { draftDiff, entryNumber, withDay, withEntry, withoutEntry } from './waiver-text.ts'

const NAME = '.portolan/waivers.yaml'
const ENTRY = {
  id: 'W-2',
  rule: 'host-pid',
  match: { namespace: 'shop', name: ['cart', 'a*'] },
  reason: 'the "debugger" needs it',
  owner: '@org/shop',
  expires: '2027-01-31',
}
const TEXT = `- id: W-2
  rule: host-pid
  match: { namespace: shop, name: [cart, "a*"] }
  reason: "the \\"debugger\\" needs it"
  owner: "@org/shop"
  expires: 2027-01-31
`
const FIRST = '# ours\n- id: W-1 # the first\n  rule: host-ipc\n  expires: 2026-12-01\n'

function documentOf(text: string) {
  const [document] = readYaml({ file: NAME, text }).documents
  if (document === undefined) throw new Error('no document')
  return document
}

describe('a new waiver', () => {
  it.each([
    { name: 'behind the others', before: FIRST, after: FIRST + TEXT },
    { name: 'behind a last line without an end', before: FIRST.trimEnd(), after: FIRST + TEXT },
    {
      name: 'as far in as they are',
      before: '  - id: W-1\n',
      after: `  - id: W-1\n${TEXT.replaceAll(/^/gm, '  ').trimEnd()}\n`,
    },
    {
      name: 'with their line ends',
      before: '- id: W-1\r\n',
      after: `- id: W-1\r\n${TEXT.replaceAll('\n', '\r\n')}`,
    },
    { name: 'behind comments alone', before: '# none\n', after: `# none\n${TEXT}` },
    { name: 'in an empty file', before: '', after: TEXT },
  ])('is written $name', ({ before, after }) => {
    expect(withEntry(NAME, before, ENTRY)).toEqual({ ok: true, value: after })
    expect(documentOf(after).value).toContainEqual(ENTRY)
  })

  it('comes with a heading into a new file, as git apply takes it', () => {
    const after = withEntry(NAME, undefined, ENTRY)
    expect(after.ok && after.value).toMatch(/^# What is lifted.*\n- id: W-2\n/)
    const diff = draftDiff({
      path: '',
      name: NAME,
      before: undefined,
      after: after.ok ? after.value : '',
    })
    expect(diff).toMatch(/^--- \/dev\/null\n\+\+\+ b\/.portolan\/waivers.yaml\n@@ -0,0 \+1,7 @@\n/)
  })

  it.each([
    { name: 'within brackets', text: '[{ id: W-1 }]\n' },
    { name: 'that is empty, within brackets', text: '[]\n' },
    { name: 'that is none', text: 'a: 1\n' },
  ])('is not written into a list $name', ({ text }) => {
    expect(withEntry(NAME, text, ENTRY)).toMatchObject({
      ok: false,
      fault: { code: 'WAIVER_FILE' },
    })
  })
})

describe('a waiver that is there', () => {
  const both = documentOf(FIRST + TEXT)

  it('is found by its id', () => {
    expect(['W-1', 'W-2', 'W-3'].map((id) => entryNumber(both, id))).toEqual([0, 1, -1])
  })

  it('is renewed in place', () => {
    expect(withDay(both, 0, { expires: '2027-03-01', approvedBy: undefined })).toEqual({
      ok: true,
      value: (FIRST + TEXT).replace('2026-12-01', '"2027-03-01"'),
    })
    const approved = withDay(both, 0, { expires: '2027-03-01', approvedBy: 'kim' })
    expect(approved.ok && documentOf(approved.value).value).toMatchObject([
      { approvedBy: 'kim' },
      ENTRY,
    ])
  })

  it('is dropped, and the others stay as they are', () => {
    const dropped = withoutEntry(both, 1)
    expect(dropped).toEqual({ ok: true, value: FIRST })
    const first = withoutEntry(both, 0)
    expect(first.ok && documentOf(first.value).value).toEqual([ENTRY])
  })

  it('leaves what is said above it when it is the last', () => {
    expect(withoutEntry(documentOf(FIRST), 0)).toEqual({ ok: true, value: '# ours\n' })
  })
})
