import { isList, isMapping, isPlaceholder, memberOf } from '../../model/part.ts'
import { anything, eachOf, fieldsOf, flaw, oneOf, shown, type Check } from './flaw.ts'

/** What is wrong with a label selector of meta/v1. */
export const selectorFlaws: Check = (written) =>
  fieldsOf(written, {
    matchLabels: (labels) => {
      if (!isMapping(labels.value)) return flaw(labels, 'this is no mapping')
      return Object.entries(labels.value).flatMap(([key, value]) =>
        typeof value === 'string' || value === null
          ? []
          : flaw(
              { value, path: [...labels.path, key] },
              `${shown(value)} is no text, and labels are texts`,
            ),
      )
    },
    matchExpressions: (expressions) => eachOf(expressions, expressionFlaws),
  })

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const

const expressionFlaws: Check = (written) => {
  const flaws = fieldsOf(written, {
    key: anything,
    operator: oneOf(OPERATORS),
    values: (values) => eachOf(values, textFlaws),
  })
  if (flaws.length > 0 || !isMapping(written.value)) return flaws
  const [operator, values] = [
    memberOf(written.value, 'operator'),
    memberOf(written.value, 'values'),
  ]
  if (typeof memberOf(written.value, 'key') !== 'string') return flaw(written, 'it names no key')
  if (isPlaceholder(operator) || isPlaceholder(values)) return []
  const isFull = isList(values) && values.length > 0
  if (operator === 'In' || operator === 'NotIn')
    return isFull ? [] : flaw(written, `${operator} needs values`)
  if (operator === undefined) return flaw(written, 'it names no operator')
  return isFull ? flaw(written, `${shown(operator)} takes no values`) : []
}

const textFlaws: Check = (written) =>
  typeof written.value === 'string'
    ? []
    : flaw(written, `${shown(written.value)} is no text, and labels are texts`)
