import { listPackages, type PackageList } from '../app/packages.ts'
import { misuse } from '../app/usage.ts'
import { succeed, type Result } from '../base/result.ts'
import { COMMANDS, PACKAGE_FORMATS } from './commands.data.ts'
import { configured, type Configured } from './configured.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { lookOf } from './look.ts'
import { packagesCsv, packagesJson, packagesText } from './package-list.ts'
import { pipeOf } from './pipe.ts'
import { isOn, wordOf } from './read-flags.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { screenStyle, type Look } from './style.ts'
import { tellAges } from './tell-ages.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan packages`: the packages of lock files, manifests and SBOMs, and what is known against them. */
export const packagesCommand: Command = async (argv, host) => {
  if (argv.some((word) => /^--image(?:=|$)/.test(word))) return refuse(NO_IMAGES, host)
  const words = parseWords(COMMANDS.packages, argv)
  if (!words.ok) return refuse(words.fault, host)
  const options = packageOptions(words.value, host)
  if (!options.ok) return refuse(options.fault, host)
  const { config, format, look } = options.value
  if (asksForConfig(words.value))
    return showConfig('packages', words.value, { config, named: words.value.operands }, host)
  const list = await listFor(options.value, host)
  if (list === undefined) return interrupted(host, 'known')
  tellFaults(list.faults, FIRST_FAULTS, host)
  tellAges(list.ages, options.value.estate.advisories?.holdsDays, host)
  if (format === 'json') host.out(packagesJson(list))
  else if (format === 'csv') host.out(packagesCsv(list))
  else host.out(packagesText(list, screenStyle(look, host)))
  return list.exitCode
}

const FIRST_FAULTS = 5

// People who come from other scanners ask for it first.
const NO_IMAGES = misuse(
  '--image',
  'Images are not read, only lock files, manifests and SBOMs.',
  'Let another program write the SBOM of the image, and name that file: syft IMAGE -o cyclonedx-json > image.cdx.json',
)

interface PackageOptions extends Configured {
  readonly shown: 'all' | 'vulnerable'
  readonly format: (typeof PACKAGE_FORMATS)[number]
  readonly look: Look
}

function packageOptions(words: Words, host: Host): Result<PackageOptions> {
  const known = configured(words, words.operands, host)
  if (!known.ok) return known
  const format = wordOf(words, '--format', PACKAGE_FORMATS)
  if (!format.ok) return format
  const look = lookOf(words)
  if (!look.ok) return look
  return succeed({
    ...known.value,
    shown: isOn(words, '--all') ? 'all' : 'vulnerable',
    format: format.value ?? 'text',
    look: look.value,
  })
}

async function listFor(
  { targets, estate, shown }: PackageOptions,
  host: Host,
): Promise<PackageList | undefined> {
  const readStdin = await pipeOf(targets, host)
  if (readStdin === undefined) return undefined
  const { workingFolder } = host
  const asked = { ...estate, targets, workingFolder, today: host.today(), readStdin }
  return host.interruptible(() => listPackages(asked, shown))?.value
}
