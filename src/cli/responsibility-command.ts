import { EXIT } from '../app/outcome.ts'
import {
  checkResponsibility,
  tellResponsibility,
  type ResponsibilityCheck,
} from '../app/responsibility.ts'
import { succeed, type Result } from '../base/result.ts'
import { jsonText } from '../report/printable.ts'
import { responsibilityMarkdown } from '../report/responsibility/markdown.ts'
import { responsibilityText } from '../report/responsibility/text.ts'
import { COMMANDS, PAGE_FORMATS } from './commands.data.ts'
import { configured, type Configured } from './configured.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { lookOf } from './look.ts'
import { pipeOf } from './pipe.ts'
import { isOn, wordOf } from './read-flags.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { screenStyle, type Look } from './style.ts'
import { refuse } from './tell-fault.ts'
import { tellOffStops } from './tell-off-stops.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan responsibility`: who answers for what, and what an estate shows of it. */
export const responsibilityCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.responsibility, argv)
  if (!words.ok) return refuse(words.fault, host)
  const options = responsibilityOptions(words.value, host)
  if (!options.ok) return refuse(options.fault, host)
  const { config } = options.value
  if (asksForConfig(words.value)) {
    const named = words.value.operands
    return showConfig('responsibility', words.value, { config, named }, host)
  }
  const check = await checkFor(options.value, host)
  if (check === undefined) return interrupted(host, 'known')
  if (!check.ok) return refuse(check.fault, host)
  tellOffStops(options.value.judging, host)
  write(check.value, options.value, host)
  return check.value.exitCode
}

interface ResponsibilityOptions extends Configured {
  readonly isForAll: boolean
  readonly format: (typeof PAGE_FORMATS)[number]
  readonly look: Look
}

function responsibilityOptions(words: Words, host: Host): Result<ResponsibilityOptions> {
  const format = wordOf(words, '--format', PAGE_FORMATS)
  if (!format.ok) return format
  const known = configured(words, words.operands, host)
  if (!known.ok) return known
  const look = lookOf(words)
  if (!look.ok) return look
  return succeed({
    ...known.value,
    isForAll: isOn(words, '--all'),
    format: format.value ?? 'text',
    look: look.value,
  })
}

async function checkFor(
  { targets, estate, judging, isForAll }: ResponsibilityOptions,
  host: Host,
): Promise<Result<ResponsibilityCheck> | undefined> {
  if (targets.length === 0)
    return succeed(tellResponsibility(isForAll ? undefined : estate.provider))
  const readStdin = await pipeOf(targets, host)
  if (readStdin === undefined) return undefined
  const { workingFolder } = host
  const terms = { ...estate, targets, workingFolder, today: host.today(), readStdin }
  return host.interruptible(() => checkResponsibility(terms, { ...judging, isForAll }))?.value
}

function write(
  { table, offeringEvidence, exitCode }: ResponsibilityCheck,
  { format, look }: ResponsibilityOptions,
  host: Host,
): void {
  if (format === 'json') host.out(`${jsonText({ ...table, offeringEvidence })}\n`)
  else if (format === 'markdown') host.out(responsibilityMarkdown(table, offeringEvidence))
  else host.out(responsibilityText(table, offeringEvidence, screenStyle(look, host)))
  if (exitCode === EXIT.incomplete) host.err(INCOMPLETE)
}

const INCOMPLETE =
  'portolan: not all of the estate could be examined, so more may be open; portolan scan tells what -> exit 3\n'
