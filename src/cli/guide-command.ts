import type { Config } from '../app/config/load-config.ts'
import type { Reader } from '../app/explain.ts'
import { guideMarkdown, topicsMarkdown } from '../app/guide-markdown.ts'
import {
  chooseSubject,
  guideTo,
  isProven,
  listTopics,
  topicsOf,
  type Subject,
  type TopicRow,
} from '../app/guide.ts'
import { EXIT } from '../app/outcome.ts'
import { loadGuides } from '../app/pages.ts'
import { askedToday } from '../app/questions.ts'
import { misuse } from '../app/usage.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { jsonText } from '../report/printable.ts'
import { COMMANDS, EXPLAIN_FORMATS, TIER_WORDS } from './commands.data.ts'
import { configured, type Configured } from './configured.ts'
import type { EstateOptions } from './estate-options.ts'
import { guideText, outlineText, stopText, type Outline } from './guide-text.ts'
import type { Command, Host } from './host.ts'
import { lookOf } from './look.ts'
import { isOn, valueOf, wordOf } from './read-flags.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { screenStyle, type Look } from './style.ts'
import { refuse } from './tell-fault.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan guide`: what to do at a stop or in a topic, and the configuration that does it. */
export const guideCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.guide, argv)
  if (!words.ok) return refuse(words.fault, host)
  const options = guideOptions(words.value, host)
  if (!options.ok) return refuse(options.fault, host)
  if (asksForConfig(words.value)) {
    const [, ...named] = words.value.operands
    return showConfig('guide', words.value, { config: options.value.config, named }, host)
  }
  if (options.value.targets.length > 0) {
    const { configureEstate } = await import('./guide-configuration.ts')
    return await configureEstate(options.value, host)
  }
  await tell(options.value, host)
  return EXIT.fine
}

/** What the command was asked. */
export interface GuideOptions {
  readonly config: Config
  readonly answers: Configured['judging']['answers']
  readonly subject: Subject
  readonly targets: readonly string[]
  readonly format: (typeof EXPLAIN_FORMATS)[number]
  /** The folder that files are written to. */
  readonly folder: string | undefined
  /** Where what holds for all namespaces is written. */
  readonly tier: (typeof TIER_WORDS)[number]
  /** Whether the proof is told. */
  readonly isVerified: boolean
  readonly reader: Reader
  readonly estate: EstateOptions
  readonly look: Look
}

function guideOptions(words: Words, host: Host): Result<GuideOptions> {
  const [name, ...named] = words.operands
  const subject = chooseSubject(name)
  if (!subject.ok) return subject
  const format = wordOf(words, '--format', EXPLAIN_FORMATS)
  if (!format.ok) return format
  const persona = wordOf(words, '--persona', VOCABULARY.persona)
  if (!persona.ok) return persona
  const tier = wordOf(words, '--tier', TIER_WORDS)
  if (!tier.ok) return tier
  const known = configured(words, named, host)
  if (!known.ok) return known
  const look = lookOf(words)
  if (!look.ok) return look
  const folder = valueOf(words, '--write')
  const { config, estate, judging } = known.value
  // Without --write, who names no target wants the page, whatever targets the configuration names.
  const targets = folder === undefined ? named : known.value.targets
  if (targets.length === 0 && folder !== undefined) return fail(NOTHING_TO_ADAPT_TO)
  if (targets.length > 0 && format.value === 'md') return fail(NO_PAGE)
  const isVerified = isOn(words, '--verify')
  if (tier.value !== undefined && (targets.length === 0 || !isProven(topicsOf(subject.value))))
    return fail(NO_TIER)
  if (isVerified && (targets.length === 0 || !isProven(topicsOf(subject.value))))
    return fail(NO_PROOF)
  return succeed({
    config,
    answers: judging.answers,
    subject: subject.value,
    targets,
    format: format.value ?? 'text',
    folder,
    tier: tier.value ?? 'namespace',
    isVerified,
    reader: { persona: persona.value, provider: estate.provider },
    estate,
    look: look.value,
  })
}

const NOTHING_TO_ADAPT_TO = misuse(
  '--write',
  '--write needs to know the estate that the configuration is for.',
  'Name a stop or topic and then the files or folders: portolan guide isolation deploy --write out.',
)

const NO_TIER = misuse(
  '--tier',
  '--tier is about a configuration of the network for an estate.',
  'Write portolan guide network deploy --tier admin.',
)

const NO_PROOF = misuse(
  '--verify',
  '--verify proves what a configuration of the network does to an estate.',
  'Write portolan guide network deploy --verify.',
)

const NO_PAGE = misuse(
  '--format',
  'A configuration is written as YAML or as JSON, not as a page.',
  'Leave --format out, or leave the targets out to get the page.',
)

async function tell(options: GuideOptions, host: Host): Promise<void> {
  const { subject, format, reader, look } = options
  const guides = await loadGuides()
  const style = screenStyle(look, host)
  if (subject.kind === 'topic') {
    const guide = guideTo(subject.id, guides, reader, askedToday(options.answers, host.today()))
    if (format === 'json') host.out(`${jsonText(guide)}\n`)
    else host.out(format === 'md' ? guideMarkdown(guide) : guideText(guide, style))
    return
  }
  const rows = listTopics(subject, guides, reader)
  if (format === 'json') host.out(`${jsonText({ topics: rows })}\n`)
  else if (format === 'md') host.out(topicsMarkdown(rows))
  else if (subject.kind === 'stop') host.out(stopText(rows, style))
  else host.out(outlineText(outlineOf(rows, reader), style))
}

// A persona's order runs across the stops; without one the stops are told, those without a guide as well.
function outlineOf(rows: readonly TopicRow[], { persona }: Reader): Outline {
  if (persona !== undefined) return [{ heading: '', rows }]
  return VOCABULARY.stop.map((stop, index) => ({
    heading: `${index + 1} ${stop}`,
    rows: rows.filter((row) => row.stop === stop),
  }))
}
