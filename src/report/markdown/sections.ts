/** A piece of a page: rows between an opening and a closing, which is told how many rows did not fit. */
export interface Section {
  readonly opening: string
  readonly rows: readonly string[]
  readonly closing: (left: number) => string
}

// What the openings and closings that are still to come may need.
const RESERVE_BYTES = 4096

/**
 * The sections one after the other, at most `limitBytes` of UTF-8: rows that would not fit are left out, and what comes
 * later has to do with the room that is left.
 */
export function layOut(sections: readonly Section[], limitBytes: number): string {
  let page = ''
  let room = limitBytes - RESERVE_BYTES
  for (const { opening, rows, closing } of sections) {
    const fitting = fittingRows(rows, room - Buffer.byteLength(opening))
    const text = [opening, ...fitting, closing(rows.length - fitting.length)]
    const block = text.filter((line) => line !== '').join('\n')
    page += page === '' ? block : `\n\n${block}`
    room -= Buffer.byteLength(block)
  }
  return `${page}\n`
}

function fittingRows(rows: readonly string[], roomBytes: number): readonly string[] {
  let room = roomBytes
  const excess = rows.findIndex((row) => {
    room -= Buffer.byteLength(row) + 1
    return room < 0
  })
  return excess === -1 ? rows : rows.slice(0, excess)
}

/** A table. `left` tells what did not fit; `plain` rows are cells already escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): Section {
  return {
    opening: `${row(head)}\n${row(head.map(() => '---'))}`,
    rows: rows.map(row),
    closing: more,
  }
}

/** A section that is folded away under `summary`. */
export function folded(summary: string, { opening, rows, closing }: Section): Section {
  const head = `<details><summary>${summary}</summary>\n`
  return {
    opening: opening === '' ? head : `${head}\n${opening}`,
    rows,
    closing: (left) => `${closing(left)}\n</details>`,
  }
}

/** Says how many rows were left out; nothing when none was. */
export function more(left: number): string {
  return left === 0 ? '' : `\nAnd ${left} more: \`portolan scan -f json\` has all.`
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
