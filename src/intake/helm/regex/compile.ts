import { give } from '../template/trouble.ts'
import type { Assertion, RegexNode } from './node.ts'

/** One step of a program: what is looked for, and where to go on. */
export type Instruction =
  | { readonly kind: 'match' }
  | { readonly kind: 'jump'; to: number }
  /** Goes on at `to`, and at `other` if that does not lead to a match. */
  | { readonly kind: 'split'; to: number; other: number }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'assert'; readonly at: Assertion }
  | { readonly kind: 'set'; readonly holds: (code: number) => boolean }

// A pattern repeats what it repeats by copies; a program beyond this would be slow on any text.
const MAX_INSTRUCTIONS = 20_000

/** The program of a regular expression; it saves the ends of the whole match in the slots 0 and 1. */
export function compile(root: RegexNode): readonly Instruction[] {
  const program: Instruction[] = []
  add(program, { kind: 'save', slot: 0 })
  emit(program, root)
  add(program, { kind: 'save', slot: 1 })
  add(program, { kind: 'match' })
  return program
}

function add(program: Instruction[], instruction: Instruction): void {
  if (program.length >= MAX_INSTRUCTIONS) give('error parsing regexp: expression too large')
  program.push(instruction)
}

function emit(program: Instruction[], node: RegexNode): void {
  switch (node.kind) {
    case 'empty':
      return
    case 'set':
      return add(program, { kind: 'set', holds: testOf(node) })
    case 'assert':
      return add(program, { kind: 'assert', at: node.at })
    case 'group':
      add(program, { kind: 'save', slot: 2 * node.index })
      emit(program, node.of)
      return add(program, { kind: 'save', slot: 2 * node.index + 1 })
    case 'sequence':
      for (const part of node.parts) emit(program, part)
      return
    case 'choice':
      return emitChoice(program, node.parts)
    case 'repeat':
      return emitRepeat(program, node)
  }
}

function emitChoice(program: Instruction[], parts: readonly RegexNode[]): void {
  const ends: Extract<Instruction, { readonly kind: 'jump' }>[] = []
  parts.forEach((part, index) => {
    const isLast = index === parts.length - 1
    const split: Instruction = { kind: 'split', to: program.length + 1, other: 0 }
    if (!isLast) add(program, split)
    emit(program, part)
    if (isLast) return
    const end: Instruction = { kind: 'jump', to: 0 }
    add(program, end)
    ends.push(end)
    split.other = program.length
  })
  for (const end of ends) end.to = program.length
}

type Repeat = Extract<RegexNode, { readonly kind: 'repeat' }>

function emitRepeat(program: Instruction[], { of, least, most, isGreedy }: Repeat): void {
  for (let count = 0; count < least; count++) emit(program, of)
  if (most === Infinity) return emitLoop(program, of, isGreedy)
  const splits: Extract<Instruction, { readonly kind: 'split' }>[] = []
  for (let count = least; count < most; count++) {
    const split: Instruction = { kind: 'split', to: program.length + 1, other: program.length + 1 }
    add(program, split)
    splits.push(split)
    emit(program, of)
  }
  for (const split of splits) leave(split, program.length, isGreedy)
}

function emitLoop(program: Instruction[], of: RegexNode, isGreedy: boolean): void {
  const start = program.length
  const split: Instruction = { kind: 'split', to: start + 1, other: start + 1 }
  add(program, split)
  emit(program, of)
  add(program, { kind: 'jump', to: start })
  leave(split, program.length, isGreedy)
}

// Greedy takes another round first, lazy leaves first.
function leave(split: { to: number; other: number }, end: number, isGreedy: boolean): void {
  if (isGreedy) split.other = end
  else split.to = end
}

type Set = Extract<RegexNode, { readonly kind: 'set' }>

function testOf({ ranges, isNegated, isCaseless }: Set): (code: number) => boolean {
  const has = (code: number): boolean =>
    ranges.some(([first, last]) => code >= first && code <= last)
  if (!isCaseless) return (code) => has(code) !== isNegated
  return (code) => casesOf(code).some(has) !== isNegated
}

function casesOf(code: number): readonly number[] {
  const char = String.fromCodePoint(code)
  return [char, char.toLowerCase(), char.toUpperCase()].map((form) => form.codePointAt(0) ?? 0)
}
