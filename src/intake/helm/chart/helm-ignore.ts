import { posix } from 'node:path'
import { matchFrom, patternOf, type Pattern } from '../regex/match.ts'
import { globPattern } from './glob.ts'

/** Tells whether a path below a chart's folder is no part of the chart. */
export type IgnoreTest = (path: string, isFolder: boolean) => boolean

interface Rule {
  readonly pattern: Pattern
  readonly isNegated: boolean
  readonly isForFolders: boolean
  /** Whether the pattern speaks of the name alone, wherever it stands. */
  readonly isOfName: boolean
}

// Helm's own addition to every chart's rules.
const HIDDEN_TEMPLATES = 'templates/.?*'

/** The test that a `.helmignore` says. */
export function ignoreTest(text: string): IgnoreTest {
  const lines = [...text.replace(/^\uFEFF/, '').split('\n'), HIDDEN_TEMPLATES]
  const rules = lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.includes('**'))
  const tests = rules.map(ruleOf)
  return (path, isFolder) => isIgnored(tests, path, isFolder)
}

function ruleOf(line: string): Rule {
  const isNegated = line.startsWith('!')
  const body = isNegated ? line.slice(1) : line
  const isForFolders = body.endsWith('/')
  const path = isForFolders ? body.slice(0, -1) : body
  const isOfName = !path.includes('/')
  const pattern = patternOf(globPattern(path.replace(/^\//, ''), { hasStars: false }))
  return { pattern, isNegated, isForFolders, isOfName }
}

// The first rule that says something counts; one with an exclamation mark leaves out all that it does not name.
function isIgnored(rules: readonly Rule[], path: string, isFolder: boolean): boolean {
  for (const { pattern, isNegated, isForFolders, isOfName } of rules) {
    const isMatch = matchFrom(pattern, isOfName ? posix.basename(path) : path, 0) !== undefined
    if (isNegated) {
      if ((isForFolders && !isFolder) || !isMatch) return true
    } else if (isMatch && (!isForFolders || isFolder)) return true
  }
  return false
}
