/** A piece of an instruction's text: its characters without quotes, and where it stands in the text. */
export interface Word {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Splits a text at white space as a shell does, quotes and backslashes taken off. O(text). */
export function splitWords(text: string, from: number): readonly Word[] {
  const words: Word[] = []
  let at = from
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++
    if (at >= text.length) return words
    const word = wordAt(text, at)
    words.push(word)
    at = word.to
  }
}

function wordAt(text: string, from: number): Word {
  let content = ''
  let quote = ''
  let at = from
  for (; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (quote === '' && /\s/.test(sign)) break
    if (sign === quote) quote = ''
    else if (quote === '' && (sign === '"' || sign === "'")) quote = sign
    else if (sign === '\\' && quote !== "'" && at + 1 < text.length) {
      // What is escaped stays escaped when it is no quote, as variables are looked for later.
      const next = text[++at] ?? ''
      content += /["'\s\\]/.test(next) ? next : `\\${next}`
    } else content += sign
  }
  return { text: content, from, to: at }
}
