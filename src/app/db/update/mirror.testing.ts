import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { strToU8, zipSync } from 'fflate'
import { onTestFinished } from 'vitest'

/** A mirror on this machine, and what was asked of it. */
export interface LocalMirror {
  readonly base: string
  /** The paths that were asked for, with the range where one was. */
  readonly asked: string[]
  /** What it has, by path: to be changed as a test goes on. */
  readonly files: Map<string, Buffer>
  /** Answers before the files do, when it says that it did. */
  handle: (request: IncomingMessage, response: ServerResponse) => boolean
  /** What it says that files were changed on; nothing when undefined. */
  modified: string | undefined
}

/** Starts a mirror that serves files with ranges, entity tags and hashes, as Google's storage does. */
export async function startMirror(): Promise<LocalMirror> {
  const mirror: LocalMirror = {
    base: '',
    asked: [],
    files: new Map(),
    handle: () => false,
    modified: undefined,
  }
  const server = createServer((request, response) => {
    const range = request.headers.range
    mirror.asked.push(`${request.url}${range === undefined ? '' : ` ${range}`}`)
    if (!mirror.handle(request, response)) serve(mirror, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return Object.assign(mirror, { base: `http://127.0.0.1:${port}` })
}

function serve(mirror: LocalMirror, request: IncomingMessage, response: ServerResponse): void {
  const bytes = mirror.files.get(decodeURIComponent(request.url ?? ''))
  if (bytes === undefined) {
    response.writeHead(404).end()
    return
  }
  const tag = tagOf(bytes)
  const isSame = request.headers['if-range'] === tag
  const from = isSame ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0
  const rest = bytes.subarray(from)
  response.writeHead(from > 0 ? 206 : 200, {
    etag: tag,
    'content-length': rest.length,
    'x-goog-hash': `crc32c=AAAAAA==, md5=${createHash('md5').update(bytes).digest('base64')}`,
    ...(mirror.modified !== undefined && { 'last-modified': mirror.modified }),
    ...(from > 0 && { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
  })
  response.end(rest)
}

/** The entity tag of a file. */
export function tagOf(bytes: Buffer): string {
  return `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`
}

/** Puts advisories of an ecosystem on a mirror: archive, single files, and the list of when each was modified. */
export function publishOn(
  { files }: LocalMirror,
  ecosystem: string,
  texts: readonly string[],
): void {
  for (const path of files.keys()) if (path.startsWith(`/${ecosystem}/`)) files.delete(path)
  const records = texts.map((text) => {
    const record: { id: string; modified: string } = JSON.parse(text)
    return { ...record, text }
  })
  const archive = zipSync(
    Object.fromEntries(records.map(({ id, text }) => [`${id}.json`, strToU8(text)])),
    { level: 0 },
  )
  files.set(`/${ecosystem}/all.zip`, Buffer.from(archive))
  for (const { id, text } of records) files.set(`/${ecosystem}/${id}.json`, Buffer.from(text))
  const rows = records.map(({ id, modified }) => `${modified},${id}\n`)
  files.set(`/${ecosystem}/modified_id.csv`, Buffer.from(rows.join('')))
}

/** The hash that Google's storage tells of a file. */
export function md5Of(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('base64')
}

type Handle = (request: IncomingMessage, response: ServerResponse) => boolean

/** Answers with a status and nothing else. */
export function status(code: number): Handle {
  return (_, response) => {
    response.writeHead(code).end()
    return true
  }
}

/** Answers with a text. */
export function sending(body: string | Uint8Array): Handle {
  return (_, response) => {
    response.writeHead(200).end(body)
    return true
  }
}

/** An archive without any file. */
export function emptyZip(): Uint8Array {
  return zipSync({})
}

/** Announces the hash of something else. */
export function lying(): Handle {
  return (_, response) => {
    response.writeHead(200, { 'content-md5': md5Of(Buffer.from('other')) }).end('this')
    return true
  }
}

/** Announces more than there may be, and ends. */
export function huge(): Handle {
  return (_, response) => {
    response.writeHead(200, { 'content-length': 2 ** 40 })
    response.write('x', () => response.destroy())
    return true
  }
}

/** An address where nobody listens. */
export async function closedBase(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}
