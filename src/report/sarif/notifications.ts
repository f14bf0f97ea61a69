import type { Fault } from '../../base/fault.ts'
import { messageOf } from './message.ts'
import { artifactOf } from './uri.ts'

/** A fault of the world as a notification: where, what and what next. */
export function faultNotification({ code, at, message, remedy }: Fault): object {
  const { file, region } = parsePoint(at)
  return {
    descriptor: { id: code },
    level: 'error',
    message: messageOf(`Not examined: ${message} ${remedy}`),
    locations: [
      { physicalLocation: { artifactLocation: artifactOf(file), ...(region && { region }) } },
    ],
  }
}

/** Says that `what` did not fit into the file. */
export function leftOutNotification(what: string): object {
  return {
    descriptor: { id: 'LIMIT' },
    level: 'warning',
    message: messageOf(
      `${what} left out, because code scanning takes no more. The JSON report has all.`,
    ),
  }
}

interface Point {
  readonly file: string
  readonly region: { readonly startLine: number; readonly startColumn?: number } | undefined
}

// `file:line:column`, `file:line` or a file alone; a name may have colons of its own.
function parsePoint(at: string): Point {
  const match = /^(.+?):([1-9]\d{0,8})(?::([1-9]\d{0,8}))?$/s.exec(at)
  if (match === null) return { file: at, region: undefined }
  const [, file = at, line, column] = match
  const startColumn = column === undefined ? {} : { startColumn: Number(column) }
  return { file, region: { startLine: Number(line), ...startColumn } }
}
