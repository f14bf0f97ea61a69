import { expect, it } from 'vitest'
import { vectorWords } from './vector-words.ts'

it.each([
  [
    'CVSS:3.1/AV:L/AC:H/PR:L/UI:R/S:U/C:N/I:H/A:H',
    [
      'An attacker comes from within: a process, or a file that somebody opens.',
      'It takes an ordinary account, somebody who does something for it, circumstances that have to come about.',
      'What is lost: that data and programs stay as they were, that the service runs.',
    ],
  ],
  [
    'CVSS:4.0/AV:A/AC:L/AT:N/PR:H/UI:P/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N',
    [
      'An attacker comes from the same network.',
      'It takes an account with many rights, somebody who uses the program as usual, no special circumstances.',
      'What is lost: what should stay secret.',
    ],
  ],
  ['AV:N/AC:L/Au:N/C:P/I:P/A:P', []],
  ['high', []],
  ['CVSS:3.1/AV:X', []],
])('tells what %s says of an attack', (vector, words) => {
  expect(vectorWords(vector)).toEqual(words)
})
