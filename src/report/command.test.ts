import { describe, expect, it } from 'vitest'
import { runOf, SHOP, verdictOf } from '../../test/report/verdicts.ts'
import { commandOf } from './command.ts'

const { focus } = verdictOf({ texts: SHOP })

describe('commandOf', () => {
  it.each([
    { name: 'needs no target for the working folder', targets: ['.'], words: '' },
    { name: 'names the targets', targets: ['a', 'b/c.yaml'], words: ' a b/c.yaml' },
    { name: 'quotes for the shell', targets: ["it's $HOME"], words: String.raw` 'it'\''s $HOME'` },
    { name: 'keeps a target from being a flag', targets: ['-rf'], words: ' ./-rf' },
    {
      name: 'leaves many targets to the reader',
      targets: Array(30).fill('abc'),
      words: ' TARGET...',
    },
    { name: 'leaves what cannot be typed to the reader', targets: ['a\nb'], words: ' TARGET...' },
  ])('$name', ({ targets, words }) => {
    expect(command('privileged-example', targets)).toBe(`portolan fix privileged-example${words}`)
  })

  it('does not promise to mend what came through a pipe', () => {
    expect(command('root-example', ['-'])).toBe('portolan explain root-example')
  })

  it('explains what has no fix', () => {
    expect(command('limit-example', ['deploy'])).toBe('portolan explain limit-example')
  })
})

function command(ruleId: string, targets: readonly string[]): string | undefined {
  const action = focus.find(({ rule }) => rule.id === ruleId)
  return action && commandOf(action, runOf({ targets }))
}
