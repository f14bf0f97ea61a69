/** Where a fault stands: a file, with the line and column when they are known. */
export interface Point {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** Takes a fault's `at` apart: `file:line:column`, `file:line` or a file alone; a name may have colons of its own. */
export function parsePoint(at: string): Point {
  const match = /^(.+?):([1-9]\d{0,8})(?::([1-9]\d{0,8}))?$/s.exec(at)
  if (match === null) return { file: at }
  const [, file = at, line, column] = match
  return { file, line: Number(line), ...(column !== undefined && { column: Number(column) }) }
}
