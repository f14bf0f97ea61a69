import type { Mark } from '../../../model/making.ts'
import type { Source } from '../../../model/source.ts'
import type { Range } from './node.ts'
import type { Template } from './parse.ts'
import { slicePieces, type Piece } from './trace.ts'
import { give, type TemplateText } from './trouble.ts'
import type { Found, Value } from './value.ts'

/** What a rendering may cost; beyond it the chart is a fault. */
interface Budget {
  /** How many nodes are carried out, and how many characters are written by all of them together. */
  steps: number
  characters: number
  /** How many templates may be carried out inside one another. */
  depth: number
}

/** A function of templates. */
export interface GoFunction {
  readonly least: number
  readonly most: number
  readonly call: (call: Call) => Found
}

/** One use of a function. */
export interface Call {
  readonly name: string
  readonly args: readonly Value[]
  readonly frame: Frame
}

/** The templates that can be named. */
export type Templates = Map<string, Template>

/** What all templates of one rendering share. */
export interface Run {
  readonly functions: ReadonlyMap<string, GoFunction>
  readonly budget: Budget
  /** Where texts that were made here come from, by the text: functions hand on texts, not their origins. */
  readonly traces: Map<string, readonly Piece[]>
  /** The scalars that were read since the action at hand began, with the places where they are written. */
  readonly reads: Read[]
  /** How often each template is being included at the moment. */
  readonly including: Map<string, number>
}

/** A scalar and where it is written. */
interface Read {
  readonly value: Value
  readonly mark: Mark
}

/** Where the text of a template comes from: it is a file, or was made from other texts. */
export type Origin =
  | { readonly kind: 'file'; readonly source: Source }
  | { readonly kind: 'made'; readonly pieces: readonly Piece[]; readonly mark: Mark }

/** A variable, and where its value is written if it is a scalar. */
interface Variable {
  readonly name: string
  value: Found
  mark: Mark | undefined
}

/** One template that is being carried out. */
export interface Frame {
  readonly run: Run
  readonly template: TemplateText
  readonly origin: Origin
  readonly templates: Templates
  readonly variables: Variable[]
  readonly output: Output
  /** The value of the dot, and where it is written if it is a scalar. */
  dot: Found
  dotMark: Mark | undefined
  /** What is being carried out. */
  at: Range
}

/** What was written so far. */
interface Output {
  text: string
  readonly pieces: Piece[]
}

/** Counts a step. */
export function step({ budget }: Run): void {
  if (--budget.steps < 0) give('it takes too many steps to render')
}

/** Counts characters before they are made. */
export function spend({ budget }: Run, characters: number): void {
  budget.characters -= characters
  if (budget.characters < 0) give('it writes too much text')
}

/** Where the text of a range of this frame's template comes from. */
export function originOf(frame: Frame, { start, end }: Range): readonly Piece[] {
  const { origin } = frame
  if (origin.kind === 'file') {
    const mark = { source: origin.source, start, end }
    return [{ length: end - start, mark, isVerbatim: true, decider: undefined }]
  }
  const pieces = slicePieces(origin.pieces, start, end)
  if (pieces.length > 0) return pieces
  return [{ length: end - start, mark: origin.mark, isVerbatim: false, decider: undefined }]
}

/** The place of what is being carried out. */
export function markOfAction(frame: Frame): Mark {
  const { origin, at } = frame
  if (origin.kind === 'file') return { source: origin.source, start: at.start, end: at.end }
  return originOf(frame, at)[0]?.mark ?? origin.mark
}

/** Where a scalar is written, if it was read by the action at hand. */
export function readMark({ reads }: Run, value: Found): Mark | undefined {
  return reads.findLast((read) => read.value === value)?.mark
}

/** Writes a text whose origin is known. */
export function write(frame: Frame, text: string, pieces: readonly Piece[]): void {
  spend(frame.run, text.length)
  const { output } = frame
  output.text += text
  for (const piece of pieces) output.pieces.push(piece)
}

/** Remembers where a text comes from, for the action that will write it. */
export function remember(run: Run, text: string, pieces: readonly Piece[]): void {
  if (text.length > 0 && pieces.length > 0) run.traces.set(text, pieces)
}
