/** The records of a CSV text, read as strictly as RFC 4180 allows; throws at the first offence. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = []
  let at = 0
  while (at < text.length) {
    const record: string[] = []
    for (;;) {
      const cell = cellAt(text, at)
      record.push(cell.value)
      at = cell.end
      if (text[at] !== ',') break
      at++
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`No line break at ${at}.`)
    at += 2
    records.push(record)
  }
  return records
}

function cellAt(text: string, start: number): { readonly value: string; readonly end: number } {
  if (text[start] !== '"') {
    const [value = ''] = /^[^",\r\n]*/.exec(text.slice(start, start + 100_000)) ?? []
    return { value, end: start + value.length }
  }
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) throw new Error(`A quote at ${start} is not closed.`)
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { value, end: quote + 1 }
    value += '"'
    at = quote + 2
  }
}
