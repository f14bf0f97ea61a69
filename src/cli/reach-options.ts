import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { isEndWord } from '../app/reach/ends.ts'
import { portOf } from '../app/reach/port-word.ts'
import type { ReachRequest } from '../app/reach/reach.ts'
import { misuse, oneOf } from '../app/usage.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { COMMANDS, REACH_FORMATS, REACH_WORDS } from './commands.data.ts'
import { configured, type Configured } from './configured.ts'
import type { Host } from './host.ts'
import { lookOf } from './look.ts'
import { isOn, valueOf, wordOf } from './read-flags.ts'
import type { Look } from './style.ts'
import { parseWords, type Words } from './words.ts'

/** A format of `portolan reach`. */
export type ReachFormat = (typeof REACH_FORMATS)[number]

type Task = (typeof REACH_WORDS)[number]

/** What `portolan reach` was told. */
export interface ReachOptions extends Configured {
  readonly task: 'list' | Task
  readonly words: Words
  /** What was named after the word for the task, as it was typed. */
  readonly operands: readonly string[]
  /** What was named as a file, without what stands for an end of a connection. */
  readonly named: readonly string[]
  readonly question: Omit<ReachRequest, 'estate'>
  /** Whether it is about ways in from outside. */
  readonly isExposed: boolean
  readonly format: ReachFormat
  /** Standard output without one. */
  readonly file: string | undefined
  readonly look: Look
}

/** Reads the words of `portolan reach`. What is no file is the end of a connection, where it starts before where it goes. */
export function reachOptions(argv: readonly string[], host: Host): Result<ReachOptions> {
  const words = parseWords(COMMANDS.reach, argv)
  if (!words.ok) return words
  const format = wordOf(words.value, '--format', REACH_FORMATS)
  if (!format.ok) return format
  const [first = '', ...others] = words.value.operands
  const task = REACH_WORDS.find((word) => word === first)
  const operands = task === undefined ? words.value.operands : others
  const { named, ends } = sortFor(task, operands, host)
  const question = questionOf(words.value, ends)
  if (!question.ok) return question
  const known = configured(words.value, named, host)
  if (!known.ok) return known
  const look = lookOf(words.value)
  if (!look.ok) return look
  const file = valueOf(words.value, '--output')
  return succeed({
    ...known.value,
    task: task ?? 'list',
    words: words.value,
    operands,
    named,
    question: question.value,
    isExposed: isOn(words.value, '--exposed'),
    format: format.value ?? 'text',
    file: file === '-' ? undefined : file,
    look: look.value,
  })
}

/** The format that was asked for, if a task knows it. */
export function formatAmong<T extends ReachFormat>(
  known: readonly T[],
  { task, format }: Pick<ReachOptions, 'task' | 'format'>,
): Result<T> {
  const found = known.find((one) => one === format)
  if (found !== undefined) return succeed(found)
  const command = task === 'list' ? 'portolan reach' : `portolan reach ${task}`
  return fail(
    misuse('--format', `${command} is not told as ${format}.`, `It is told as ${oneOf(known)}.`),
  )
}

interface Operands {
  readonly named: readonly string[]
  readonly ends: readonly string[]
}

function sortFor(task: Task | undefined, operands: readonly string[], host: Host): Operands {
  if (task === 'diff') return { named: [], ends: [] }
  return task === 'check' ? { named: operands, ends: [] } : sortOperands(operands, host)
}

function sortOperands(operands: readonly string[], { workingFolder }: Host): Operands {
  const isEnd = (word: string): boolean =>
    word !== '-' && (isEndWord(word) || !existsSync(resolve(workingFolder, word)))
  return {
    named: operands.filter((word) => !isEnd(word)),
    ends: operands.filter(isEnd),
  }
}

function questionOf(
  words: Words,
  [from, to, extra]: readonly string[],
): Result<Omit<ReachRequest, 'estate'>> {
  if (extra !== undefined) return fail(tooMany(extra))
  const isExposed = isOn(words, '--exposed')
  if (isExposed && to !== undefined) return fail(notFromOutside(to))
  const word = valueOf(words, '--port')
  const port = word === undefined ? succeed(undefined) : portOf(word)
  if (!port.ok) return port
  const plugin = wordOf(words, '--plugin', VOCABULARY.plugin)
  if (!plugin.ok) return plugin
  return succeed({
    from: isExposed ? undefined : from,
    to: isExposed ? from : to,
    port: port.value,
    hasReasons: isOn(words, '--why'),
    plugin: plugin.value,
  })
}

function tooMany(word: string): ReturnType<typeof misuse> {
  return misuse(
    'portolan reach',
    `A connection has two ends, and "${word}" is a third one that is no file.`,
    'Write portolan reach TARGET FROM TO.',
  )
}

function notFromOutside(word: string): ReturnType<typeof misuse> {
  return misuse(
    '--exposed',
    `--exposed starts outside, so it has one end, and "${word}" is another.`,
    'Write portolan reach TARGET --exposed TO.',
  )
}
