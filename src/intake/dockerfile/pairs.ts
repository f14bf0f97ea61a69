import type { Instruction } from './instruction.ts'
import type { Word } from './words.ts'

/** One `key=value` of ENV, ARG or LABEL; an ARG may have no value. */
export interface Pair {
  readonly key: Word
  readonly value: Word | undefined
}

const PAIRED = new Set(['ARG', 'ENV', 'LABEL'])

/** The pairs of an instruction that has some. */
export function pairsOf({ name, words, line, argsAt }: Instruction): readonly Pair[] {
  const [first] = words
  if (!PAIRED.has(name) || first === undefined) return []
  // The old way, `ENV key value to the end of the line`.
  if (name !== 'ARG' && !first.text.includes('=')) {
    const from = argsAt + line.text.slice(argsAt).search(/\s/)
    const rest = line.text.slice(from)
    const at = from + rest.length - rest.trimStart().length
    const value = { text: rest.trim(), from: at, to: line.text.trimEnd().length }
    return [{ key: first, value: value.text === '' ? undefined : value }]
  }
  return words.map((word) => pairIn(word))
}

function pairIn(word: Word): Pair {
  const sign = word.text.indexOf('=')
  if (sign === -1) return { key: word, value: undefined }
  return {
    key: { ...word, text: word.text.slice(0, sign) },
    value: { ...word, text: word.text.slice(sign + 1) },
  }
}
