import type { LogicalLine } from './logical-lines.ts'
import { splitWords, type Word } from './words.ts'

/** An option of an instruction: `--mount=type=secret`. */
export interface Flag {
  readonly name: string
  readonly value: string
  readonly word: Word
}

/** One instruction, taken apart but not yet expanded. */
export interface Instruction {
  readonly line: LogicalLine
  /** In capitals. */
  readonly name: string
  readonly flags: readonly Flag[]
  /** Where the arguments begin in the line's text, behind the flags. */
  readonly argsAt: number
  /** The members of a JSON list, or the words of a text. */
  readonly words: readonly Word[]
  readonly form: 'exec' | 'shell'
}

const KEYWORD = /^[A-Za-z]+/
// Those whose arguments may be written as a JSON list.
const EXEC = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'COPY', 'ADD', 'VOLUME'])

/** The keywords of Dockerfiles. Source: docs.docker.com/reference/dockerfile, read 2026-11-25. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  ...EXEC,
  'ARG',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'STOPSIGNAL',
  'USER',
  'WORKDIR',
])

/** Takes a line apart; undefined when no word begins it. */
export function instructionIn(line: LogicalLine): Instruction | undefined {
  const keyword = KEYWORD.exec(line.text)?.[0]
  if (keyword === undefined) return undefined
  const name = keyword.toUpperCase()
  const { flags, argsAt } = flagsAt(line.text, keyword.length)
  const listed = EXEC.has(name) ? listedWords(line.text, argsAt) : undefined
  return {
    line,
    name,
    flags,
    argsAt,
    words: listed ?? splitWords(line.text, argsAt),
    form: listed === undefined ? 'shell' : 'exec',
  }
}

function flagsAt(
  text: string,
  from: number,
): { readonly flags: readonly Flag[]; readonly argsAt: number } {
  const flags: Flag[] = []
  let at = from
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++
    if (!text.startsWith('--', at) || /\s/.test(text[at + 2] ?? ' ')) return { flags, argsAt: at }
    const [word] = splitWords(text.slice(0, endOfWord(text, at)), at)
    if (word === undefined) return { flags, argsAt: at }
    const sign = word.text.indexOf('=')
    flags.push({
      name: sign === -1 ? word.text.slice(2) : word.text.slice(2, sign),
      value: sign === -1 ? '' : word.text.slice(sign + 1),
      word,
    })
    at = word.to
  }
}

function endOfWord(text: string, from: number): number {
  const [word] = splitWords(text, from)
  return word?.to ?? from
}

// Anything but a list of texts is a text for the shell, however much it looks like a list.
function listedWords(text: string, from: number): readonly Word[] | undefined {
  if (text[from] !== '[') return undefined
  const values = parsed(text.slice(from))
  if (values === undefined) return undefined
  const words: Word[] = []
  let at = from
  for (const match of text.slice(from).matchAll(/"(?:[^"\\]|\\.)*"/g)) {
    const value = values[words.length] ?? ''
    at = from + match.index
    words.push({ text: value, from: at, to: at + match[0].length })
  }
  return words
}

function parsed(text: string): readonly string[] | undefined {
  try {
    const values: unknown = JSON.parse(text)
    if (!Array.isArray(values)) return undefined
    const texts = values.filter((value): value is string => typeof value === 'string')
    return texts.length === values.length ? texts : undefined
  } catch {
    // BuildKit, too, goes on with the text as it is.
    return undefined
  }
}
