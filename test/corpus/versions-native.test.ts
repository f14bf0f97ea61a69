import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { array, constantFrom, sample, tuple, type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions } from '../../src/advisories/versions/compare-versions.ts'

// Native tools, where this machine has them, order the same random versions. Each is asked once, with all pairs.

type Pair = readonly [string, string]
const PAIRS = 2000

describe('native tools', () => {
  const hasDpkg = spawnSync('dpkg', ['--version']).status === 0
  if (!hasDpkg) console.info('dpkg is not on this machine, so it is not compared with.')
  it.skipIf(!hasDpkg)(
    'agree: dpkg',
    () => {
      const pairs = pairsOf(versions(['0', '1', '2', '10', '~', '+', 'a', 'rc', '.', 'b1']), 300)
      const theirs = pairs.map(([one, other]) => {
        const isBefore = spawnSync('dpkg', ['--compare-versions', one, 'lt', other]).status === 0
        const isSame = spawnSync('dpkg', ['--compare-versions', one, 'eq', other]).status === 0
        return isBefore ? -1 : isSame ? 0 : 1
      })
      expect(differing('Debian', pairs, theirs)).toEqual([])
    },
    120_000,
  )

  const hasPackaging = spawnSync('python3', ['-c', 'import packaging.version']).status === 0
  if (!hasPackaging) console.info('Python has no packaging here, so it is not compared with.')
  it.skipIf(!hasPackaging)('agree: packaging of Python', () => {
    const pairs = pairsOf(
      versions(['0', '1', '02', '10', '.', 'a', 'b1', 'rc', '.post', '.dev', '+x', '-', '1!']),
      PAIRS,
    )
    expect(differing('PyPI', pairs, askPython(pairs))).toEqual([])
  })

  const jar = process.env['PORTOLAN_MAVEN_ARTIFACT']
  const hasMaven = jar !== undefined && existsSync(jar.split(':')[0] ?? '')
  if (!hasMaven) console.info('PORTOLAN_MAVEN_ARTIFACT names no class path: Maven is not asked.')
  it.skipIf(!hasMaven)('agree: ComparableVersion of Maven', () => {
    const pairs = pairsOf(
      versions(['0', '1', '10', '.', '-', 'a', 'rc', 'cr', 'sp', 'final', 'x', 'snapshot']),
      PAIRS,
    ).filter((pair) => pair.every((version) => !version.startsWith('-')))
    expect(differing('Maven', pairs, askMaven(jar ?? '', pairs))).toEqual([])
  })
})

function versions(parts: readonly string[]): Arbitrary<string> {
  return array(constantFrom(...parts), { minLength: 1, maxLength: 6 }).map(
    (chosen) => `1${chosen.join('')}`,
  )
}

function pairsOf(version: Arbitrary<string>, count: number): readonly Pair[] {
  return sample(tuple(version, version), count)
}

function differing(
  ecosystem: string,
  pairs: readonly Pair[],
  theirs: readonly (number | undefined)[],
): readonly string[] {
  expect(theirs).toHaveLength(pairs.length)
  return pairs.flatMap(([one, other], at) => {
    const order = compareVersions(ecosystem, one, other)
    const ours = order === undefined ? undefined : Math.sign(order)
    return ours === theirs[at] ? [] : [`${one} ${other}: ours ${ours}, theirs ${theirs[at]}`]
  })
}

const PYTHON = `
import json, sys
from packaging.version import InvalidVersion, Version
def order(one, other):
    try: a, b = Version(one), Version(other)
    except InvalidVersion: return None
    return (a > b) - (a < b)
print(json.dumps([order(one, other) for one, other in json.load(sys.stdin)]))`

function askPython(pairs: readonly Pair[]): readonly (number | undefined)[] {
  const answer: unknown = JSON.parse(
    execFileSync('python3', ['-c', PYTHON], { input: JSON.stringify(pairs), encoding: 'utf8' }),
  )
  if (!Array.isArray(answer)) return []
  return answer.map((order: unknown) => (typeof order === 'number' ? order : undefined))
}

// Its main compares each argument with the one before; every second line of that is ours.
function askMaven(classPath: string, pairs: readonly Pair[]): readonly number[] {
  const main = 'org.apache.maven.artifact.versioning.ComparableVersion'
  const told = execFileSync('java', ['-cp', classPath, main, ...pairs.flat()], { encoding: 'utf8' })
  const orders = told.split('\n').flatMap((line) => {
    const sign = /^ {3}\S+ (<|>|==) \S+$/.exec(line)?.[1]
    return sign === undefined ? [] : [sign === '<' ? -1 : sign === '>' ? 1 : 0]
  })
  return orders.filter((_, at) => at % 2 === 0)
}
