import { setTimeout } from 'node:timers/promises'
import type { Mirror } from './mirrors.ts'

/** How the network is reached: as `fetch` of the web, handed in. */
export type Fetch = (address: string, options: FetchOptions) => Promise<Response>

/** What a request says besides its address. */
interface FetchOptions {
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** The network, and how patient one is with it. */
export interface Network {
  readonly fetch: Fetch
  /** Ends everything. */
  readonly signal: AbortSignal
  /** For how long nothing may come. */
  readonly stallMs: number
  /** How long to wait before the second attempt; each further wait is twice as long. */
  readonly pauseMs: number
}

/** Why nothing came, in words, and whether another attempt may help. */
export interface Failure {
  readonly why: string
  readonly isLasting: boolean
}

/** An answer that is being read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Its bytes as they come. Throws when nothing comes for too long, or the connection is cut. */
  readonly body: AsyncIterable<Uint8Array>
  /** Ends the request; to be called in any case. */
  readonly close: () => void
}

/** Asks for a file. Statuses from 400 on are failures. */
export async function ask(
  { fetch, signal, stallMs }: Network,
  address: string,
  { authorization, ...extra }: Pick<Mirror, 'authorization'> & { readonly range?: Range },
): Promise<Answer | Failure> {
  const stall = new AbortController()
  const timer = globalThis.setTimeout(() => stall.abort(), stallMs)
  const close = (): void => {
    clearTimeout(timer)
    stall.abort()
  }
  try {
    const response = await fetch(address, {
      headers: headersOf(authorization, extra.range),
      signal: AbortSignal.any([signal, stall.signal]),
    })
    const { status, headers } = response
    if (status >= 400 && status !== RANGE_REFUSED) {
      close()
      return { why: `it answers ${status}`, isLasting: !PASSING.includes(status) && status < 500 }
    }
    return { status, headers, body: steps(response, () => timer.refresh()), close }
  } catch (error) {
    close()
    return failureOf(error)
  }
}

/** The part of a file that is missing, of the version that is there in part. */
export interface Range {
  readonly from: number
  readonly version: string
}

/** What status says that there is nothing behind the end. */
export const RANGE_REFUSED = 416
// Request timeout, too many requests.
const PASSING = [408, 429]

function headersOf(authorization: string | undefined, range: Range | undefined) {
  return {
    // Sizes and ranges are those of the file itself.
    'accept-encoding': 'identity',
    'user-agent': 'portolan',
    ...(authorization !== undefined && { authorization }),
    ...(range && { range: `bytes=${range.from}-`, 'if-range': range.version }),
  }
}

async function* steps({ body }: Response, touch: () => void): AsyncGenerator<Uint8Array> {
  if (body === null) return
  for await (const chunk of body) {
    touch()
    if (chunk instanceof Uint8Array) yield chunk
  }
}

/** What an error of the network means; anything else is a mistake of ours and is thrown on. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) throw error
  if (error.name === 'AbortError') return { why: 'nothing came for too long', isLasting: false }
  if (error.name === 'TimeoutError') return { why: 'it took too long in all', isLasting: true }
  // fetch wraps what the system says of the connection; of files the system says it plainly.
  const { cause } = error
  if (!(error instanceof TypeError && cause instanceof Error)) throw error
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : 'cut off'
  return { why: `the connection failed (${code})`, isLasting: !PASSING_ERRORS.test(code) }
}

// Cut or slow, it may go on. Without a name, a network or a certificate another attempt a moment later helps nobody.
const PASSING_ERRORS = /^(?:ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|UND_|cut off)/

/** Attempts something until it succeeds or fails for good, with longer and longer waits between. */
export async function patiently<T extends object>(
  { pauseMs, signal }: Network,
  attempt: () => Promise<T | Failure>,
): Promise<T | Failure> {
  for (let count = 1; ; count++) {
    const done = await attempt()
    if (!isFailure(done) || done.isLasting || count === MOST_ATTEMPTS) return done
    if (signal.aborted) return { why: 'it took too long in all', isLasting: true }
    await setTimeout(pauseMs * 2 ** (count - 1))
  }
}

const MOST_ATTEMPTS = 5

/** Whether it is a failure. */
export function isFailure(done: object): done is Failure {
  return 'isLasting' in done
}

/** A small file in memory: at most `maxBytes`, and as long as its sender says. */
export async function fetchBytes(
  network: Network,
  mirror: Mirror,
  { address, maxBytes }: { readonly address: string; readonly maxBytes: number },
): Promise<FetchedBytes | Failure> {
  return await patiently(network, async () => {
    const answer = await ask(network, address, { authorization: mirror.authorization })
    if (isFailure(answer)) return answer
    const { headers, body, close } = answer
    try {
      const chunks: Uint8Array[] = []
      let size = 0
      for await (const chunk of body) {
        size += chunk.length
        if (size > maxBytes)
          return { why: 'it sends more than such a file can have', isLasting: true }
        chunks.push(chunk)
      }
      const isWhole = [null, `${size}`].includes(headers.get('content-length'))
      if (!isWhole) return { why: 'it was cut off', isLasting: false }
      return { bytes: Buffer.concat(chunks), modified: modifiedOf(headers) }
    } catch (error) {
      return failureOf(error)
    } finally {
      close()
    }
  })
}

/** A file in memory, and when its sender says that it was made (ISO 8601). */
export interface FetchedBytes {
  readonly bytes: Buffer
  readonly modified: string | undefined
}

/** When the sender says that a file was made (ISO 8601); undefined when it does not. */
export function modifiedOf(headers: Headers): string | undefined {
  const at = Date.parse(headers.get('last-modified') ?? '')
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}
