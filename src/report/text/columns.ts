// Characters that terminals draw two columns wide: the blocks of East Asian Width W and F in use, and emoji.
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
const PLAIN = /^[ -~]*$/

/** How many columns a terminal gives `text`. Marks that stand on another character take none. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length
  let columns = 0
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue
    columns += WIDE.test(character) ? 2 : 1
  }
  return columns
}

/** `text` filled up with spaces to `width` columns, at its end or, for numbers, at its start. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)))
}

/** See `padEnd`. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columnsOf(text))) + text
}

/** `text` cut to `width` columns, `mark` standing for what is missing. */
export function fit(text: string, width: number, mark: string): string {
  if (columnsOf(text) <= width) return text
  let kept = ''
  let columns = mark.length
  for (const character of text) {
    columns += columnsOf(character)
    if (columns > width) break
    kept += character
  }
  return kept + mark
}

/** Joins `parts` by `joint` into as many lines of `width` columns as they need; a part is never broken. */
export function flow(parts: readonly string[], joint: string, width: number): readonly string[] {
  const lines: string[] = []
  let line: string | undefined
  for (const part of parts) {
    const longer: string = line === undefined ? part : line + joint + part
    if (line !== undefined && columnsOf(longer) > width) {
      lines.push(line)
      line = part
    } else line = longer
  }
  return line === undefined ? lines : [...lines, line]
}

/** Breaks prose into lines of `width` columns. */
export function wrap(prose: string, width: number): readonly string[] {
  return flow(prose.split(/\s+/).filter(Boolean), ' ', width)
}
