import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { sortFixWords } from '../app/fix-words.ts'
import { diffOf, planFix, type FixPlan, type FixRequest, type MendedFile } from '../app/fix.ts'
import { EXIT } from '../app/outcome.ts'
import { misuse } from '../app/usage.ts'
import { writeFixes } from '../app/write-fixes.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { plural } from '../report/headline.ts'
import { printable } from '../report/printable.ts'
import { COMMANDS } from './commands.data.ts'
import { configured, type Configured } from './configured.ts'
import { selectionOf, type EstateOptions } from './estate-options.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { localDisk } from './local-disk.ts'
import { pipeOf } from './pipe.ts'
import { isOn } from './read-flags.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { tellOffStops } from './tell-off-stops.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan fix`: prints the changes that close what was asked for, or writes them. */
export const fixCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.fix, argv)
  if (!words.ok) return refuse(words.fault, host)
  const options = fixOptions(words.value, host)
  if (!options.ok) return refuse(options.fault, host)
  const { known, named, targets, isWriting, ...terms } = options.value
  if (asksForConfig(words.value)) return showConfig('fix', words.value, { ...known, named }, host)
  const readStdin = await pipeOf(targets, host)
  if (readStdin === undefined) return interrupted(host, 'changed')
  const estate = {
    ...terms.estate,
    targets,
    workingFolder: host.workingFolder,
    readStdin,
    today: host.today(),
  }
  const plan = host.interruptible(() => planFix({ ...terms, estate }))?.value
  if (plan === undefined) return interrupted(host, 'changed')
  if (!plan.ok) return refuse(plan.fault, host)
  const isShown = !isWriting || isOn(words.value, '--diff')
  if (isShown) showDiff(plan.value, host)
  const outcome = isWriting ? writePlan(plan.value, targets, host) : plan.value
  if (!isOn(words.value, '--quiet')) {
    tellOffStops(asksByName(terms) ? {} : terms, host)
    sumUp(outcome, isWriting, host)
  }
  return outcome.exitCode
}

interface FixOptions extends Pick<
  FixRequest,
  'selection' | 'findings' | 'onlySafe' | 'profile' | 'offStops'
> {
  readonly known: Configured
  readonly named: readonly string[]
  readonly targets: readonly string[]
  readonly estate: EstateOptions
  readonly isWriting: boolean
}

function fixOptions(words: Words, host: Host): Result<FixOptions> {
  const sorted = sortFixWords(words.operands, (path) =>
    existsSync(resolve(host.workingFolder, path)),
  )
  if (!sorted.ok) return sorted
  const selection = selectionOf(words)
  if (!selection.ok) return selection
  const { rules, findings, targets: named } = sorted.value
  const known = configured(words, named, host)
  if (!known.ok) return known
  const { targets, estate, judging } = known.value
  const isWriting = isOn(words, '--write')
  if (isWriting && targets.includes('-')) return fail(PIPE_IS_NO_FILE)
  return succeed({
    known: known.value,
    named,
    ...judging,
    selection: { ...selection.value, rules: [...selection.value.rules, ...rules] },
    findings,
    onlySafe: isOn(words, '--only-safe'),
    targets: targets.length === 0 ? ['.'] : targets,
    estate,
    isWriting,
  })
}

// What is named is looked at, also where its stop is off.
function asksByName({ findings, selection }: Pick<FixOptions, 'findings' | 'selection'>): boolean {
  return findings.length > 0 || selection.rules.length > 0 || selection.stops.length > 0
}

const PIPE_IS_NO_FILE = misuse(
  '--write',
  'What comes through a pipe is no file that could be written.',
  'Leave --write out to get the changes as a diff, or name the files.',
)

function showDiff({ files }: FixPlan, host: Host): void {
  const { text, withheld } = diffOf(files)
  host.out(text)
  if (withheld.length === 0) return
  const places = withheld.map(printable).join(', ')
  host.err(
    `not shown, as the lines there hold secrets: ${places}; --write makes these changes too\n`,
  )
}

function writePlan(plan: FixPlan, targets: readonly string[], host: Host): FixPlan {
  const { files, faults } = writeFixes(plan.files, targets, localDisk(host.workingFolder))
  for (const { file, mended } of files) host.out(`${printable(file)}: ${rulesOf(mended)}\n`)
  if (faults.length === 0) return plan
  return { ...plan, files, faults: [...plan.faults, ...faults], exitCode: EXIT.incomplete }
}

function rulesOf(mended: MendedFile['mended']): string {
  // A file may change for a finding that stands in another one.
  if (mended.length === 0) return 'changed'
  return mended.map(({ rule, count }) => (count === 1 ? rule : `${rule} (${count})`)).join(', ')
}

function sumUp({ files, leftovers, faults }: FixPlan, isWriting: boolean, host: Host): void {
  tellFaults(faults, Infinity, host)
  for (const { rule, count, why } of leftovers) {
    host.err(`left: ${plural(count, 'finding')} of ${rule}: ${why}\n`)
  }
  const mended = files.flatMap((file) => file.mended).reduce((sum, { count }) => sum + count, 0)
  const what = `${plural(mended, 'finding')} in ${plural(files.length, 'file')}`
  const done = isWriting ? `mended ${what}` : `would mend ${what}; --write does`
  host.err(`portolan: ${files.length === 0 ? 'nothing to change' : done}\n`)
}
