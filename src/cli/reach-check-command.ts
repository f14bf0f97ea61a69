import { checkReach } from '../app/reach/check.ts'
import { misuse } from '../app/usage.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import type { ToldReachCheck } from '../report/reach/check/check.ts'
import { reachCheckJson } from '../report/reach/check/json.ts'
import { reachCheckMarkdown } from '../report/reach/check/markdown.ts'
import { reachCheckText } from '../report/reach/check/text.ts'
import type { Host } from './host.ts'
import { pipeOf } from './pipe.ts'
import type { Answer } from './reach-answer.ts'
import { formatAmong, type ReachOptions } from './reach-options.ts'
import { isOn, valueOf } from './read-flags.ts'

/** `portolan reach check`, answered; undefined when it was interrupted. */
export async function findReachCheck(
  options: ReachOptions,
  host: Host,
): Promise<Result<Answer> | undefined> {
  const { words, targets, config, question } = options
  const format = formatAmong(['text', 'json', 'markdown'], options)
  if (!format.ok) return format
  const stray = ['--exposed', '--why', '--port'].find(
    (flag) => isOn(words, flag) || valueOf(words, flag) !== undefined,
  )
  if (stray !== undefined) return fail(noFlag(stray))
  const readStdin = await pipeOf(targets, host)
  if (readStdin === undefined) return undefined
  const { workingFolder } = host
  const estate = { ...options.estate, targets, workingFolder, today: host.today(), readStdin }
  const { expectations } = config
  const { plugin } = question
  const found = host.interruptible(() => checkReach({ estate, expectations, plugin }))?.value
  if (found === undefined || !found.ok) return found
  const { told, exitCode } = found.value
  return succeed({ faults: told.faults, exitCode, write: writers(told)[format.value] })
}

function writers(told: ToldReachCheck): Record<'text' | 'json' | 'markdown', Answer['write']> {
  return {
    text: (style, out) => reachCheckText(told, style, out),
    json: (_, out) => reachCheckJson(told, out),
    markdown: (_, out) => reachCheckMarkdown(told, out),
  }
}

function noFlag(flag: string): ReturnType<typeof misuse> {
  return misuse(
    'portolan reach check',
    `${flag} has no part in a check: what is held to what stands in portolan.yaml.`,
    'Leave it out; a check always tells why.',
  )
}
