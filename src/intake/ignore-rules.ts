import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import ignore from 'ignore'
import type { Fault } from '../base/fault.ts'
import { decodeText } from './decode-text.ts'
import { readBytes } from './read-bytes.ts'
import { nameIn } from './targets.ts'

/** The patterns of one `.gitignore`; they speak about what is below `base`. */
export interface IgnoreRules {
  readonly base: string
  readonly matcher: Matcher
}

/** Patterns in gitignore syntax, asked with paths that are relative to where they were written. */
export type Matcher = (path: string) => 'ignored' | 'wanted' | 'unsaid'

/** What reading a `.gitignore` gave. */
export interface RulesRead {
  readonly rules: readonly IgnoreRules[]
  readonly faults: readonly Fault[]
}

/** The name of the files that hold patterns. */
export const IGNORE_FILE = '.gitignore'

/**
 * Makes a matcher of `patterns`. Case counts, as it does for Git on Linux: elsewhere more is read, never less. A folder
 * is asked about with a slash at its end.
 */
export function matcherOf(patterns: readonly string[]): Matcher {
  const rules = ignore({ ignorecase: false, allowRelativePaths: true }).add(patterns)
  return (path) => {
    const { ignored, unignored } = rules.test(path)
    if (ignored) return 'ignored'
    return unignored ? 'wanted' : 'unsaid'
  }
}

// The library makes regular expressions of patterns, and with many stars their time explodes on paths made for it: six
// `**` and sixty folders take minutes. Such patterns are left out, so that more is read and never less: where one makes
// an exception, all patterns before it go too.
const MOST_STARS = 3
const MOST_GLOBSTARS = 2
const LONGEST_PATTERN = 1000

function safePatterns(lines: readonly string[]): readonly string[] {
  const lost = lines.findLastIndex((line) => line.startsWith('!') && !isSafe(line))
  return lines.slice(lost + 1).filter(isSafe)
}

/** Whether a foreign pattern costs no more time than it is worth. */
export function isSafe(pattern: string): boolean {
  if (pattern.length > LONGEST_PATTERN) return false
  const stars = pattern.match(/\*+/g) ?? []
  return stars.length <= MOST_STARS && stars.filter((run) => run !== '*').length <= MOST_GLOBSTARS
}

/** Reads the `.gitignore` of `folder`, which users know as `name`. */
export function readIgnoreFile(folder: string, name: string, maxBytes: number): RulesRead {
  const at = nameIn(name, IGNORE_FILE)
  const bytes = readBytes(join(folder, IGNORE_FILE), at, maxBytes)
  if (!bytes.ok) return { rules: [], faults: [bytes.fault] }
  const text = decodeText(bytes.value, at)
  if (!text.ok) return { rules: [], faults: [text.fault] }
  return {
    rules: [{ base: folder, matcher: matcherOf(safePatterns(text.value.split(/\r?\n/))) }],
    faults: [],
  }
}

/**
 * The rules that the folders above `folder` set for it, deepest first: those up to the top of its Git repository, as Git
 * would apply them. None outside of a repository. Those that ignore `folder` itself are left out: whoever names a folder
 * wants it read.
 */
export function rulesAbove(folder: string, maxBytes: number): RulesRead {
  const reads = foldersToTop(folder)
    .filter((above) => existsSync(join(above, IGNORE_FILE)))
    .map((above) => readIgnoreFile(above, above, maxBytes))
  return {
    rules: applying(
      reads.flatMap((read) => read.rules),
      folder,
    ),
    faults: reads.flatMap((read) => read.faults),
  }
}

/** Those of `rules` that do not ignore `folder`: only they can say something about what is in it. */
export function applying(rules: readonly IgnoreRules[], folder: string): readonly IgnoreRules[] {
  return rules.filter(({ base, matcher }) => matcher(below(base, `${folder}/`)) !== 'ignored')
}

/** Whether `rules`, deepest first, ignore the file or folder at `path`: the deepest rule that speaks of it decides. */
export function isIgnored(rules: readonly IgnoreRules[], path: string): boolean {
  for (const { base, matcher } of rules) {
    const answer = matcher(below(base, path))
    if (answer !== 'unsaid') return answer === 'ignored'
  }
  return false
}

/** The folders above `folder` up to the top of its Git repository; none at the top and outside of a repository. */
export function foldersToTop(folder: string): readonly string[] {
  const above: string[] = []
  for (let current = folder; !existsSync(join(current, '.git')); current = dirname(current)) {
    const parent = dirname(current)
    if (parent === current) return []
    above.push(parent)
  }
  return above
}

function below(base: string, path: string): string {
  const relative = path.slice(base.endsWith(sep) ? base.length : base.length + 1)
  return sep === '/' ? relative : relative.replaceAll(sep, '/')
}
