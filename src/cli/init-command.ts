import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  initFiles,
  newFileDiff,
  type InitAnswers,
  type NewFile,
  type Pipeline,
} from '../app/init.ts'
import { EXIT } from '../app/outcome.ts'
import { scan, type Scan } from '../app/scan.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import { plural } from '../report/headline.ts'
import { printable } from '../report/printable.ts'
import { BASELINE_FILE } from './baseline-file.ts'
import { COMMANDS } from './commands.data.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { isOn } from './read-flags.ts'
import { systemCode } from './system-code.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { parseWords } from './words.ts'

/** `portolan init`: finds out what is there, asks, shows what it would write, and writes what is not there yet. */
export const initCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.init, argv)
  if (!words.ok) return refuse(words.fault, host)
  const [target = '.'] = words.value.operands
  const done = host.interruptible(() => look(target, host))?.value
  if (done === undefined) return interrupted(host, 'written')
  if (!done.ok) return refuse(done.fault, host)
  const { verdict } = done.value
  tellFaults(verdict.faults, FIRST_FAULTS, host)
  // A configuration for nothing would make every later scan look fine.
  if (verdict.scene.resources.length === 0) return EXIT.incomplete
  const ask = isOn(words.value, '--yes') ? undefined : host.ask
  const answers = await answersFor(target, done.value, ask, host)
  if (answers === undefined) return interrupted(host, 'written')
  const files = initFiles(done.value, answers, BASELINE_FILE)
  const missing = files.filter(({ file }) => !existsSync(resolve(host.workingFolder, file)))
  show(done.value, files, missing, host)
  if (missing.length === 0) return EXIT.fine
  const isAgreed = isOn(words.value, '--yes') || (await ask?.('Write them? [y/N] ')) === 'y'
  return isAgreed ? write(missing, host) : leave(host)
}

const FIRST_FAULTS = 5

function look(target: string, host: Host): ReturnType<typeof scan> {
  return scan({
    estate: {
      targets: [target],
      workingFolder: host.workingFolder,
      skipPaths: [],
      readStdin: () => new Uint8Array(),
      kubernetes: undefined,
      provider: undefined,
      today: host.today(),
    },
    selection: { rules: [], skipRules: [], stops: [], namespaces: [], excludeNamespaces: [] },
    gate: { failOn: 'never', exitCode: EXIT.gateFailed, coverageMin: 100 },
  })
}

// With the one whether to write, five questions at most; without a terminal the usual answers hold.
async function answersFor(
  target: string,
  { verdict }: Scan,
  ask: Host['ask'],
  host: Host,
): Promise<InitAnswers | undefined> {
  const { offering } = verdict.scene
  const known = offering === 'none' ? undefined : offering
  const pipeline = pipelineOf(host.workingFolder)
  const usual = { target, provider: known, failOn: 'high', accepts: true, pipeline } as const
  if (ask === undefined) return usual
  const provider =
    known ?? (await choice(ask, 'Who runs Kubernetes', VOCABULARY.provider, 'unknown'))
  if (provider === undefined) return undefined
  const failOn = await choice(ask, 'Fail from which severity on', VOCABULARY.gate, 'high')
  if (failOn === undefined) return undefined
  const count = plural(verdict.findings.length, 'finding')
  const accepts = await choice(ask, `Accept the ${count} of today`, ['yes', 'no'], 'yes')
  if (accepts === undefined) return undefined
  const builds = await choice(
    ask,
    'Which pipeline scans',
    ['github', 'gitlab', 'none'],
    pipeline ?? 'none',
  )
  if (builds === undefined) return undefined
  return {
    target,
    provider: VOCABULARY.provider.find((name) => name === provider),
    failOn,
    accepts: accepts === 'yes',
    pipeline: builds === 'github' || builds === 'gitlab' ? builds : undefined,
  }
}

// An answer that is none of the words counts as the usual one, which the question names. Undefined after Ctrl-C or Ctrl-D.
async function choice(
  ask: NonNullable<Host['ask']>,
  question: string,
  words: readonly string[],
  usual: string,
): Promise<string | undefined> {
  const answer = await ask(`${question}? ${words.join(', ')} [${usual}] `)
  if (answer === undefined) return undefined
  return words.find((word) => word === answer.trim().toLowerCase()) ?? usual
}

function pipelineOf(workingFolder: string): Pipeline | undefined {
  if (existsSync(resolve(workingFolder, '.gitlab-ci.yml'))) return 'gitlab'
  return existsSync(resolve(workingFolder, '.github')) ? 'github' : undefined
}

function show(
  done: Scan,
  files: readonly NewFile[],
  missing: readonly NewFile[],
  host: Host,
): void {
  for (const { file } of files.filter((known) => !missing.includes(known))) {
    host.err(`${file} is there already and stays as it is.\n`)
  }
  for (const file of missing.filter(({ isForPeople }) => isForPeople)) host.out(printableDiff(file))
  if (missing.some(({ isForPeople }) => !isForPeople)) {
    host.out(
      `${BASELINE_FILE}: ${plural(done.verdict.findings.length, 'finding')} that are known\n`,
    )
  }
}

function printableDiff(file: NewFile): string {
  return newFileDiff(file).split('\n').map(printable).join('\n')
}

function leave(host: Host): number {
  host.err('portolan: nothing was written; --yes writes\n')
  return EXIT.fine
}

function write(files: readonly NewFile[], host: Host): number {
  for (const { file, text } of files) {
    const path = resolve(host.workingFolder, file)
    try {
      mkdirSync(dirname(path), { recursive: true })
      // What has come to be there in the meantime is not ours to replace.
      writeFileSync(path, text, { flag: 'wx' })
    } catch (error) {
      return refuse(unwritable(file, systemCode(error)), host)
    }
  }
  host.err(`portolan: wrote ${files.map(({ file }) => file).join(', ')}\n`)
  return EXIT.fine
}

function unwritable(file: string, code: string) {
  return {
    code: 'SAVED_WRITE',
    at: file,
    message: `It cannot be written: the system says ${code}.`,
    remedy: 'Run it in a folder that may be written to.',
  } as const
}
