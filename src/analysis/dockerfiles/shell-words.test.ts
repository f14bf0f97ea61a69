import { describe, expect, it } from 'vitest'
import { plainCommands } from './shell-words.ts'

describe('the commands of a script', () => {
  it.each([
    { script: 'a b && c|d; e', commands: ['; a b', '&& c', '| d', '; e'] },
    { script: `echo 'x | y' "z && z"`, commands: ['; echo x | y z && z'] },
    {
      script: 'V=$(curl -k u) sh <(wget v)',
      commands: ['; V=', '$( curl -k u', ') sh', '<( wget v'],
    },
    { script: 'a >/etc/x 2>&1 &>y b', commands: ['; a > /etc/x 2 >& 1 & > y b'] },
    { script: 'a # b | c\nd', commands: ['; a', '\n d'] },
    { script: 'a\\ b "c\\"d"', commands: ['; a b c"d'] },
    { script: '', commands: [] },
  ])('of $script', ({ script, commands }) => {
    const found = plainCommands(script).map(
      ({ after, words }) => `${after} ${words.map(({ text }) => text).join(' ')}`,
    )
    expect(found).toEqual(commands)
  })
})
