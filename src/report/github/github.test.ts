import { describe, expect, it } from 'vitest'
import {
  runOf,
  SHOP,
  UNREAD,
  verdictOf,
  withWaived,
  written,
} from '../../../test/report/verdicts.ts'
import { github } from './github.ts'
import { commandOf } from './workflow-command.ts'

const shop = verdictOf({ texts: SHOP, ...UNREAD })

describe('the GitHub report', () => {
  it('annotates in the order of the focus list, every action once before any has a second', () => {
    expect(headsOf(written(github, shop))).toEqual([
      'error deploy/cart.yaml:18 critical%3A Run no privileged containers (privileged-example)',
      'error deploy/cart.yaml:17 high%3A Run containers as a user other than root (root-example)',
      'error deploy/cart.yaml:19 high%3A Run containers as a user other than root (root-example)',
      'warning deploy/broken.yaml:12 not examined (INTAKE_YAML)',
      'warning deploy/cart.yaml:15 medium%3A Limit the memory of every container (limit-example)',
      'notice deploy/cart.yaml:3 low%3A Give every namespace a level (namespace-example)',
      'notice deploy/guess.yaml:10 cannot tell%3A Run no privileged containers (privileged-example)',
    ])
  })

  it('says how it stands in a line that the runner does not take for a command', () => {
    const [first] = written(github, withWaived(shop, 'limit-example')).split('\n')
    expect(first).toBe(
      'Portolan 0.1.0: Urgent, 1 critical, 2 high, 1 low open, 1 waived, 1 cannot tell, ' +
        '1 of 8 stops examined; gate failed: 3 at or above high -> exit 1',
    )
  })

  it('shows ten of a kind and says how many were left out', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`${index}.yaml`, SHOP['deploy/cart.yaml'] ?? '']),
    )
    const heads = headsOf(written(github, verdictOf({ texts })))
    const kinds = heads.map((head) => head.split(' ')[0])
    expect(kinds.filter((kind) => kind === 'error')).toHaveLength(10)
    expect(kinds.filter((kind) => kind === 'warning')).toHaveLength(10)
    expect(kinds.filter((kind) => kind === 'notice')).toHaveLength(10)
    expect(written(github, verdictOf({ texts })).trimEnd().split('\n').at(-1)).toBe(
      '::notice title=left out::26 more errors, 2 more warnings, 3 more notices: ' +
        'GitHub shows no more of a step. portolan scan -f json has all.',
    )
  })

  it('does not annotate what is hidden', () => {
    const run = runOf({ shown: ({ severity }) => severity === 'critical' })
    expect(headsOf(written(github, shop, run))).toHaveLength(3)
  })
})

describe('commandOf', () => {
  it('escapes what ends a property, a command or a line', () => {
    const at = { file: 'a,b:c%.yaml', line: 1 }
    expect(commandOf({ kind: 'error', title: 'x::y', message: '100 %: a, b\n::set', at })).toBe(
      '::error file=a%2Cb%3Ac%25.yaml,line=1,title=x%3A%3Ay::100 %25: a, b\\n::set\n',
    )
  })
})

function headsOf(text: string): readonly string[] {
  const commands = text.matchAll(/^::(\w+) (?:file=([^,]*),line=(\d+),[^:]*)?title=([^:]*)::/gm)
  return [...commands].map(([, kind, file, line, title]) =>
    file === undefined ? `${kind} ${title}` : `${kind} ${file}:${line} ${title}`,
  )
}
