import { explain } from '../app/explain.ts'
import { explanationMarkdown } from '../app/explanation-markdown.ts'
import { EXIT } from '../app/outcome.ts'
import { loadPages } from '../app/pages.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import { jsonText } from '../report/printable.ts'
import { COMMANDS, EXPLAIN_FORMATS } from './commands.data.ts'
import { explanationText } from './explanation-text.ts'
import type { Command } from './host.ts'
import { lookOf } from './look.ts'
import { wordOf } from './read-flags.ts'
import { screenStyle } from './style.ts'
import { refuse } from './tell-fault.ts'
import { parseWords } from './words.ts'

/** `portolan explain`: the eight parts of a rule. */
export const explainCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.explain, argv)
  if (!words.ok) return refuse(words.fault, host)
  const format = wordOf(words.value, '--format', EXPLAIN_FORMATS)
  if (!format.ok) return refuse(format.fault, host)
  const persona = wordOf(words.value, '--persona', VOCABULARY.persona)
  if (!persona.ok) return refuse(persona.fault, host)
  const provider = wordOf(words.value, '--provider', VOCABULARY.provider)
  if (!provider.ok) return refuse(provider.fault, host)
  const look = lookOf(words.value)
  if (!look.ok) return refuse(look.fault, host)
  const [id = ''] = words.value.operands
  const reader = { persona: persona.value, provider: provider.value }
  const told = explain(id, await loadPages(), reader)
  if (!told.ok) return refuse(told.fault, host)
  if (format.value === 'json') host.out(`${jsonText(told.value)}\n`)
  else if (format.value === 'md') host.out(explanationMarkdown(told.value))
  else host.out(explanationText(told.value, screenStyle(look.value, host)))
  return EXIT.fine
}
