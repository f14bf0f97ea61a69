import { describe, expect, it } from 'vitest'
import { COMMANDS } from './commands.data.ts'
import { commandHelp, overallHelp } from './help.ts'
import { run } from './host.testing.ts'

const specs = Object.values(COMMANDS)

describe('help', () => {
  it.each([60, 80, 100, 200])('keeps within %d columns but for what is to be typed', (width) => {
    for (const text of [overallHelp(width), ...specs.map((spec) => commandHelp(spec, width))]) {
      const long = text.split('\n').filter((line) => line.length > width)
      for (const line of long) expect(line).toMatch(/^ {2}(?:portolan|helm|source|-)/)
    }
  })

  it.each(specs.map((spec) => ({ name: spec.name, spec })))('tells all of $name', ({ spec }) => {
    const text = commandHelp(spec, 100)
    for (const { long, short = '' } of spec.flags) {
      expect(text).toContain(long)
      expect(text).toContain(short)
    }
    for (const { line } of spec.examples) expect(text).toContain(line)
  })

  it.each([
    { words: ['--help'], starts: 'Portolan charts' },
    { words: ['-h'], starts: 'Portolan charts' },
    { words: ['help'], starts: 'Portolan charts' },
    { words: ['help', 'fix'], starts: 'portolan fix' },
    { words: ['scan', '--help'], starts: 'portolan scan' },
    { words: ['scan', '--nonsense', '-h'], starts: 'portolan scan' },
  ])('is given for $words', async ({ words, starts }) => {
    const { exitCode, stdout, stderr } = await run(words)
    expect(exitCode).toBe(0)
    expect(stdout.startsWith(starts)).toBe(true)
    expect(stderr).toBe('')
  })

  it('is no answer to nothing: a script with an empty command must fail', async () => {
    const { exitCode, stdout, stderr } = await run([])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr.startsWith('Portolan charts')).toBe(true)
  })
})

describe('help of the plugin of kubectl', () => {
  it('is typed with a space', async () => {
    const { stdout } = await run(['scan', '--help'], { program: 'kubectl-portolan' })
    expect(stdout).toContain('kubectl portolan scan [TARGET...]')
    expect(stdout).not.toMatch(/(?<!kubectl )\bportolan scan/)
  })
})
