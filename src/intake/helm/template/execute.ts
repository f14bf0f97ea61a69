import type { Mark } from '../../../model/making.ts'
import { evaluatePipe } from './expression.ts'
import { printed } from './go-format.ts'
import { markOf } from './marks.ts'
import type { Branch, Node, Pipe } from './node.ts'
import type { Template } from './parse.ts'
import {
  markOfAction,
  originOf,
  readMark,
  step,
  write,
  type Frame,
  type Origin,
  type Run,
  type Templates,
} from './run.ts'
import { writtenPiece, type Piece, type Trace } from './trace.ts'
import { give, PlacedTrouble, TOO_MUCH, Trouble } from './trouble.ts'
import { isDict, isList, isTrue, sortedKeys, typeOf, type Found } from './value.ts'

/** What a missing or nil value prints as, until the whole is written: Helm takes it out of the text then. */
export const NO_VALUE = '<no value>'

/** What is carried out, and with what. */
export interface Execution {
  readonly run: Run
  readonly templates: Templates
  readonly template: Template
  readonly origin: Origin
  readonly dot: Found
}

/** Carries a template out. Throws PlacedTrouble for what Go refuses and for what goes beyond the budget. */
export function execute({ run, templates, template, origin, dot }: Execution): Trace {
  if (--run.budget.depth < 0) give('more templates stand inside one another than a chart needs')
  const output = { text: '', pieces: [] }
  const frame: Frame = {
    run,
    template: template.source,
    origin,
    templates,
    variables: [{ name: '$', value: dot, mark: undefined }],
    output,
    dot,
    dotMark: undefined,
    at: { start: 0, end: 0 },
  }
  walk(frame, template.body)
  run.budget.depth++
  return output
}

type Jump = 'break' | 'continue' | undefined

function walk(frame: Frame, nodes: readonly Node[]): Jump {
  for (const node of nodes) {
    const jump = visit(frame, node)
    if (jump !== undefined) return jump
  }
  return undefined
}

function visit(frame: Frame, node: Node): Jump {
  if (node.kind === 'text') {
    const { start, end } = node
    step(frame.run)
    write(frame, frame.template.text.slice(start, end), originOf(frame, node))
    return undefined
  }
  if (node.kind === 'break' || node.kind === 'continue') return node.kind
  const { at, run } = frame
  const known = run.reads.length
  frame.at = node
  try {
    return act(frame, node)
  } catch (error) {
    if (error instanceof Trouble) throw new PlacedTrouble(error.message, frame.template, node.start)
    if (error instanceof RangeError) throw new PlacedTrouble(TOO_MUCH, frame.template, node.start)
    throw error
  } finally {
    frame.at = at
    run.reads.length = Math.min(known, run.reads.length)
  }
}

function act(
  frame: Frame,
  node: Exclude<Node, { readonly kind: 'text' | 'break' | 'continue' }>,
): Jump {
  step(frame.run)
  switch (node.kind) {
    case 'action':
      print(frame, node.pipe)
      return undefined
    case 'template':
      callTemplate(frame, node.name, node.pipe)
      return undefined
    default:
      return scoped(frame, () => (node.kind === 'range' ? loop(frame, node) : branch(frame, node)))
  }
}

function print(frame: Frame, pipe: Pipe): void {
  const known = frame.run.reads.length
  const value = evaluatePipe(frame, pipe)
  if (pipe.variables.length > 0) return
  const text = value === undefined || value === null ? NO_VALUE : printed(value)
  if (text === '') return
  write(frame, text, piecesOf(frame, text, known))
}

// A text that was made by another template knows where it comes from; else it comes from this action, and the value that
// was read for it decides.
function piecesOf(frame: Frame, text: string, known: number): readonly Piece[] {
  const made = frame.run.traces.get(text)
  if (made !== undefined) return made
  const decider = deciderOf(frame, text, known) ?? originOf(frame, frame.at)[0]?.decider
  return [writtenPiece(text.length, markOfAction(frame), decider)]
}

function deciderOf({ run }: Frame, text: string, known: number): Mark | undefined {
  const reads = run.reads.slice(known)
  const same = reads.findLast(({ value }) => printed(value) === text)
  const inside =
    same ?? reads.findLast(({ value }) => value !== '' && text.includes(printed(value)))
  return (inside ?? reads.at(-1))?.mark
}

function callTemplate(frame: Frame, name: string, pipe: Pipe | undefined): void {
  const template = frame.templates.get(name)
  if (template === undefined) return give(`template "${name}" not defined`)
  const dot = pipe === undefined ? undefined : evaluatePipe(frame, pipe)
  const { text, pieces } = executeNamed(frame, template, dot)
  frame.output.text += text
  for (const piece of pieces) frame.output.pieces.push(piece)
}

/** Carries out a template that another one names. */
export function executeNamed(frame: Frame, template: Template, dot: Found): Trace {
  const { run, templates } = frame
  const { source } = template.source
  const origin: Origin =
    source === undefined
      ? { kind: 'made', pieces: [], mark: markOfAction(frame) }
      : { kind: 'file', source }
  return execute({ run, templates, template, origin, dot })
}

// Variables of a block and the dot end with it.
function scoped(frame: Frame, work: () => Jump): Jump {
  const { dot, dotMark, variables } = frame
  const known = variables.length
  try {
    return work()
  } finally {
    frame.dot = dot
    frame.dotMark = dotMark
    variables.length = known
  }
}

function branch(frame: Frame, { kind, pipe, body, otherwise }: Branch): Jump {
  const value = evaluatePipe(frame, pipe)
  if (!isTrue(value)) return walk(frame, otherwise)
  if (kind === 'with') {
    frame.dotMark = readMark(frame.run, value)
    frame.dot = value
  }
  return walk(frame, body)
}

/** One round of a loop. */
interface Round {
  readonly key: Found
  readonly value: Found
  readonly mark: Mark | undefined
}

function loop(frame: Frame, { pipe, body, otherwise }: Branch): Jump {
  const { dot, variables } = frame
  const value = evaluatePipe(frame, { ...pipe, variables: [] })
  const known = variables.length
  let isEmpty = true
  for (const round of roundsOf(value, pipe.variables.length)) {
    isEmpty = false
    step(frame.run)
    declareRound(frame, pipe, round)
    const jump = walk(frame, body)
    variables.length = known
    if (jump === 'break') break
  }
  frame.dot = dot
  return isEmpty ? walk(frame, otherwise) : undefined
}

function* roundsOf(value: Found, names: number): Generator<Round, void> {
  if (value === undefined || value === null) return
  if (isDict(value)) {
    for (const key of sortedKeys(value)) {
      yield { key, value: value.get(key), mark: markOf(value, key) }
    }
  } else if (isList(value)) {
    for (let index = 0; index < value.length; index++) {
      yield { key: BigInt(index), value: value[index], mark: markOf(value, index) }
    }
  } else if (typeof value === 'bigint') {
    if (names > 1) give(`can't use ${value} to iterate over more than one variable`)
    for (let index = 0n; index < value; index++)
      yield { key: undefined, value: index, mark: undefined }
  } else {
    give(`range can't iterate over a value of type ${typeOf(value)}`)
  }
}

function declareRound(
  frame: Frame,
  { variables, isAssignment }: Pipe,
  { key, value, mark }: Round,
): void {
  const [first, second] = variables
  if (second !== undefined && first !== undefined) {
    set(frame, first, { value: key, mark: undefined }, isAssignment)
    set(frame, second, { value, mark }, isAssignment)
  } else if (first !== undefined) {
    set(frame, first, { value, mark }, isAssignment)
  }
  frame.dot = value
  frame.dotMark = mark
}

function set(
  frame: Frame,
  name: string,
  to: Pick<Frame['variables'][number], 'value' | 'mark'>,
  isAssignment: boolean,
): void {
  const known = isAssignment ? frame.variables.findLast((one) => one.name === name) : undefined
  if (known === undefined) frame.variables.push({ name, ...to })
  else Object.assign(known, to)
}
