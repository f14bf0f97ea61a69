import { writeSync } from 'node:fs'
import { basename } from 'node:path'
import { isatty } from 'node:tty'
import type { Host } from './host.ts'
import { interruptible } from './interruptible.ts'

const STDIN = 0
const STDOUT = 1
const STDERR = 2

/** The machine itself. */
export function processHost(): Host {
  const isScreen = isatty(STDOUT)
  return {
    program: basename(process.argv[1] ?? ''),
    env: process.env,
    workingFolder: process.cwd(),
    out: writerOf(STDOUT),
    err: writerOf(STDERR),
    isScreen,
    columns: isScreen ? process.stdout.columns : undefined,
    readStdin,
    ask: isScreen && isatty(STDIN) ? ask : undefined,
    interruptible,
    fetch: (address, options) => fetch(address, options),
    now: () => performance.now(),
    today: () => dayOf(process.env['SOURCE_DATE_EPOCH']),
  }
}

// Who wants the same report again another day sets what reproducible builds set: seconds since 1970.
function dayOf(epoch: string | undefined): string {
  const now = epoch !== undefined && /^\d{1,11}$/.test(epoch) ? Number(epoch) * 1000 : Date.now()
  return new Date(now).toISOString().slice(0, 10)
}

// Written at once rather than queued: a report must not pile up in memory, nor be lost when the process ends.
function writerOf(stream: number): (text: string) => void {
  let isOpen = true
  return (text) => {
    if (isOpen) isOpen = writeAll(stream, Buffer.from(text))
  }
}

// False when nobody reads any more.
function writeAll(stream: number, bytes: Buffer): boolean {
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(stream, bytes, written)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      // A pipe that does not block asks to come back later.
      if (code === 'EAGAIN') pause()
      else if (GONE.includes(code)) return false
      else throw error
    }
  }
  return true
}

// What the system says of a reader that has gone; of a socket that it left unread text in, the last one.
const GONE: readonly unknown[] = ['EPIPE', 'EOF', 'ECONNRESET']

const PAUSE_MS = 2

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
}

// Read in turns with the event loop, so that Ctrl-C is heard while nothing comes.
async function readStdin(maxBytes: number): Promise<Uint8Array | undefined> {
  if (isatty(STDIN)) process.stderr.write('Reading manifests from the terminal; Ctrl-D ends.\n')
  let isInterrupted = false
  const stop = (): void => {
    isInterrupted = true
    process.stdin.destroy()
  }
  process.once('SIGINT', stop)
  try {
    const bytes = await gather(maxBytes)
    return isInterrupted ? undefined : bytes
  } finally {
    process.off('SIGINT', stop)
  }
}

async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline')
  const reader = createInterface({ input: process.stdin, output: process.stderr })
  return new Promise((resolve) => {
    reader.on('close', () => {
      resolve(undefined)
    })
    reader.question(question, (answer) => {
      resolve(answer)
      reader.close()
    })
  })
}

function gather(maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    process.stdin.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      size += chunk.length
      if (size > maxBytes) process.stdin.destroy()
    })
    process.stdin.on('error', reject)
    process.stdin.on('close', () => {
      resolve(Buffer.concat(chunks).subarray(0, maxBytes + 1))
    })
  })
}
