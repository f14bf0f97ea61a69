import { mkdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  configureEstate as draftFor,
  type EstateConfiguration,
} from '../app/configuration/configure-estate.ts'
import { proofBody, proofLines } from '../app/configuration/network/proof-text.ts'
import { isSound } from '../app/configuration/network/prove.ts'
import { writeConfiguration, type Shelf } from '../app/configuration/write-configuration.ts'
import { topicsOf } from '../app/guide.ts'
import { EXIT } from '../app/outcome.ts'
import { loadGuides, loadPages } from '../app/pages.ts'
import type { Fault } from '../base/fault.ts'
import { plural } from '../report/headline.ts'
import { jsonText, printable } from '../report/printable.ts'
import type { GuideOptions } from './guide-command.ts'
import type { Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { pipeOf } from './pipe.ts'
import { replaceFile } from './replace-file.ts'
import { systemCode } from './system-code.ts'
import { tellFaults } from './tell-fault.ts'

/** Prints or writes the configuration that a stop or topic wants of the estate that was named. */
export async function configureEstate(options: GuideOptions, host: Host): Promise<number> {
  const { subject, targets, estate, folder } = options
  const readStdin = await pipeOf(targets, host)
  if (readStdin === undefined) return interrupted(host, 'written')
  const { tier } = options
  const library = { guides: await loadGuides(), pages: await loadPages(), tier }
  const { workingFolder } = host
  const terms = { ...estate, targets, workingFolder, today: host.today(), readStdin }
  const drafted = host.interruptible(() => draftFor(terms, topicsOf(subject), library))?.value
  if (drafted === undefined) return interrupted(host, 'written')
  tellFaults(drafted.faults, Infinity, host)
  if (folder !== undefined) return writeProven(folder, drafted, options, host)
  print(drafted, options, host)
  return exitCodeOf(drafted, options)
}

// What would cut off something that is meant is not written at all.
function writeProven(
  folder: string,
  drafted: EstateConfiguration,
  options: GuideOptions,
  host: Host,
): number {
  const { proof } = drafted
  if (proof !== undefined && !isSound(proof)) {
    for (const line of proofLines(proof)) host.out(`${printable(line)}\n`)
    tellFaults([unproven(folder)], 1, host)
    return EXIT.gateFailed
  }
  const exitCode = writeTo(folder, drafted, host)
  const told = proof === undefined ? [] : proofLines(proof)
  for (const line of options.isVerified ? told : told.slice(0, 1)) host.out(`${printable(line)}\n`)
  return exitCode
}

function unproven(folder: string): Fault {
  return {
    code: 'GUIDE_PROOF',
    at: folder,
    message: 'This configuration would cut off something that is meant, so none of it was written.',
    remedy: 'See what is lost above, and label the pods or name the connections that it is about.',
  }
}

function exitCodeOf(
  { proof, exitCode }: EstateConfiguration,
  { isVerified }: GuideOptions,
): number {
  return isVerified && proof !== undefined && !isSound(proof) ? EXIT.gateFailed : exitCode
}

function print(
  { configurations, proof }: EstateConfiguration,
  { format, isVerified }: GuideOptions,
  host: Host,
): void {
  if (format !== 'json') {
    if (isVerified)
      for (const line of proof ? proofLines(proof) : []) host.out(`${printable(line)}\n`)
    else for (const { text } of configurations) host.out(text)
    return
  }
  const topics = configurations.map(({ topic, title, chapters, files, notes, left }) => ({
    topic,
    title,
    chapters,
    files,
    notes,
    left,
  }))
  host.out(`${jsonText({ topics, ...(proof && { proof: proofBody(proof) }) })}\n`)
}

function writeTo(
  folder: string,
  { files: drafted, exitCode }: EstateConfiguration,
  host: Host,
): number {
  const { files, faults } = writeConfiguration(drafted, folder, shelfIn(host.workingFolder))
  for (const { file, objects } of files) {
    const holds = objects === 0 ? '' : `: ${plural(objects, 'object')}`
    host.out(`${printable(file)}${holds}\n`)
  }
  tellFaults(faults, Infinity, host)
  if (files.length === 0 && faults.length === 0) host.err('portolan: nothing to write\n')
  return faults.length === 0 ? exitCode : EXIT.incomplete
}

function shelfIn(workingFolder: string): Shelf {
  const at = (path: string): string => resolve(workingFolder, path)
  return {
    makeFolder: (path) => mkdirSync(at(path), { recursive: true }),
    read: (path) => readIfThere(at(path)),
    replace: (path, text) => {
      replaceFile(at(path), (write) => {
        write(text)
        return true
      })
    },
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}
