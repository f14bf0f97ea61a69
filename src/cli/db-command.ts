import { misuse } from '../app/usage.ts'
import type { Fault } from '../base/fault.ts'
import { COMMANDS, DB_WORDS } from './commands.data.ts'
import { bundle, install, makeKey } from './db-bundle.ts'
import { bring, goBack } from './db-renew.ts'
import { tellStatus } from './db-status.ts'
import { update } from './db-update.ts'
import type { Command, Host } from './host.ts'
import { refuse } from './tell-fault.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan db`: brings advisories onto this machine, carries them to others and tells what is there. */
export const dbCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.db, argv)
  if (!words.ok) return refuse(words.fault, host)
  const [word, ...paths] = words.value.operands
  const name = DB_WORDS.find((known) => known === word)
  if (name === undefined) return refuse(UNKNOWN, host)
  const action = ACTIONS[name]
  const wrong = wrongFlag(name, words.value) ?? wrongCount(name, paths.length)
  if (wrong !== undefined) return refuse(wrong, host)
  return await action.run(words.value, paths, host)
}

type ActionName = (typeof DB_WORDS)[number]

interface Action {
  readonly run: (words: Words, paths: readonly string[], host: Host) => Promise<number> | number
  /** What it takes after its name: how many, and in words. */
  readonly least: number
  readonly most: number
  readonly takes: string
  readonly flags: readonly string[]
}

const ACTIONS: Readonly<Record<ActionName, Action>> = {
  import: { run: bring, least: 1, most: Infinity, takes: 'PATH...', flags: ['--as-of'] },
  update: {
    run: update,
    least: 0,
    most: Infinity,
    takes: '[ECOSYSTEM...]',
    flags: ['--mirror', '--config'],
  },
  bundle: { run: bundle, least: 1, most: 1, takes: 'FILE --key KEY', flags: ['--key'] },
  install: {
    run: install,
    least: 1,
    most: 1,
    takes: 'FILE --public-key KEY',
    flags: ['--public-key', '--older'],
  },
  rollback: { run: goBack, least: 0, most: 0, takes: '', flags: [] },
  status: {
    run: tellStatus,
    least: 0,
    most: 0,
    takes: '',
    flags: ['--format', '--db-age', '--config'],
  },
  key: { run: makeKey, least: 1, most: 1, takes: 'FILE', flags: [] },
}

const UNKNOWN = misuse(
  'db',
  'It is not said what to do with the advisories.',
  `portolan db ${DB_WORDS.join('|')}: portolan db import FOLDER reads what OSV exports.`,
)

function wrongFlag(name: ActionName, { flags }: Words): Fault | undefined {
  const stray = [...flags.keys()].find((flag) => !ACTIONS[name].flags.includes(flag))
  if (stray === undefined) return undefined
  return misuse(stray, `portolan db ${name} has no ${stray}.`, usageOf(name))
}

function wrongCount(name: ActionName, count: number): Fault | undefined {
  const { least, most } = ACTIONS[name]
  if (count >= least && count <= most) return undefined
  const message = `portolan db ${name} does not take ${count === 0 ? 'nothing' : `${count} words`}.`
  return misuse('db', message, usageOf(name))
}

function usageOf(name: ActionName): string {
  return `It is used so: portolan db ${name} ${ACTIONS[name].takes}`.trimEnd()
}
