import type { TemplatePart } from '../hcl/syntax.ts'
import { entriesOf, loopScope } from './evaluate-for.ts'
import { spend, untold, type Scope } from './scope.ts'
import { INVALID, isUnknown, textOf, truthOf, unknownText, type Value } from './value.ts'

/** The text of a template. What cannot be told leaves a hole in it, and the rest is known. */
export function evaluateParts(parts: readonly TemplatePart[], scope: Scope): Value {
  return joined(
    parts.map((part) => evaluatePart(part, scope)),
    '',
    scope,
  )
}

/** Texts in a row with `separator` between them, holes and all. */
export function joined(values: readonly Value[], separator: string, scope: Scope): Value {
  let text = ''
  let isWhole = true
  for (const [index, value] of values.entries()) {
    if (index > 0) text += separator
    if (isUnknown(value)) {
      if (value.isInvalid) return INVALID
      isWhole = false
      text += value.text
    } else {
      const piece = textOf(value)
      if (piece === undefined) return INVALID
      text += piece
    }
    if (text.length > MAX_TEXT) return INVALID
  }
  spend(scope.budget, text.length >> 4)
  if (isWhole) return text
  const [only] = values
  return values.length === 1 && only !== undefined ? only : unknownText(text)
}

const MAX_TEXT = 16 * 1024 * 1024

function evaluatePart(part: TemplatePart, scope: Scope): Value {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'expression':
      return scope.evaluate(part.of, scope)
    case 'if': {
      const condition = scope.evaluate(part.condition, scope)
      if (isUnknown(condition)) return condition.isInvalid ? condition : untold(part, scope)
      const truth = truthOf(condition)
      return truth === undefined ? INVALID : evaluateParts(truth ? part.yes : part.no, scope)
    }
    case 'for': {
      const collection = scope.evaluate(part.collection, scope)
      if (isUnknown(collection)) return collection.isInvalid ? collection : untold(part, scope)
      const entries = entriesOf(collection) ?? []
      const turns = entries.map((entry) => evaluateParts(part.parts, loopScope(part, entry, scope)))
      return joined(turns, '', scope)
    }
  }
}
