import { accessSync, constants, statSync, type Stats } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { misuse } from '../app/usage.ts'
import { choose } from '../app/vocabulary.ts'
import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { formatOf } from '../report/formats.ts'
import type { ReportFormat } from '../report/report.ts'
import { REPORT_FORMATS } from './commands.data.ts'
import { isOn, valueOf, wholeListOf } from './read-flags.ts'
import type { Words } from './words.ts'

/** One report that is asked for; it goes to standard output when it has no file. */
export interface Output {
  readonly format: ReportFormat
  /** As the user typed it. */
  readonly file: string | undefined
}

const STDOUT = '-'

/** Reads -f and -o: which reports are written, and where each goes. */
export function outputsOf(words: Words): Result<readonly Output[]> {
  const file = valueOf(words, '--output')
  const asked = wholeListOf(words, '--format').flatMap(splitFormats)
  if (asked.length === 0 && file === undefined && isOn(words, '--quiet')) return succeed([])
  const outputs: Output[] = []
  for (const text of asked.length === 0 ? ['text'] : asked) {
    const output = outputOf(text)
    if (!output.ok) return output
    outputs.push(output.value)
  }
  const placed = file === undefined ? succeed(outputs) : place(outputs, file)
  return placed.ok ? distinct(placed.value) : placed
}

// A comma ends a format only where another one follows: file names may have commas too.
function splitFormats(value: string): readonly string[] {
  return value.split(/,(?=[a-z-]+(?:=|,|$))/i)
}

function outputOf(text: string): Result<Output> {
  const [name = '', ...rest] = text.split('=')
  const file = rest.length === 0 ? undefined : rest.join('=')
  const known = choose('--format', REPORT_FORMATS, name)
  if (!known.ok) return known
  const format = formatOf(known.value)
  if (format === undefined) throw new Error(`There is no format ${known.value}.`)
  if (file !== '') return succeed({ format, file })
  return fail(
    misuse('--format', `"${text}" names no file.`, `Write -f ${name}=FILE or -f ${name}.`),
  )
}

// -o names the file of the one format that has none.
function place(outputs: readonly Output[], file: string): Result<readonly Output[]> {
  const homeless = outputs.filter((output) => output.file === undefined)
  if (homeless.length === 1) {
    return succeed(outputs.map((output) => ({ ...output, file: output.file ?? file })))
  }
  const problem =
    homeless.length === 0
      ? 'every format has a file already'
      : `${homeless.length} formats have none`
  const message = `-o names the file of one format, but ${problem}.`
  return fail(misuse('--output', message, 'Write the file behind each format: -f json=FILE.'))
}

function distinct(outputs: readonly Output[]): Result<readonly Output[]> {
  const seen = new Set<string>()
  for (const { format, file = STDOUT } of outputs) {
    const where = file === STDOUT ? STDOUT : resolve(file)
    if (seen.has(where)) return fail(clash(format.name, file))
    seen.add(where)
  }
  return succeed(
    outputs.map(({ format, file }) => ({ format, file: file === STDOUT ? undefined : file })),
  )
}

function clash(name: string, file: string): Fault {
  const where = file === STDOUT ? 'standard output' : file
  const remedy = `Give it a file of its own: -f ${name}=FILE.`
  return misuse('--format', `Two reports would go to ${where}; ${name} is the second.`, remedy)
}

/** The fault of the first report that could not be written: better known before the scan than after it. */
export function unwritable(outputs: readonly Output[], workingFolder: string): Fault | undefined {
  for (const { file } of outputs) {
    const problem = file === undefined ? undefined : problemOf(resolve(workingFolder, file))
    if (file !== undefined && problem !== undefined) return reportFault(file, problem)
  }
  return undefined
}

/** The fault of a report that could not be written. */
export function reportFault(file: string, problem: string): Fault {
  return {
    code: 'REPORT_WRITE',
    at: file,
    message: `The report ${file} cannot be written: ${problem}.`,
    remedy: 'Name a file in a folder that exists and may be written to.',
  }
}

function problemOf(path: string): string | undefined {
  const folder = dirname(path)
  const there = look(path)
  if (there?.isDirectory() === true) return 'it is a folder'
  if (there === undefined && look(folder)?.isDirectory() !== true)
    return 'its folder does not exist'
  // A file is replaced by a new one beside it; a pipe or device is written to.
  const written = there === undefined || there.isFile() ? folder : path
  return isWritable(written) ? undefined : 'the system does not allow it'
}

function look(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    // What cannot even be looked at is told of when it turns out not to be writable.
    return undefined
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
