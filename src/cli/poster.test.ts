import { describe, expect, it } from 'vitest'
import { VOCABULARY } from '../app/vocabulary.ts'
import { COMMANDS } from './commands.data.ts'
import { run } from './host.testing.ts'
import { POSTER_COMMANDS } from './poster-commands.data.ts'
import { parseWords } from './words.ts'

const PRIVILEGED = Buffer.from(`apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  containers:
    - name: web
      image: registry.example/web:1.0.0
      securityContext: {privileged: true}
`)
const piped = { readStdin: () => Promise.resolve(PRIVILEGED) }
const posterFor = async (persona: string, words: readonly string[] = [], machine = {}) =>
  run(['poster', '--persona', persona, ...words], machine)

// Between the marks of elements, as a reader sees it.
const plain = (html: string): string =>
  html
    .replace(/<style>[^]*<\/style>/, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('portolan poster', () => {
  it('wants to know whom it is for', async () => {
    const { exitCode, stdout, stderr } = await run(['poster'])
    expect(exitCode).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('--persona boss, analyst, architect, developer or user')
  })

  it.each(VOCABULARY.persona)(
    'tells ten restrictions, each with its lift, to the %s',
    async (persona) => {
      const { exitCode, stdout } = await posterFor(persona)
      expect(exitCode).toBe(0)
      const cards = stdout.split('<li class="card">').slice(1)
      expect(cards).toHaveLength(10)
      for (const card of cards) expect(plain(card)).toMatch(/ Restricts .+\. Lift .+\. /)
    },
  )

  it.each(VOCABULARY.persona)('loads nothing and runs nothing for the %s', async (persona) => {
    const { stdout } = await posterFor(persona)
    expect(stdout).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\s(?:src|href)="(?!#)/)
    expect(stdout).not.toContain('style="')
  })

  it('begins with what is nearest to the persona', async () => {
    const first = async (persona: string): Promise<string> =>
      plain((await posterFor(persona)).stdout.split('<li class="card">')[1] ?? '')
    expect(await first('boss')).toContain('One key without an end date')
    expect(await first('developer')).toContain('Keep values in a vault or encrypted')
  })

  it('tells how an estate stands, by shape and word', async () => {
    const { exitCode, stdout } = await posterFor('developer', ['-'], piped)
    expect(exitCode).toBe(0)
    const text = plain(stdout)
    expect(text).toContain('4 Workloads ■ Urgent')
    expect(text).toContain('1 Cloud ○ Not examined')
    expect(text).toContain('Take privileged mode from containers')
    expect(text).toMatch(/Whose move developer \d+ open/)
  })

  it('says nothing of the state of any estate without one', async () => {
    const text = plain((await posterFor('boss')).stdout)
    expect(text).not.toMatch(/\d+ open/)
    expect(text).toContain('architect or provider restriction')
  })

  it('names one owner under an offering', async () => {
    const text = plain((await posterFor('boss', ['--provider', 'gke'])).stdout)
    expect(text).not.toContain('architect or provider')
  })

  it('is incomplete when the estate could not be read', async () => {
    const machine = { readStdin: () => Promise.resolve(Buffer.from('a: [')) }
    const { exitCode, stdout } = await posterFor('boss', ['-'], machine)
    expect(exitCode).toBe(3)
    expect(plain(stdout)).toContain('Not all of it could be examined')
    expect(plain(stdout)).not.toContain('✓ Clear nothing')
  })

  it('writes names of the estate as text', async () => {
    const { stdout } = await posterFor('boss', ['<img src=x>.yaml'])
    expect(stdout).toContain('&lt;img src=x&gt;.yaml')
    expect(stdout).not.toContain('<img')
  })

  it.each(Object.values(POSTER_COMMANDS).flat())(
    'shows a command that exists: $line',
    ({ line }) => {
      const [program, name, ...words] = line.split(' ')
      const spec = Object.values(COMMANDS).find((command) => command.name === name)
      expect(program).toBe('portolan')
      expect(spec && parseWords(spec, words).ok).toBe(true)
    },
  )
})
