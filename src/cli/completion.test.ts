import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { COMMANDS, SHELLS } from './commands.data.ts'
import { run } from './host.testing.ts'

const scriptOf = async (shell: string): Promise<string> => (await run(['completion', shell])).stdout

describe('completion', () => {
  it.each(SHELLS.map((shell) => ({ shell })))(
    'of $shell knows all commands and flags',
    async ({ shell }) => {
      const script = await scriptOf(shell)
      for (const { name, flags } of Object.values(COMMANDS)) {
        expect(script).toContain(name)
        for (const { long } of flags)
          expect(script).toContain(shell === 'fish' ? long.slice(2) : long)
      }
      expect(script).toContain('root-container')
      expect(script).toContain('third-parties')
    },
  )

  it.each([
    { typed: ['sc'], offers: ['scan'] },
    { typed: ['scan', '--pers'], offers: ['--persona'] },
    { typed: ['scan', '--persona', 'd'], offers: ['developer'] },
    { typed: ['scan', '-f', 's'], offers: ['sarif'] },
    { typed: ['scan', '--rule', 'root-c'], offers: ['root-container'] },
    { typed: ['explain', 'privileged-'], offers: ['privileged-container'] },
    { typed: ['completion', 'z'], offers: ['zsh'] },
    { typed: ['scan', 'some'], offers: [] },
    { typed: ['scan', '-o', 'some'], offers: [] },
  ])('of bash offers $offers for $typed', async ({ typed, offers }) => {
    const asked = [
      await scriptOf('bash'),
      `COMP_WORDS=(portolan ${typed.join(' ')})`,
      `COMP_CWORD=${typed.length}`,
      '_portolan',
      'printf "%s\\n" "${COMPREPLY[@]}"',
    ]
    const answer = execFileSync('bash', ['-c', asked.join('\n')], { encoding: 'utf8' })
    expect(answer.split('\n').filter(Boolean)).toEqual(offers)
  })

  it.each([
    { shell: 'zsh', check: ['zsh', '-n'] },
    { shell: 'fish', check: ['fish', '--no-execute'] },
  ])('of $shell is a script of that shell', async ({ shell, check: [program = '', flag = ''] }) => {
    const { error, status, stderr } = spawnSync(program, [flag], {
      input: await scriptOf(shell),
      encoding: 'utf8',
    })
    // A machine without the shell cannot tell.
    if (error !== undefined)
      return console.log(`${shell} is not here, so its script was not checked`)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
