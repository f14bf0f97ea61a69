/**
 * What a CVSS vector of version 3 or 4 says of the attack, in sentences; none for another version or a bare word.
 * Source: CVSS 3.1, section 2, and CVSS 4.0, section 2, first.org, read 2026-11-25.
 */
export function vectorWords(vector: string): readonly string[] {
  const version = /^CVSS:(?<version>[34])\.\d\//.exec(vector)?.groups?.['version']
  if (version === undefined) return []
  const metrics = new Map(
    vector.split('/').map((part): readonly [string, string] => {
      const [name = '', value = ''] = part.split(':')
      return [name, value]
    }),
  )
  const said = (name: string): string | undefined => WORDS[name]?.[metrics.get(name) ?? '']
  const needs = [said('PR'), said('UI'), said('AC')].filter((word) => word !== undefined)
  const lost = LOSSES.flatMap(({ names, word }) =>
    names.some((name) => metrics.get(name) === 'H') ? [word] : [],
  )
  return [
    ...(said('AV') === undefined ? [] : [`An attacker comes ${said('AV')}.`]),
    ...(needs.length === 0 ? [] : [`It takes ${needs.join(', ')}.`]),
    ...(lost.length === 0 ? [] : [`What is lost: ${lost.join(', ')}.`]),
  ]
}

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AV: {
    N: 'over the network, from as far away as anything leads there',
    A: 'from the same network',
    L: 'from within: a process, or a file that somebody opens',
    P: 'with the machine at hand',
  },
  PR: { N: 'no account', L: 'an ordinary account', H: 'an account with many rights' },
  UI: {
    N: 'nobody who helps',
    R: 'somebody who does something for it',
    P: 'somebody who uses the program as usual',
    A: 'somebody who does something for it',
  },
  AC: { L: 'no special circumstances', H: 'circumstances that have to come about' },
}

// Version 3 names what the flawed part loses C, I, A; version 4 VC, VI, VA.
const LOSSES = [
  { names: ['C', 'VC'], word: 'what should stay secret' },
  { names: ['I', 'VI'], word: 'that data and programs stay as they were' },
  { names: ['A', 'VA'], word: 'that the service runs' },
] as const
