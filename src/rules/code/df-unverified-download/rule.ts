import { commandsOf, isShell, type Command } from '../../../analysis/dockerfiles/commands.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor } from '../complaint.ts'
import { addressOf, fedBy, filesOf, isDownload, runsInput } from '../downloads.ts'
import { onePerStep } from '../one-per-step.ts'

export const dfUnverifiedDownload = defineRule({
  id: 'df-unverified-download',
  title: 'Compare what a build downloads with a checksum',
  topic: 'image-content',
  severity: 'medium',
  references: [
    {
      title: 'Dockerfile reference, ADD --checksum',
      url: 'https://docs.docker.com/reference/dockerfile/#add---checksum',
    },
    {
      title: 'OWASP Docker Security Cheat Sheet, supply chain',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    const commands = commandsOf(dockerfile)
    const faults = commands.filter((command, index) => {
      // What is read into a variable is no program, and what a shell is fed is df-piped-shell's.
      if (!isDownload(command) || command.after === '$(') return false
      const fed = fedBy(commands, index)
      if (fed.some(runsInput)) return false
      const later = commands
        .slice(index + 1, index + FARTHEST)
        .filter(({ step }) => step.stage === command.step.stage)
      const files = filesOf(command)
      const isUsed = fed.some(unpacks) || isPut(command) || later.some((next) => uses(next, files))
      return isUsed && !later.some(verifies)
    })
    // One check is missing for all that an instruction loads.
    return onePerStep(faults).map((command) => {
      const text =
        'This is unpacked or run as it comes: neither a checksum nor a signature is compared'
      const place = command.placeOf(addressOf(command))
      return complaintFor({ place, text }, dockerfile, scene)
    })
  },
})

// What is not used or compared soon is not meant.
const FARTHEST = 300

const UNPACKERS = new Set([
  'tar',
  'bsdtar',
  'unzip',
  'gunzip',
  'unxz',
  'bunzip2',
  'cpio',
  'zstd',
  '7z',
])

function unpacks({ program }: Command): boolean {
  return UNPACKERS.has(program)
}

// It is stored where programs are looked for.
function isPut({ args }: Command): boolean {
  return args.some((arg) => /^(?:-o)?\/(?:usr\/)?(?:local\/)?s?bin\//.test(arg))
}

function uses(command: Command, files: readonly string[]): boolean {
  const { program, args } = command
  const isMeant = [program, ...args].some((word) =>
    files.some((file) => word === file || word.endsWith(`/${file}`) || word.startsWith('*.')),
  )
  if (!isMeant) return false
  if (unpacks(command) || files.includes(program)) return true
  if (program === 'chmod') return args.some((arg) => /^[ugoa]*\+x|^0?[1-7]?[1357]\d\d$/.test(arg))
  if (program === 'dpkg' || program === 'rpm') return args.some((arg) => /^-[iUF]/.test(arg))
  if (/^(?:apt|apt-get|yum|dnf)$/.test(program))
    return args.some((arg) => /^\.?\/.*\.(?:deb|rpm)$/.test(arg))
  return isShell(program) && args.some((arg) => /^[^-$|<>]\S*\.(?:sh|run|bin)$/.test(arg))
}

function verifies({ program, args }: Command): boolean {
  if (/^(?:gpg2?|gpg1)$/.test(program)) return args.some((arg) => /^--(?:batch-)?verify/.test(arg))
  return /^(?:(?:sha\d*|b2|md5)sum|shasum|gpgv\d?|cosign|minisign|slsa-verifier|signify|rhash|openssl)$/.test(
    program,
  )
}
