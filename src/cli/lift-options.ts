import type { Config } from '../app/config/load-config.ts'
import type { GivenTerms } from '../app/lift.ts'
import { misuse, oneOf } from '../app/usage.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { COMMANDS, LIFT_WORDS, LIST_FORMATS } from './commands.data.ts'
import { configured } from './configured.ts'
import type { EstateOptions } from './estate-options.ts'
import type { Host } from './host.ts'
import { isOn, valueOf, wordOf } from './read-flags.ts'
import { parseWords, type Words } from './words.ts'

/** One of the things that `portolan lift` does. */
type LiftTask = 'lift' | (typeof LIFT_WORDS)[number]

/** What `portolan lift` was told. */
export interface LiftOptions {
  readonly task: LiftTask
  /** Of a rule, a finding or a waiver; empty for the tasks that look at all. */
  readonly id: string
  readonly on: string | undefined
  readonly container: string | undefined
  readonly part: string | undefined
  readonly terms: GivenTerms
  /** What was named beside the id. */
  readonly named: readonly string[]
  readonly words: Words
  readonly config: Config
  /** What was named, else what the configuration names. */
  readonly targets: readonly string[]
  readonly estate: EstateOptions
  readonly isWriting: boolean
  readonly isShowing: boolean
  readonly isJson: boolean
}

const CONFIGURED = ['--config', '--show-config', '--waivers']
const EVERYWHERE = [...CONFIGURED, '--cluster', '--skip-path', '--kubernetes-version', '--help']
const CHANGING = ['--until', '--approved-by', '--diff', '--write']

// What a task does not heed it refuses, so that nobody waits for what never comes.
const HEEDED: Readonly<Record<LiftTask, readonly string[]>> = {
  lift: [
    ...EVERYWHERE,
    ...CHANGING,
    '--on',
    '--container',
    '--part',
    '--owner',
    '--reason',
    '--ticket',
    '--until-fixed',
  ],
  list: [...EVERYWHERE, '--format'],
  check: [...EVERYWHERE, '--format'],
  renew: [...CHANGING, ...CONFIGURED],
  drop: [...CONFIGURED, '--diff', '--write'],
}

/** Reads the words after `portolan lift`. */
export function liftOptions(argv: readonly string[], host: Host): Result<LiftOptions> {
  const parsed = parseWords(COMMANDS.lift, argv)
  if (!parsed.ok) return parsed
  const words = parsed.value
  const { task, operands } = taskOf(words)
  const idle = [...words.flags.keys()].find((flag) => !HEEDED[task].includes(flag))
  if (idle !== undefined) return fail(unheeded(task, idle))
  const format = wordOf(words, '--format', LIST_FORMATS)
  if (!format.ok) return format
  const isForAll = task === 'list' || task === 'check'
  const [id = '', ...rest] = isForAll ? ['', ...operands] : operands
  if (id === '' && !isForAll) return fail(noId(task))
  if (task === 'renew' && valueOf(words, '--until') === undefined) return fail(NO_DAY)
  const known = configured(words, rest, host)
  if (!known.ok) return known
  const { config, targets, estate } = known.value
  return succeed({
    task,
    id,
    on: valueOf(words, '--on'),
    container: valueOf(words, '--container'),
    part: valueOf(words, '--part'),
    terms: termsOf(words),
    named: rest,
    words,
    config,
    targets,
    estate,
    isWriting: isOn(words, '--write'),
    isShowing: isOn(words, '--diff') || !isOn(words, '--write'),
    isJson: format.value === 'json',
  })
}

function taskOf({ operands }: Words): {
  readonly task: LiftTask
  readonly operands: readonly string[]
} {
  const [first, ...rest] = operands
  const task = LIFT_WORDS.find((word) => word === first)
  return task === undefined ? { task: 'lift', operands } : { task, operands: rest }
}

function termsOf(words: Words): GivenTerms {
  return {
    until: valueOf(words, '--until'),
    owner: valueOf(words, '--owner'),
    reason: valueOf(words, '--reason'),
    approvedBy: valueOf(words, '--approved-by'),
    ticket: valueOf(words, '--ticket'),
    untilFixed: isOn(words, '--until-fixed'),
  }
}

const NO_DAY = misuse(
  '--until',
  'A waiver is renewed until a day.',
  'Add --until DAY, such as 2027-06-30.',
)

function noId(task: LiftTask) {
  const remedy = 'portolan lift list tells the ids.'
  return misuse(task, `portolan lift ${task} is for the waiver of an id, which is missing.`, remedy)
}

function unheeded(task: LiftTask, flag: string) {
  const name = task === 'lift' ? 'lift ID' : `lift ${task}`
  const remedy = `It takes ${oneOf(HEEDED[task].filter((known) => known !== '--help'))}.`
  return misuse(flag, `portolan ${name} does not heed ${flag}.`, remedy)
}
