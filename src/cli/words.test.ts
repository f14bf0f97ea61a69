import { describe, expect, it } from 'vitest'
import { COMMANDS } from './commands.data.ts'
import { parseWords } from './words.ts'

const parse = (line: string) => parseWords(COMMANDS.scan, line.split(' ').filter(Boolean))

describe('a command line', () => {
  it.each([
    { line: '', operands: [], flags: {} },
    { line: 'a b', operands: ['a', 'b'], flags: {} },
    { line: '-f json a', operands: ['a'], flags: { '--format': ['json'] } },
    { line: 'a -f json b', operands: ['a', 'b'], flags: { '--format': ['json'] } },
    { line: '-fjson', operands: [], flags: { '--format': ['json'] } },
    { line: '--format=json=a.json', operands: [], flags: { '--format': ['json=a.json'] } },
    { line: '-f json -f text', operands: [], flags: { '--format': ['json', 'text'] } },
    { line: '--severity low --severity high', operands: [], flags: { '--severity': ['high'] } },
    { line: '-qv', operands: [], flags: { '--quiet': [], '--verbose': [] } },
    { line: '-o -', operands: [], flags: { '--output': ['-'] } },
    { line: '-', operands: ['-'], flags: {} },
    { line: '-- -f', operands: ['-f'], flags: {} },
    { line: '-n shop -n mail', operands: [], flags: { '--namespace': ['shop', 'mail'] } },
  ])('"$line" is taken apart', ({ line, operands, flags }) => {
    const words = parse(line)
    expect(words.ok && words.value.operands).toEqual(operands)
    expect(words.ok && Object.fromEntries(words.value.flags)).toEqual(flags)
  })

  it.each([
    { line: '--formt json', at: '--formt', says: 'Did you mean --format?' },
    { line: '--formt=json', at: '--formt', says: 'Did you mean --format?' },
    { line: '-z', at: '-z', says: 'portolan scan --help' },
    { line: '--severity-threshold high', at: '--severity-threshold', says: '--fail-on?' },
    { line: '--skip-dirs vendor', at: '--skip-dirs', says: '--skip-path?' },
    { line: '--ascii=yes', at: '--ascii', says: 'portolan scan --help' },
    { line: '--persona', at: '--persona', says: 'It takes boss, analyst' },
    { line: 'a -o', at: '--output', says: 'portolan scan --help' },
  ])('"$line" is refused', ({ line, at, says }) => {
    const words = parse(line)
    expect(words.ok ? undefined : words.fault).toMatchObject({ code: 'USAGE', at })
    expect(words.ok ? '' : words.fault.remedy).toContain(says)
  })

  it('has as many operands as its command takes', () => {
    const none = parseWords(COMMANDS.explain, [])
    const two = parseWords(COMMANDS.completion, ['bash', 'zsh'])
    expect(none.ok ? '' : none.fault.message).toBe('ID is missing.')
    expect(two.ok ? '' : two.fault.message).toBe('It is not clear what "zsh" is for.')
  })
})
