import type { Command } from '../../analysis/dockerfiles/commands.ts'
import { optionOf, settingsOf, type Step } from '../../analysis/dockerfiles/dockerfile.ts'
import { installOf, type Installer } from './installs.ts'

/** What an installation leaves behind, where it is, and how it is left out. */
interface Cache {
  readonly folder: RegExp
  readonly flag: RegExp
  /** A command of the same instruction that takes it out. */
  readonly cleaner: RegExp
  readonly variable: string
}

// Source: the manuals of the package managers, read 2026-11-25.
const CACHES: Readonly<Partial<Record<Installer, Cache>>> = {
  apt: {
    folder: /\/var\/(?:lib\/apt|cache\/apt)/,
    flag: /^$/,
    cleaner: /^rm .*\/var\/lib\/apt|^(?:apt-get|apt) dist-clean|^find \/var\/lib\/apt/,
    variable: '',
  },
  apk: {
    folder: /\/(?:var\/cache|etc)\/apk/,
    flag: /^--no-(?:cache|network)$/,
    cleaner: /^rm .*\/var\/cache\/apk|^apk cache (?:clean|purge)/,
    variable: '',
  },
  dnf: {
    folder: /\/var\/cache\/(?:lib)?(?:dnf|yum)/,
    flag: /^--setopt=keepcache=0$/,
    cleaner: /^(?:yum|dnf|microdnf) .*clean |^(?:yum|dnf|microdnf) clean|^rm .*\/var\/cache/,
    variable: '',
  },
  zypper: {
    folder: /\/var\/cache\/zypp/,
    flag: /^--no-cache$/,
    cleaner: /^zypper .*(?:clean|cc)\b|^rm .*\/var\/cache/,
    variable: '',
  },
  pip: {
    folder: /\.cache|\/pip/,
    flag: /^--no-cache(?:-dir)?$/,
    cleaner: /^rm .*\.cache|^pip3? cache purge/,
    variable: 'PIP_NO_CACHE_DIR',
  },
}

/** Whether an installation leaves its cache in a layer of the image; `all` are the commands of the Dockerfile. */
export function leavesCache(command: Command, all: readonly Command[]): boolean {
  const install = installOf(command)
  const cache = install && CACHES[install.installer]
  if (
    install === undefined ||
    cache === undefined ||
    install.flags.some((flag) => cache.flag.test(flag))
  )
    return false
  const { step } = command
  if (isMounted(step, cache) || isSetOff(step, command, cache)) return false
  const after = all.slice(all.indexOf(command) + 1).filter((other) => other.step === step)
  return !after.some(({ program, args }) => cache.cleaner.test([program, ...args].join(' ')))
}

function isMounted(step: Step, { folder }: Cache): boolean {
  const mounts = step.list('flags').map((_, index) => step.get('flags', index, 'value')?.value)
  const isCache = mounts.some(
    (mount) =>
      typeof mount === 'string' && /type=(?:cache|tmpfs)/.test(mount) && folder.test(mount),
  )
  // The home of root is where pip keeps it.
  return isCache || /type=cache.*target=\/root/.test(optionOf(step, 'mount') ?? '')
}

function isSetOff({ stage }: Step, { assignments }: Command, { variable }: Cache): boolean {
  if (variable === '') return false
  if (assignments.some((text) => text.startsWith(`${variable}=`))) return true
  for (let at: typeof stage | undefined = stage; at !== undefined; at = at.base) {
    const settings = at.steps
      .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
      .flatMap(settingsOf)
    if (settings.some(({ key }) => key === variable)) return true
  }
  return false
}
