import { listQuestions, type QuestionList, type QuestionTerms } from '../app/questions.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import { succeed, type Result } from '../base/result.ts'
import { COMMANDS, LIST_FORMATS } from './commands.data.ts'
import { configured, type Configured } from './configured.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { lookOf } from './look.ts'
import { pipeOf } from './pipe.ts'
import { questionsJson, questionsText } from './question-list.ts'
import { isOn, wordOf, wordsOf } from './read-flags.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { screenStyle, type Look } from './style.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan questions`: what no manifest can show, and what people answered. */
export const questionsCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.questions, argv)
  if (!words.ok) return refuse(words.fault, host)
  const options = questionOptions(words.value, host)
  if (!options.ok) return refuse(options.fault, host)
  const { config, isJson, look } = options.value
  if (asksForConfig(words.value))
    return showConfig('questions', words.value, { config, named: words.value.operands }, host)
  const list = await listFor(options.value, host)
  if (list === undefined) return interrupted(host, 'known')
  tellFaults(list.faults, FIRST_FAULTS, host)
  host.out(isJson ? questionsJson(list) : questionsText(list, screenStyle(look, host)))
  return list.exitCode
}

const FIRST_FAULTS = 5

interface QuestionOptions extends Configured {
  readonly terms: QuestionTerms
  readonly isJson: boolean
  readonly look: Look
}

function questionOptions(words: Words, host: Host): Result<QuestionOptions> {
  const known = configured(words, words.operands, host)
  if (!known.ok) return known
  const format = wordOf(words, '--format', LIST_FORMATS)
  if (!format.ok) return format
  const stops = wordsOf(words, '--stop', VOCABULARY.stop)
  if (!stops.ok) return stops
  const look = lookOf(words)
  if (!look.ok) return look
  const { answers } = known.value.judging
  return succeed({
    ...known.value,
    terms: { answers, stops: stops.value, openOnly: isOn(words, '--open') },
    isJson: format.value === 'json',
    look: look.value,
  })
}

async function listFor(
  { targets, estate, terms }: QuestionOptions,
  host: Host,
): Promise<QuestionList | undefined> {
  const readStdin = await pipeOf(targets, host)
  if (readStdin === undefined) return undefined
  const { workingFolder } = host
  const asked = { ...estate, targets, workingFolder, today: host.today(), readStdin }
  return host.interruptible(() => listQuestions(asked, terms))?.value
}
