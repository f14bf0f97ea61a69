import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { MAX_REPORT_BYTES } from '../app/saved-report.ts'
import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import type { Host } from './host.ts'
import { systemCode } from './system-code.ts'

/** The text of a saved report, from its file or from standard input (`-`); undefined when Ctrl-C came first. */
export async function readReport(file: string, host: Host): Promise<Result<string> | undefined> {
  const bytes = file === '-' ? await readPipe(host) : readFile(file, host)
  if (bytes === undefined || !bytes.ok) return bytes
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value))
  } catch {
    return fail(unreadable(file, 'it is not UTF-8'))
  }
}

async function readPipe(host: Host): Promise<Result<Uint8Array> | undefined> {
  const bytes = await host.readStdin(MAX_REPORT_BYTES)
  if (bytes === undefined) return undefined
  return bytes.length > MAX_REPORT_BYTES ? fail(tooLarge('-')) : succeed(bytes)
}

function readFile(file: string, { workingFolder }: Host): Result<Uint8Array> {
  const path = resolve(workingFolder, file)
  try {
    const stat = statSync(path)
    // Reading a pipe would wait for as long as it likes.
    if (!stat.isFile()) return fail(unreadable(file, 'it is no regular file'))
    return stat.size > MAX_REPORT_BYTES ? fail(tooLarge(file)) : succeed(readFileSync(path))
  } catch (error) {
    return fail(unreadable(file, `the system says ${systemCode(error)}`))
  }
}

function tooLarge(file: string): Fault {
  return unreadable(file, `it is larger than ${MAX_REPORT_BYTES / 1024 / 1024} MiB`)
}

function unreadable(file: string, problem: string): Fault {
  return {
    code: 'REPORT_READ',
    at: file,
    message: `The report ${file} cannot be read: ${problem}.`,
    remedy: 'Name a file that portolan scan -f json=FILE wrote, or - for standard input.',
  }
}
