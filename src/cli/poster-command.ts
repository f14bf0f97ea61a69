import { resolve } from 'node:path'
import { loadConfig } from '../app/config/load-config.ts'
import { EXIT } from '../app/outcome.ts'
import { loadGuides, loadPages } from '../app/pages.ts'
import { posterOf } from '../app/poster/poster.ts'
import { scan, type Scan, type ScanRequest } from '../app/scan.ts'
import { EVERYTHING } from '../app/selection.ts'
import { stopTerms } from '../app/settings.ts'
import { misuse, oneOf } from '../app/usage.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { posterHtml } from '../report/poster/html.ts'
import { printable } from '../report/printable.ts'
import { COMMANDS } from './commands.data.ts'
import { estateOptions } from './estate-options.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { reportFault } from './outputs.ts'
import { pipeOf } from './pipe.ts'
import { POSTER_COMMANDS } from './poster-commands.data.ts'
import { valueOf, wordOf } from './read-flags.ts'
import { replaceFile } from './replace-file.ts'
import { systemCode } from './system-code.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { VERSION } from './version.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan poster`: one page to print for one persona; with targets, how that estate stands. */
export const posterCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.poster, argv)
  if (!words.ok) return refuse(words.fault, host)
  const options = posterOptions(words.value, host)
  if (!options.ok) return refuse(options.fault, host)
  const { persona, request } = options.value
  const done = await scanIfAsked(request, host)
  if (done === undefined) return interrupted(host, 'known')
  if (!done.ok) return refuse(done.fault, host)
  const [guides, pages] = await Promise.all([loadGuides(), loadPages()])
  const poster = posterOf({
    version: VERSION,
    persona,
    provider: request.estate.provider,
    guides,
    pages,
    commands: POSTER_COMMANDS[persona],
    scan: done.value,
  })
  return write(posterHtml(poster), options.value, done.value, host)
}

type Request = Omit<ScanRequest, 'estate'> & {
  readonly estate: Omit<ScanRequest['estate'], 'readStdin'>
}

interface PosterOptions {
  readonly persona: (typeof VOCABULARY.persona)[number]
  /** Standard output without one. */
  readonly file: string | undefined
  readonly request: Request
}

function posterOptions(words: Words, host: Host): Result<PosterOptions> {
  const persona = wordOf(words, '--persona', VOCABULARY.persona)
  if (!persona.ok) return persona
  if (persona.value === undefined) return fail(FOR_NOBODY)
  const estate = estateOptions(words)
  if (!estate.ok) return estate
  const { workingFolder } = host
  const config = loadConfig(valueOf(words, '--config'), workingFolder)
  if (!config.ok) return config
  const { provider, profile } = config.value.values
  return succeed({
    persona: persona.value,
    file: valueOf(words, '--output'),
    request: {
      estate: {
        ...estate.value,
        provider: estate.value.provider ?? provider,
        configFile: valueOf(words, '--config'),
        targets: words.operands,
        workingFolder,
        today: host.today(),
      },
      selection: EVERYTHING,
      profile: profile ?? 'restricted',
      offStops: stopTerms(config.value).off,
      // A poster tells how things stand; what was not examined still ends it as incomplete.
      gate: { failOn: 'never', exitCode: EXIT.gateFailed, coverageMin: 100 },
    },
  })
}

const FOR_NOBODY = misuse(
  '--persona',
  'A poster is for somebody, and nobody was named.',
  `Name who reads it: --persona ${oneOf(VOCABULARY.persona)}.`,
)

// Without targets the poster is about no estate in particular: nothing is read.
async function scanIfAsked(
  request: Request,
  host: Host,
): Promise<Result<Scan | undefined> | undefined> {
  if (request.estate.targets.length === 0) return succeed(undefined)
  const readStdin = await pipeOf(request.estate.targets, host)
  if (readStdin === undefined) return undefined
  const asked = { ...request, estate: { ...request.estate, readStdin } }
  return host.interruptible(() => scan(asked))?.value
}

const STDOUT = '-'
const FIRST_FAULTS = 5

function write(html: string, { file }: PosterOptions, done: Scan | undefined, host: Host): number {
  tellFaults(done?.verdict.faults ?? [], FIRST_FAULTS, host)
  const exitCode = done?.exitCode ?? EXIT.fine
  if (file === undefined || file === STDOUT) {
    host.out(html)
    return exitCode
  }
  try {
    replaceFile(resolve(host.workingFolder, file), (out) => {
      out(html)
      return true
    })
  } catch (error) {
    return refuse(reportFault(file, `the system says ${systemCode(error)}`), host)
  }
  host.err(
    `portolan: ${printable(file)} is one sheet of A4 or A3: print it from a browser, or to PDF there\n`,
  )
  return exitCode
}
