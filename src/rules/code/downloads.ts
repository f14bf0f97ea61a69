import { isShell, type Command } from '../../analysis/dockerfiles/commands.ts'

const LOADERS = new Set(['curl', 'wget', 'aria2c'])
const HERE = /^(?:[a-z]+:\/\/)?(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$)/i

/** Whether a command fetches something from another machine. */
export function isDownload({ program, args }: Command): boolean {
  if (!LOADERS.has(program) || args.some((arg) => HERE.test(arg))) return false
  return args.some(
    (arg) => arg.includes('://') || arg.startsWith('$') || /^[\w.-]+\.[a-z]{2,}\//.test(arg),
  )
}

/** Where the address of a download stands among its words. */
export function addressOf({ args }: Command): number {
  return Math.max(
    0,
    args.findIndex((arg) => arg.includes('://')),
  )
}

/** What the output of command `index` is fed to, one after the other. */
export function fedBy(commands: readonly Command[], index: number): readonly Command[] {
  const fed: Command[] = []
  for (let at = index + 1; commands[at]?.after === '|'; at++) {
    const next = commands[at]
    if (next !== undefined) fed.push(next)
  }
  return fed
}

/** Whether a command runs what it is fed: `| sh`, `| sudo -E bash -s -- x`, `| python3 -`. */
export function runsInput({ program, args }: Command): boolean {
  if (isShell(program)) {
    if (args.includes('-s') || args.some((arg) => /^-[a-z]*s$/.test(arg))) return true
    return args.every((arg) => arg.startsWith('-') && !/^-[a-z]*c/.test(arg) && arg !== '--version')
  }
  return /^(?:python[\d.]*|perl|ruby|node|php)$/.test(program) && (args[0] ?? '-') === '-'
}

/** The names of the files that a download makes, without their folders. */
export function filesOf({ program, args }: Command): readonly string[] {
  // Capital O names the file for wget, and takes the server's name for curl.
  const flag =
    program === 'wget' ? /^-[a-zA-Z]*O$|^--output-document$|^>$/ : /^-[a-zA-Z]*o$|^--output$|^>$/
  const named = args.flatMap((arg, index) => {
    if (flag.test(arg)) return [args[index + 1] ?? '']
    return /^(?:-[oO]|--output(?:-document)?=)([/\w].*)$/.exec(arg)?.[1] ?? []
  })
  const files = named.length > 0 ? named : args.filter((arg) => arg.includes('://'))
  return files
    .map(
      (file) =>
        file
          .replace(/[?#].*$/, '')
          .split('/')
          .at(-1) ?? '',
    )
    .filter((name) => name.length > 1)
}
