import { describe, expect, it } from 'vitest'
import { sortFixWords } from './fix-words.ts'

const THERE = ['deploy', 'host-pid', '00000000deadbeef']
const sort = (...words: readonly string[]) => sortFixWords(words, (path) => THERE.includes(path))

describe('the words of a fix', () => {
  it.each([
    { name: 'a rule', words: ['host-ipc'], kinds: 'rules' },
    { name: 'a rule that is also a file', words: ['host-pid'], kinds: 'rules' },
    { name: 'a file of the name of a rule', words: ['./host-pid'], kinds: 'targets' },
    { name: 'a folder', words: ['deploy'], kinds: 'targets' },
    { name: 'a path that is not there', words: ['deploy/x.yaml'], kinds: 'targets' },
    { name: 'a pipe', words: ['-'], kinds: 'targets' },
    { name: 'a finding', words: ['0123456789abcdef'], kinds: 'findings' },
    { name: 'a file that looks like a finding', words: ['00000000deadbeef'], kinds: 'targets' },
  ] as const)('tell $name', ({ words, kinds }) => {
    const sorted = sort(...words)
    expect(sorted.ok && sorted.value).toEqual({
      rules: [],
      findings: [],
      targets: [],
      [kinds]: words,
    })
  })

  it('may be mixed', () => {
    const sorted = sort('host-ipc', 'deploy', '0123456789abcdef', 'host-pid')
    expect(sorted.ok && sorted.value).toEqual({
      rules: ['host-ipc', 'host-pid'],
      findings: ['0123456789abcdef'],
      targets: ['deploy'],
    })
  })

  it('that mean nothing are a fault with the nearest rule', () => {
    const sorted = sort('host-ipd')
    expect(sorted.ok ? '' : sorted.fault.remedy).toContain('Did you mean "host-ip')
  })
})
