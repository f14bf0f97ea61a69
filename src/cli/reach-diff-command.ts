import { diffReach, type ReachDiffRequest } from '../app/reach/diff.ts'
import { misuse } from '../app/usage.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import type { ToldReachDiff } from '../report/reach/diff/diff.ts'
import { reachDiffJson } from '../report/reach/diff/json.ts'
import { reachDiffMarkdown } from '../report/reach/diff/markdown.ts'
import { reachDiffText } from '../report/reach/diff/text.ts'
import { REACH_GATES } from './commands.data.ts'
import type { Host } from './host.ts'
import { pipeOf } from './pipe.ts'
import type { Answer } from './reach-answer.ts'
import { formatAmong, type ReachOptions } from './reach-options.ts'
import { wordOf } from './read-flags.ts'

/** `portolan reach diff OLD NEW`, answered; undefined when it was interrupted. */
export async function findReachDiff(
  options: ReachOptions,
  host: Host,
): Promise<Result<Answer> | undefined> {
  const request = requestOf(options)
  if (!request.ok) return request
  const format = formatAmong(['text', 'json', 'markdown'], options)
  if (!format.ok) return format
  const { old, now, ...terms } = request.value
  const readStdin = await pipeOf([old, now], host)
  if (readStdin === undefined) return undefined
  const { workingFolder } = host
  const estate = { ...options.estate, workingFolder, today: host.today(), readStdin }
  const found = host.interruptible(() => diffReach({ old, now, estate, ...terms }))?.value
  if (found === undefined || !found.ok) return found
  const { told, exitCode } = found.value
  return succeed({ faults: told.faults, exitCode, write: writers(told)[format.value] })
}

function writers(told: ToldReachDiff): Record<'text' | 'json' | 'markdown', Answer['write']> {
  return {
    text: (style, out) => reachDiffText(told, style, out),
    json: (_, out) => reachDiffJson(told, out),
    markdown: (_, out) => reachDiffMarkdown(told, out),
  }
}

function requestOf({
  operands: [old, now, extra],
  words,
  question,
}: ReachOptions): Result<Omit<ReachDiffRequest, 'estate'>> {
  if (old === undefined || now === undefined || extra !== undefined) return fail(TWO_SIDES)
  if (old === '-' && now === '-') return fail(ONE_PIPE)
  const failOn = wordOf(words, '--fail-on', REACH_GATES)
  if (!failOn.ok) return failOn
  const { port, hasReasons, plugin } = question
  return succeed({ old, now, port, hasReasons, plugin, failOn: failOn.value ?? 'opened' })
}

const TWO_SIDES = misuse(
  'portolan reach diff',
  'A comparison has two sides.',
  'Write portolan reach diff OLD NEW.',
)

const ONE_PIPE = misuse(
  'portolan reach diff',
  'Both sides cannot come through one pipe.',
  'Name a file or a folder for one of them.',
)
