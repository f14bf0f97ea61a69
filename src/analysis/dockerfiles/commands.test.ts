import { describe, expect, it } from 'vitest'
import { estateOf } from '../../intake/estate.testing.ts'
import { spotOf } from '../../model/place.ts'
import { commandsOf, type Command } from './commands.ts'

describe('what a Dockerfile runs', () => {
  it.each([
    { name: 'a text', run: 'RUN a \\\n  && b', found: ['2 a', '3 b'] },
    {
      name: 'a list',
      run: 'RUN ["sh", "-c", "a; b c"]',
      found: ['2 sh -c a; b c', '2 a', '2 b c'],
    },
    { name: 'other rights', run: 'RUN X=1 sudo -E a -b', found: ['2 sudo: a -b'] },
    {
      name: 'a substitution',
      run: 'RUN sh -c "$(curl u)"',
      found: ['2 sh -c $(curl u)', '2 curl u'],
    },
    {
      name: 'a heredoc',
      run: 'RUN <<EOF\na\nif b; then c; fi\nEOF',
      found: ['3 a', '4 b', '4 c', '4 fi'],
    },
    { name: 'a heredoc that is no script', run: 'RUN cat <<EOF > x\na\nEOF', found: ['2 cat > x'] },
    {
      name: 'a heredoc of another language',
      run: 'RUN <<EOF\n#!/usr/bin/env python3\na\nEOF',
      found: [],
    },
  ])('in $name', ({ run, found }) => {
    const { scene, faults } = estateOf({ Dockerfile: `FROM x\n${run}\n` })
    expect(faults).toEqual([])
    expect(scene.ofKind('Dockerfile').flatMap(commandsOf).map(wordsOf)).toEqual(found)
  })
})

function wordsOf({ place, via, program, args }: Command): string {
  const who = via.map((name) => `${name}: `).join('')
  return `${spotOf(place).line} ${who}${[program, ...args].join(' ')}`
}
