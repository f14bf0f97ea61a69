import { resolve } from 'node:path'
import { findExposed } from '../app/reach/exposed.ts'
import { findReach } from '../app/reach/reach.ts'
import type { Fault } from '../base/fault.ts'
import { succeed, type Result } from '../base/result.ts'
import { reachCsv } from '../report/reach/csv.ts'
import { exposedCsv } from '../report/reach/exposed-csv.ts'
import { exposedJson } from '../report/reach/exposed-json.ts'
import { exposedText } from '../report/reach/exposed-text.ts'
import type { ToldExposed } from '../report/reach/exposed.ts'
import { reachJson } from '../report/reach/json.ts'
import { pictureDot } from '../report/reach/picture/dot.ts'
import { reachMapSvg } from '../report/reach/picture/map-svg.ts'
import { matrixSvg } from '../report/reach/picture/matrix-svg.ts'
import { pictureMermaid } from '../report/reach/picture/mermaid.ts'
import type { ToldReach } from '../report/reach/reach.ts'
import { reachText } from '../report/reach/text.ts'
import type { Style, Write } from '../report/report.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { reportFault } from './outputs.ts'
import { pipeOf } from './pipe.ts'
import type { Answer } from './reach-answer.ts'
import { findReachCheck } from './reach-check-command.ts'
import { findReachDiff } from './reach-diff-command.ts'
import { formatAmong, reachOptions, type ReachOptions } from './reach-options.ts'
import { replaceFile } from './replace-file.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { fileStyle, screenStyle } from './style.ts'
import { systemCode } from './system-code.ts'
import { refuse, tellFaults } from './tell-fault.ts'

/** `portolan reach`: who can reach whom by the policies, and why. */
export const reachCommand: Command = async (argv, host) => {
  const options = reachOptions(argv, host)
  if (!options.ok) return refuse(options.fault, host)
  const { words, config, named } = options.value
  if (asksForConfig(words)) return showConfig('reach', words, { config, named }, host)
  const found = await FINDERS[options.value.task](options.value, host)
  if (found === undefined) return interrupted(host, 'known')
  if (!found.ok) return refuse(found.fault, host)
  tellFaults(found.value.faults, FIRST_FAULTS, host)
  return write(found.value, options.value, host)
}

const FIRST_FAULTS = 5

type Find = (options: ReachOptions, host: Host) => Promise<Result<Answer> | undefined>

const FINDERS: Readonly<Record<ReachOptions['task'], Find>> = {
  list: find,
  diff: findReachDiff,
  check: findReachCheck,
}

async function find(options: ReachOptions, host: Host): Promise<Result<Answer> | undefined> {
  const { targets, estate, question, isExposed } = options
  const chosen = formatAmong(isExposed ? LISTS : [...LISTS, ...PICTURES], options)
  if (!chosen.ok) return chosen
  const format = chosen.value
  const readStdin = await pipeOf(targets, host)
  if (readStdin === undefined) return undefined
  const { workingFolder } = host
  const terms = { ...estate, targets, workingFolder, today: host.today(), readStdin }
  const request = { estate: terms, ...question }
  return host.interruptible((): Result<Answer> => {
    const list = LISTS.find((one) => one === format)
    if (isExposed && list !== undefined)
      return answerOf(findExposed(request), EXPOSED_WRITERS[list])
    return answerOf(findReach(request), WRITERS[format])
  })?.value
}

interface Found<T> {
  readonly told: T
  readonly exitCode: number
}

const LISTS = ['text', 'json', 'csv'] as const
const PICTURES = ['svg', 'matrix-svg', 'dot', 'mermaid'] as const

type ListFormat = (typeof LISTS)[number]

type Writer<T> = (told: T, style: Style, out: Write) => void

function answerOf<T extends Told>(found: Result<Found<T>>, writer: Writer<T>): Result<Answer> {
  if (!found.ok) return found
  const { told, exitCode } = found.value
  return succeed({
    faults: told.faults,
    exitCode,
    write: (style, out) => writer(told, style, out),
  })
}

interface Told {
  readonly faults: readonly Fault[]
}

const WRITERS: Readonly<Record<ListFormat | (typeof PICTURES)[number], Writer<ToldReach>>> = {
  text: reachText,
  json: (reach, _, out) => reachJson(reach, out),
  csv: (reach, _, out) => reachCsv(reach, out),
  svg: (reach, _, out) => reachMapSvg(reach.picture(), out),
  'matrix-svg': (reach, _, out) => matrixSvg(reach.picture(), out),
  dot: (reach, _, out) => pictureDot(reach.picture(), out),
  mermaid: (reach, _, out) => pictureMermaid(reach.picture(), out),
}

const EXPOSED_WRITERS: Readonly<Record<ListFormat, Writer<ToldExposed>>> = {
  text: exposedText,
  json: (exposed, _, out) => exposedJson(exposed, out),
  csv: (exposed, _, out) => exposedCsv(exposed, out),
}

function write(answer: Answer, { file, look }: ReachOptions, host: Host): number {
  const { exitCode } = answer
  if (file === undefined) {
    // Pairs are worked out while they are written, and there may be millions.
    const done = host.interruptible(() => {
      answer.write(screenStyle(look, host), host.out)
    })
    return done === undefined ? interrupted(host, 'known') : exitCode
  }
  try {
    replaceFile(resolve(host.workingFolder, file), (out) => {
      answer.write(fileStyle(look), out)
      return true
    })
  } catch (error) {
    return refuse(reportFault(file, `the system says ${systemCode(error)}`), host)
  }
  return exitCode
}
