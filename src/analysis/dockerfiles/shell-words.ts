/** A word of a script: its characters without quotes, as written, and where it begins in the script. */
export interface ShellWord {
  readonly text: string
  readonly raw: string
  readonly from: number
}

/** A command of a script as it stands there, with what stands before it: `|`, `;`, `&`, `(`, `$(`, `<(` or a line break. */
export interface PlainCommand {
  readonly words: readonly ShellWord[]
  readonly after: string
}

// What is longer was written by a program.
const LONGEST_SCRIPT = 200_000

/**
 * Splits a script into its simple commands, those inside of brackets and substitutions included. It knows quotes, comments
 * and operators, and no more of the shell than that; redirections stay as words. O(characters).
 */
export function plainCommands(script: string): readonly PlainCommand[] {
  const text = script.slice(0, LONGEST_SCRIPT)
  const commands: PlainCommand[] = []
  let words: ShellWord[] = []
  let after = ';'
  const end = (next: string): void => {
    if (words.length > 0) commands.push({ words, after })
    words = []
    after = next
  }
  for (let at = 0; at < text.length;) {
    const sign = text[at] ?? ''
    const operator = operatorAt(text, at)
    if (operator !== undefined) {
      end(operator)
      at += operator.length
    } else if (/\s/.test(sign)) at++
    else if (sign === '#') at = endOfLine(text, at)
    else if (sign === '<' || sign === '>') {
      const raw = /^[<>]+[&|]?/.exec(text.slice(at, at + 4))?.[0] ?? sign
      words.push({ text: raw, raw, from: at })
      at += raw.length
    } else {
      const word = wordAt(text, at)
      words.push(word)
      at += word.raw.length
    }
  }
  end(';')
  return commands
}

// `$(` and `<(` begin commands of their own; what they belong to ends there, as far as we care.
const OPERATORS = ['&&', '||', ';;', '|&', '$(', '<(', '>(', ';', '|', '&', '(', ')', '`', '\n']

function operatorAt(text: string, at: number): string | undefined {
  // `&> file` is a redirection.
  if (text.startsWith('&>', at)) return undefined
  return OPERATORS.find((operator) => text.startsWith(operator, at))
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

function wordAt(text: string, from: number): ShellWord {
  let content = ''
  let quote = ''
  let at = from
  for (; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (quote === '' && endsWord(text, at)) break
    if (sign === quote) quote = ''
    else if (quote === '' && (sign === '"' || sign === "'")) quote = sign
    else if (sign === '\\' && quote !== "'" && at + 1 < text.length) {
      const next = text[++at] ?? ''
      if (next !== '\n') content += /["'\s\\$`]/.test(next) ? next : `\\${next}`
    } else content += sign
  }
  // An operator at the very beginning was looked for already: a word has one character at least.
  return at === from
    ? { text: text[from] ?? '', raw: text[from] ?? '', from }
    : { text: content, raw: text.slice(from, at), from }
}

function endsWord(text: string, at: number): boolean {
  const sign = text[at] ?? ''
  if (/[\s;|()`<>]/.test(sign)) return true
  // `2>&1` is a redirection.
  if (sign === '&') return text[at - 1] !== '>' && text[at + 1] !== '>'
  return sign === '$' && text[at + 1] === '('
}
