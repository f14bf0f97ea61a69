import { markOf } from './marks.ts'
import { methodOf } from './methods.ts'
import type { Command, Operand, Pipe } from './node.ts'
import { readMark, spend, step, type Frame, type GoFunction } from './run.ts'
import { give, PlacedTrouble, TOO_MUCH, Trouble } from './trouble.ts'
import { isDict, isObject, isTrue, typeOf, type Found, type Value } from './value.ts'

/** Carries out a pipeline and declares or assigns its variables. */
export function evaluatePipe(frame: Frame, pipe: Pipe): Found {
  let value: Found
  let isFirst = true
  for (const command of pipe.commands) {
    // Go opens the interface here: a nil becomes the invalid value, of which any field may be asked.
    value = evaluateCommand(frame, command, isFirst ? NOTHING : { value }) ?? undefined
    isFirst = false
  }
  for (const name of pipe.variables) setVariable(frame, name, value, pipe.isAssignment)
  return value
}

/** What the command before hands over, if there is one. */
interface Final {
  readonly value?: Found
}

const NOTHING: Final = {}

function setVariable(frame: Frame, name: string, value: Found, isAssignment: boolean): void {
  const mark = readMark(frame.run, value)
  const known = isAssignment ? frame.variables.findLast((one) => one.name === name) : undefined
  if (known === undefined) frame.variables.push({ name, value, mark })
  else {
    known.value = value
    known.mark = mark
  }
}

function evaluateCommand(frame: Frame, { first, rest }: Command, final: Final): Found {
  step(frame.run)
  switch (first.kind) {
    case 'function':
      return callFunction(frame, first, rest, final)
    case 'field':
      return fieldsOf(frame, frame.dot, first, { names: first.names, rest, final })
    case 'chain':
      if (first.of.kind === 'nil') give(`indirection through explicit nil`)
      return fieldsOf(frame, evaluateOperand(frame, first.of) ?? undefined, first, {
        names: first.names,
        rest,
        final,
      })
    case 'variable':
      return variable(frame, first, rest, final)
    case 'nil':
      return give('nil is not a command')
    default:
      if (rest.length > 0 || 'value' in final) give(`can't give argument to non-function`)
      return evaluateOperand(frame, first)
  }
}

function evaluateOperand(frame: Frame, operand: Operand): Found {
  switch (operand.kind) {
    case 'dot':
      if (frame.dotMark !== undefined) note(frame, frame.dot, frame.dotMark)
      return frame.dot
    case 'nil':
      return null
    case 'constant':
      return operand.value
    case 'pipe':
      return evaluatePipe(frame, operand.pipe)
    default:
      return evaluateCommand(
        frame,
        { first: operand, rest: [], start: operand.start, end: operand.end },
        NOTHING,
      )
  }
}

interface Asked {
  readonly names: readonly string[]
  readonly rest: readonly Operand[]
  readonly final: Final
}

type VariableOperand = Extract<Operand, { readonly kind: 'variable' }>

function variable(
  frame: Frame,
  operand: VariableOperand,
  rest: readonly Operand[],
  final: Final,
): Found {
  const found = frame.variables.findLast(({ name }) => name === operand.name)
  if (found === undefined) return give(`undefined variable: ${operand.name}`)
  if (operand.names.length > 0) {
    return fieldsOf(frame, found.value, operand, { names: operand.names, rest, final })
  }
  if (rest.length > 0 || 'value' in final)
    give(`can't give argument to non-function ${operand.name}`)
  if (found.mark !== undefined) note(frame, found.value, found.mark)
  return found.value
}

function fieldsOf(
  frame: Frame,
  receiver: Found,
  at: Operand,
  { names, rest, final }: Asked,
): Found {
  let value = receiver
  names.forEach((name, index) => {
    const isLast = index === names.length - 1
    value = placed(frame, at, () =>
      fieldOf(frame, value, name, isLast ? { rest, final } : NO_ARGUMENTS),
    )
  })
  return value
}

const NO_ARGUMENTS: Omit<Asked, 'names'> = { rest: [], final: NOTHING }

function fieldOf(
  frame: Frame,
  receiver: Found,
  name: string,
  { rest, final }: Omit<Asked, 'names'>,
): Found {
  if (receiver === undefined) return undefined
  if (receiver === null) return give(`nil pointer evaluating interface {}.${name}`)
  const member = methodOf(receiver, name)
  if (member !== undefined) {
    const args = argumentsOf(frame, rest, final)
    checkCount(name, args, member)
    return member.call(args)
  }
  const hasArguments = rest.length > 0 || 'value' in final
  if (hasArguments) return give(`${name} is not a method but has arguments`)
  if (isDict(receiver)) return memberOf(frame, receiver, name)
  const field = isObject(receiver) ? receiver.members.get(name) : undefined
  if (field === undefined) return give(`can't evaluate field ${name} in type ${typeOf(receiver)}`)
  return isMethod(field) ? null : field
}

function isMethod(value: unknown): value is { readonly kind: 'method' } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'method'
}

/** The member of a map; a scalar's place is noted. */
export function memberOf(frame: Frame, dict: ReadonlyMap<string, Value>, key: string): Value {
  const value = dict.get(key) ?? null
  if (typeof value !== 'object') {
    const mark = markOf(dict, key)
    if (mark !== undefined) note(frame, value, mark)
  }
  return value
}

function note({ run }: Frame, value: Found, mark: NonNullable<Frame['dotMark']>): void {
  if (typeof value !== 'object' && value !== undefined) run.reads.push({ value, mark })
}

type FunctionOperand = Extract<Operand, { readonly kind: 'function' }>

function callFunction(
  frame: Frame,
  operand: FunctionOperand,
  rest: readonly Operand[],
  final: Final,
): Found {
  const { name } = operand
  if (name === 'and' || name === 'or') return shortCircuit(frame, name, rest, final)
  const known = frame.run.functions.get(name)
  if (known === undefined) return give(`"${name}" is not a defined function`)
  const args = argumentsOf(frame, rest, final)
  return placed(frame, operand, () => {
    checkCount(name, args, known)
    const value = known.call({ name, args, frame })
    if (typeof value === 'string') spend(frame.run, value.length)
    return value
  })
}

function shortCircuit(
  frame: Frame,
  name: 'and' | 'or',
  rest: readonly Operand[],
  final: Final,
): Found {
  if (rest.length === 0 && !('value' in final))
    give(`wrong number of args for ${name}: want at least 1 got 0`)
  let value: Found
  for (const operand of rest) {
    value = evaluateOperand(frame, operand)
    if (isTrue(value) === (name === 'or')) return value
  }
  return 'value' in final ? final.value : value
}

function argumentsOf(frame: Frame, rest: readonly Operand[], final: Final): readonly Value[] {
  const args = rest.map((operand) => evaluateOperand(frame, operand) ?? null)
  if ('value' in final) args.push(final.value ?? null)
  return args
}

function checkCount(
  name: string,
  args: readonly Value[],
  { least, most }: Pick<GoFunction, 'least' | 'most'>,
): void {
  if (args.length >= least && args.length <= most) return
  const wanted = least === most ? least : `at least ${least}`
  give(`wrong number of args for ${name}: want ${wanted} got ${args.length}`)
}

// The innermost place is the one that tells most.
function placed<T>(frame: Frame, { start }: Operand, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Trouble) throw new PlacedTrouble(error.message, frame.template, start)
    if (error instanceof RangeError) throw new PlacedTrouble(TOO_MUCH, frame.template, start)
    throw error
  }
}
