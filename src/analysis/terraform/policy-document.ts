import { isList, isMapping, isPlaceholder, memberOf, type Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { referentOf } from './joins.ts'
import { readJsonText } from './json-text.ts'

/** A policy of AWS, from JSON or from a data source. Its texts may hold holes. */
export interface Policy {
  readonly statements: readonly Statement[]
  /** Whether these are all statements: others may be merged in from elsewhere. */
  readonly isWhole: boolean
}

/** One statement of a policy. */
export interface Statement {
  readonly isAllowing: boolean
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly principals: readonly Principal[]
  /** Undefined when nobody can tell under which conditions it holds. */
  readonly conditions: readonly Condition[] | undefined
}

/**
 * Whom a statement is for: `AWS`, `SCW`, `Federated`, `Service` or `*`. The type is empty when it cannot be told.
 * Everybody but some is everybody.
 */
interface Principal {
  readonly type: string
  readonly identifiers: readonly string[]
}

/** One condition: `StringEquals`, the key, and the values of which one must fit. */
export interface Condition {
  readonly test: string
  readonly variable: string
  readonly values: readonly string[]
}

/** The policy that an argument of `resource` holds; undefined when it cannot be told. O(text). */
export function policyIn(field: Field, resource: Resource, scene: Scene): Policy | undefined {
  if (typeof field.value !== 'string') return undefined
  const source = referentOf(field, resource, scene)
  if (source?.type === 'data.aws_iam_policy_document') return documentPolicy(source)
  const json = readJsonText(field.value)
  return isMapping(json) ? jsonPolicy(json) : undefined
}

function documentPolicy({ value }: Resource): Policy {
  const written = memberOf(value, 'statement')
  const statements = membersOf(written)
  const isMerged = MERGED.some((argument) => memberOf(value, argument) !== undefined)
  return {
    statements: statements.filter(isMapping).map(documentStatement),
    isWhole: !isMerged && statements.every(isMapping),
  }
}

const MERGED = ['source_policy_documents', 'override_policy_documents', 'source_json'] as const

function documentStatement(statement: unknown): Statement {
  const conditions = memberOf(statement, 'condition')
  return {
    isAllowing: memberOf(statement, 'effect') !== 'Deny',
    actions: textsOf(memberOf(statement, 'actions')),
    resources: textsOf(memberOf(statement, 'resources')),
    principals: [
      ...membersOf(memberOf(statement, 'principals')).map((principal) => ({
        type: textOf(memberOf(principal, 'type')),
        identifiers: textsOf(memberOf(principal, 'identifiers')),
      })),
      ...othersThan(memberOf(statement, 'not_principals')),
    ],
    conditions: membersOf(conditions).every(isMapping)
      ? membersOf(conditions).map(documentCondition)
      : undefined,
  }
}

function documentCondition(condition: unknown): Condition {
  return {
    test: textOf(memberOf(condition, 'test')),
    variable: textOf(memberOf(condition, 'variable')),
    values: textsOf(memberOf(condition, 'values')),
  }
}

function jsonPolicy(json: unknown): Policy {
  const statements = membersOf(memberOf(json, 'Statement'))
  return {
    statements: statements.filter(isMapping).map(jsonStatement),
    isWhole: statements.every(isMapping),
  }
}

function jsonStatement(statement: unknown): Statement {
  return {
    isAllowing: memberOf(statement, 'Effect') !== 'Deny',
    actions: textsOf(memberOf(statement, 'Action')),
    resources: textsOf(memberOf(statement, 'Resource')),
    principals: [
      ...jsonPrincipals(memberOf(statement, 'Principal')),
      ...othersThan(memberOf(statement, 'NotPrincipal')),
    ],
    conditions: jsonConditions(memberOf(statement, 'Condition')),
  }
}

function jsonPrincipals(principal: unknown): readonly Principal[] {
  if (principal === '*') return [EVERYBODY]
  if (typeof principal === 'string') return [{ type: '', identifiers: [principal] }]
  if (!isMapping(principal)) return []
  return Object.entries(principal).map(([type, of]) => ({ type, identifiers: textsOf(of) }))
}

function othersThan(some: unknown): readonly Principal[] {
  return some === undefined ? [] : [EVERYBODY]
}

const EVERYBODY: Principal = { type: '*', identifiers: ['*'] }

function jsonConditions(conditions: unknown): readonly Condition[] | undefined {
  if (conditions === undefined || conditions === null) return []
  if (!isMapping(conditions)) return undefined
  const found: Condition[] = []
  for (const [test, keys] of Object.entries(conditions)) {
    if (!isMapping(keys)) return undefined
    for (const [variable, values] of Object.entries(keys)) {
      found.push({ test, variable, values: textsOf(values) })
    }
  }
  return found
}

// One thing may stand for a list of one, a hole for any number.
function membersOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return isList(value) ? value : [value]
}

function textsOf(value: unknown): readonly string[] {
  return membersOf(value).map(textOf)
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}

/** Whether some of a statement's actions is `action`, by name or by a pattern that ends in a star. */
export function allowsAction({ isAllowing, actions }: Statement, action: string): boolean {
  const wanted = action.toLowerCase()
  return isAllowing && actions.some((pattern) => fits(pattern.toLowerCase(), wanted))
}

function fits(pattern: string, action: string): boolean {
  if (isPlaceholder(pattern) || !pattern.endsWith('*')) return pattern === action
  return action.startsWith(pattern.slice(0, -1))
}
