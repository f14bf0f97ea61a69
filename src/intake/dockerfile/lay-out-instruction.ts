import type { LaidOut } from '../laid-out.ts'
import { expandVariables, type Variables } from './expand.ts'
import { instructionIn, type Flag, type Instruction } from './instruction.ts'
import type { Heredoc, HeredocLine, LogicalLine } from './logical-lines.ts'
import { pairsOf, type Pair } from './pairs.ts'
import type { Word } from './words.ts'

// Here the shell or the program itself replaces variables, when it runs.
const LEFT_TO_SHELL = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'SHELL', 'MAINTAINER'])

/** The value of an instruction; `variables` are those that are known where it stands. */
export function laidInstruction(instruction: Instruction, variables: Variables): LaidOut {
  const { line, name, form, words, flags, argsAt } = instruction
  const isShell = LEFT_TO_SHELL.has(name)
  const say = (text: string): string => (isShell ? text : expandVariables(text, variables))
  const args = {
    text: line.text.slice(argsAt).trimEnd(),
    from: argsAt,
    to: line.text.trimEnd().length,
  }
  const pairs = pairsOf(instruction)
  const content = new Map<string, LaidOut>([
    ['instruction', spanned(instruction, name)],
    ['form', spanned(instruction, form)],
    ['args', laidText(line, args, say(args.text))],
    [
      'flags',
      laidList(
        instruction,
        flags.map((flag) => laidFlag(line, flag, variables)),
      ),
    ],
    [
      'words',
      laidList(
        instruction,
        words.map((word) => asMember(laidText(line, word, say(word.text)))),
      ),
    ],
    ...(pairs.length === 0
      ? []
      : [
          [
            'pairs',
            laidList(
              instruction,
              pairs.map((pair) => laidPair(line, pair, say)),
            ),
          ] as const,
        ]),
    ...(line.heredocs.length === 0
      ? []
      : [['heredocs', laidList(instruction, line.heredocs.map(laidHeredoc))] as const]),
    ...triggerOf(instruction, variables),
  ])
  return { ...spanned(instruction, ''), key: -1, content }
}

/** A text that stands where its instruction does. */
export function spanned({ line: { offsets } }: Instruction, content: string): LaidOut {
  const start = offsets[0] ?? 0
  return { key: start, start, end: offsets.at(-1) ?? start, content }
}

/** The text `content` in the place of a word. */
export function laidText({ offsets }: LogicalLine, { from, to }: Word, content: string): LaidOut {
  const start = offsets[from] ?? offsets.at(-1) ?? 0
  // The last character tells where a word ends: behind it, the next line may begin.
  return { key: start, start, end: to > from ? (offsets[to - 1] ?? start) + 1 : start, content }
}

function laidList(instruction: Instruction, content: readonly LaidOut[]): LaidOut {
  return { ...spanned(instruction, ''), content }
}

function asMember(laid: LaidOut): LaidOut {
  return { ...laid, key: -1 }
}

function laidFlag(line: LogicalLine, { name, value, word }: Flag, variables: Variables): LaidOut {
  const content = new Map([
    ['name', laidText(line, word, name)],
    ['value', laidText(line, word, expandVariables(value, variables))],
  ])
  return { ...asMember(laidText(line, word, '')), content }
}

function laidPair(line: LogicalLine, { key, value }: Pair, say: (text: string) => string): LaidOut {
  const content = new Map([
    ['key', laidText(line, key, key.text)],
    ...(value === undefined ? [] : [['value', laidText(line, value, say(value.text))] as const]),
  ])
  const { start } = laidText(line, key, '')
  const { end } = laidText(line, value ?? key, '')
  return { key: -1, start, end, content }
}

function laidHeredoc({ name, text, lines, start, end }: Heredoc): LaidOut {
  const content = new Map<string, LaidOut>([
    ['name', { key: start, start, end, content: name }],
    ['text', { key: start, start, end, content: text }],
    ['lines', { key: start, start, end, content: lines.map(laidLine) }],
  ])
  return { key: -1, start, end, content }
}

function laidLine({ text, start }: HeredocLine): LaidOut {
  return { key: -1, start, end: start + text.length, content: text }
}

// What ONBUILD keeps for images that are built on this one is an instruction itself.
function triggerOf(
  { name, line, argsAt }: Instruction,
  variables: Variables,
): readonly (readonly [string, LaidOut])[] {
  if (name !== 'ONBUILD') return []
  const rest = { ...line, text: line.text.slice(argsAt), offsets: line.offsets.slice(argsAt) }
  const trigger = instructionIn(rest)
  if (trigger === undefined) return []
  const laid = laidInstruction(trigger, variables)
  return [['trigger', { ...laid, key: laid.start }]]
}
