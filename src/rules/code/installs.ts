import type { Command } from '../../analysis/dockerfiles/commands.ts'

/** A package manager that is asked to install something, as `apt-get`, `apk`, `pip`. */
export type Installer = 'apt' | 'apk' | 'dnf' | 'zypper' | 'pip' | 'npm' | 'gem' | 'go' | 'cargo'

const INSTALLERS: ReadonlyMap<string, Installer> = new Map<string, Installer>([
  ['apt', 'apt'],
  ['apt-get', 'apt'],
  ['aptitude', 'apt'],
  ['apk', 'apk'],
  ['yum', 'dnf'],
  ['dnf', 'dnf'],
  ['microdnf', 'dnf'],
  ['zypper', 'zypper'],
  ['pip', 'pip'],
  ['pip2', 'pip'],
  ['pip3', 'pip'],
  ['pipx', 'pip'],
  ['npm', 'npm'],
  ['pnpm', 'npm'],
  ['gem', 'gem'],
  ['go', 'go'],
  ['cargo', 'cargo'],
])

const VERBS = new Set(['install', 'add', 'in', 'i', 'reinstall', 'localinstall', 'groupinstall'])

/** What a command installs, and with what; `names` counts in the words of the command. */
export interface Install {
  readonly installer: Installer
  readonly flags: readonly string[]
  readonly names: readonly { readonly text: string; readonly index: number }[]
}

/** What a command installs; undefined when it installs nothing. */
export function installOf({ program, args }: Command): Install | undefined {
  const isModule = /^python[\d.]*$/.test(program) && args[0] === '-m' && args[1] === 'pip'
  const installer = isModule ? 'pip' : INSTALLERS.get(program)
  if (installer === undefined) return undefined
  const verb = args.findIndex((arg) => VERBS.has(arg))
  // Options may stand before the verb, anything else says that the verb is none: `go build ./install`.
  if (
    verb === -1 ||
    args.slice(isModule ? 2 : 0, verb).some((arg) => /^[a-z]/.test(arg) && !isValue(arg))
  )
    return undefined
  const end = args.findIndex((arg, index) => index > verb && /^[<>]/.test(arg))
  const rest = args.slice(0, end === -1 ? args.length : end)
  return {
    installer,
    flags: rest.filter((arg) => arg.startsWith('-')),
    names: rest.flatMap((text, index) =>
      index <= verb || text.startsWith('-') || takesValue(rest[index - 1] ?? '', installer)
        ? []
        : [{ text, index }],
    ),
  }
}

// `-o Dpkg::Options`, `yum -q`, and the values of options before the verb.
function isValue(arg: string): boolean {
  return arg.includes('=') || arg.includes('::')
}

const VALUED: Readonly<Record<string, readonly string[]>> = {
  apt: ['-o', '-t', '-c', '--target-release'],
  apk: ['-t', '--virtual', '-X', '--repository', '-p', '--root', '--keys-dir', '--arch'],
  pip: [
    '-r',
    '--requirement',
    '-c',
    '--constraint',
    '-i',
    '--index-url',
    '--extra-index-url',
    '--target',
    '-t',
    '--prefix',
    '--trusted-host',
    '-f',
    '--find-links',
    '--progress-bar',
    '--root',
    '--python',
    '--timeout',
    '--retries',
    '--cache-dir',
    '--platform',
    '--no-binary',
    '--only-binary',
    '--cert',
    '--proxy',
    '-e',
    '--editable',
  ],
  npm: [
    '--prefix',
    '--registry',
    '--loglevel',
    '--cache',
    '--userconfig',
    '--location',
    '-C',
    '--filter',
  ],
  gem: ['-v', '--version', '--source', '-i', '--install-dir', '-n', '--bindir', '--platform'],
  go: ['-ldflags', '-tags', '-o', '-gcflags', '-mod'],
  cargo: [
    '--version',
    '--vers',
    '--git',
    '--branch',
    '--rev',
    '--tag',
    '--path',
    '--root',
    '--features',
    '--target',
    '--profile',
    '-j',
    '--jobs',
    '-F',
    '--registry',
    '--index',
    '--config',
    '--bin',
    '--example',
  ],
}

function takesValue(flag: string, installer: Installer): boolean {
  return VALUED[installer]?.includes(flag) === true
}
