import { mkdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  configureEstate as draftFor,
  type EstateConfiguration,
} from '../app/configuration/configure-estate.ts'
import type { Configuration } from '../app/configuration/configure.ts'
import { writeConfiguration, type Shelf } from '../app/configuration/write-configuration.ts'
import { topicsOf } from '../app/guide.ts'
import { EXIT } from '../app/outcome.ts'
import { loadGuides, loadPages } from '../app/pages.ts'
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
  const library = { guides: await loadGuides(), pages: await loadPages() }
  const { workingFolder } = host
  const terms = { ...estate, targets, workingFolder, today: host.today(), readStdin }
  const drafted = host.interruptible(() => draftFor(terms, topicsOf(subject), library))?.value
  if (drafted === undefined) return interrupted(host, 'written')
  tellFaults(drafted.faults, Infinity, host)
  if (folder !== undefined) return writeTo(folder, drafted, host)
  print(drafted.configurations, options, host)
  return drafted.exitCode
}

function print(
  configurations: readonly Configuration[],
  { format }: GuideOptions,
  host: Host,
): void {
  if (format !== 'json') {
    for (const { text } of configurations) host.out(text)
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
  host.out(`${jsonText({ topics })}\n`)
}

function writeTo(
  folder: string,
  { files: drafted, exitCode }: EstateConfiguration,
  host: Host,
): number {
  const { files, faults } = writeConfiguration(drafted, folder, shelfIn(host.workingFolder))
  for (const { file, objects } of files) {
    host.out(`${printable(file)}: ${plural(objects, 'object')}\n`)
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
