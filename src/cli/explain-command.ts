import { explain, type Reader } from '../app/explain.ts'
import { explanationMarkdown, flawMarkdown } from '../app/explanation-markdown.ts'
import { explainFlaw, isAdvisoryId, type FlawTold } from '../app/flaw/explain-flaw.ts'
import { EXIT } from '../app/outcome.ts'
import { loadPages } from '../app/pages.ts'
import { misuse } from '../app/usage.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import { succeed, type Result } from '../base/result.ts'
import { jsonText } from '../report/printable.ts'
import { COMMANDS, EXPLAIN_FORMATS } from './commands.data.ts'
import { configured } from './configured.ts'
import { explanationText, flawText } from './explanation-text.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { lookOf } from './look.ts'
import { pipeOf } from './pipe.ts'
import { wordOf } from './read-flags.ts'
import { screenStyle, type Look } from './style.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan explain`: the eight parts of a rule, or of an advisory with where the estate has it. */
export const explainCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.explain, argv)
  if (!words.ok) return refuse(words.fault, host)
  const options = explainOptions(words.value)
  if (!options.ok) return refuse(options.fault, host)
  const [id = ''] = words.value.operands
  return isAdvisoryId(id)
    ? tellFlaw(words.value, options.value, host)
    : tellRule(words.value, options.value, host)
}

interface ExplainOptions {
  readonly format: (typeof EXPLAIN_FORMATS)[number]
  readonly reader: Reader
  readonly look: Look
}

function explainOptions(words: Words): Result<ExplainOptions> {
  const format = wordOf(words, '--format', EXPLAIN_FORMATS)
  if (!format.ok) return format
  const persona = wordOf(words, '--persona', VOCABULARY.persona)
  if (!persona.ok) return persona
  const provider = wordOf(words, '--provider', VOCABULARY.provider)
  if (!provider.ok) return provider
  const look = lookOf(words)
  if (!look.ok) return look
  const reader = { persona: persona.value, provider: provider.value }
  return succeed({ format: format.value ?? 'text', reader, look: look.value })
}

async function tellRule(
  { operands }: Words,
  { format, reader, look }: ExplainOptions,
  host: Host,
): Promise<number> {
  const [id = '', extra] = operands
  if (extra !== undefined) return refuse(noEstate(extra), host)
  const told = explain(id, await loadPages(), reader)
  if (!told.ok) return refuse(told.fault, host)
  if (format === 'json') host.out(`${jsonText(told.value)}\n`)
  else if (format === 'md') host.out(explanationMarkdown(told.value))
  else host.out(explanationText(told.value, screenStyle(look, host)))
  return EXIT.fine
}

async function tellFlaw(words: Words, options: ExplainOptions, host: Host): Promise<number> {
  const told = await flawFor(words, options.reader, host)
  if (told === undefined) return interrupted(host, 'known')
  if (!told.ok) return refuse(told.fault, host)
  const { explanation, faults, exitCode } = told.value
  tellFaults(faults, FIRST_FAULTS, host)
  if (options.format === 'json') host.out(`${jsonText(explanation)}\n`)
  else if (options.format === 'md') host.out(flawMarkdown(explanation))
  else host.out(flawText(explanation, screenStyle(options.look, host)))
  return exitCode
}

const FIRST_FAULTS = 5

async function flawFor(
  words: Words,
  reader: Reader,
  host: Host,
): Promise<Result<FlawTold> | undefined> {
  const [id = '', ...named] = words.operands
  const known = configured(words, named, host)
  if (!known.ok) return known
  const { targets, estate } = known.value
  const readStdin = await pipeOf(targets, host)
  if (readStdin === undefined) return undefined
  const { workingFolder } = host
  const terms = { ...estate, targets, workingFolder, today: host.today(), readStdin }
  const asked = { estate: terms, store: estate.advisories, reader }
  return host.interruptible(() => explainFlaw(id, asked))?.value
}

function noEstate(target: string): ReturnType<typeof misuse> {
  return misuse(
    target,
    'A rule is explained without an estate.',
    'Leave the target out; portolan scan TARGET tells where the rule finds something.',
  )
}
