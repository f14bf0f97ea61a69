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

/** Whether command `index`, an installation, leaves its cache in a layer of the image. */
export function leavesCache(commands: readonly Command[], index: number): boolean {
  const command = commands[index]
  const install = command && installOf(command)
  const cache = install && CACHES[install.installer]
  if (command === undefined || install === undefined || cache === undefined) return false
  if (install.flags.some((flag) => cache.flag.test(flag))) return false
  const { step } = command
  if (isMounted(step, cache) || isSetOff(step, command, cache)) return false
  return !commands
    .slice(index + 1, index + FARTHEST)
    .some((other) => other.step === step && isCleaner(other, cache))
}

// Who cleans up does it soon.
const FARTHEST = 300

function isCleaner({ program, args }: Command, { cleaner }: Cache): boolean {
  return cleaner.test([program, ...args].join(' '))
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
