import { blocksOf } from '../../analysis/terraform/arguments.ts'
import { targetOf, type Answer } from '../../analysis/terraform/joins.ts'
import { isList, isMapping, memberOf, type Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** One statement of a bucket's policy. */
export interface Statement {
  readonly isAllowed: boolean
  readonly principals: readonly unknown[]
  readonly actions: readonly unknown[]
  readonly hasCondition: boolean
}

/** The statements of a policy, from its JSON or from the data source that makes it; undefined when nobody can tell. */
export function statementsOf(policy: Resource, scene: Scene): readonly Statement[] | undefined {
  const written = policy.get('policy')
  if (written === undefined) return []
  const link = { type: 'data.aws_iam_policy_document', path: ['policy'] }
  const made = targetOf(policy, link, scene)
  if (made !== undefined) return statementsMade(made)
  return typeof written.value === 'string' ? statementsWritten(written.value) : undefined
}

/** Whether a statement lets everybody in. A condition may bound them, which nobody reads here. */
export function allowsEverybody({ isAllowed, principals, hasCondition }: Statement): Answer {
  if (!isAllowed) return 'no'
  if (principals.includes('*')) return hasCondition ? 'cannot tell' : 'yes'
  return principals.some(isUnknown) ? 'cannot tell' : 'no'
}

/** Whether a statement gives what a website gives: its objects, to be read. */
export function isReading({ actions }: Statement): boolean {
  return actions.length > 0 && actions.every((action) => READING.test(String(action)))
}

const READING = /^s3:(?:Get|List)\w*\*?$/

// What an input or a call gives may be everybody; an attribute of a resource is somebody.
function isUnknown(principal: unknown): boolean {
  return typeof principal === 'string' && principal.startsWith('${') && !SOMEBODY.test(principal)
}

const SOMEBODY =
  /^\$\{(?:module\.\w+\.)*(?!var\.|local\.|each\.|data\.|module\.)\w+\.[\w.[\]"*-]+\}/

function statementsMade(document: Resource): readonly Statement[] | undefined {
  // What it takes over from other documents is not followed.
  if (document.get('source_policy_documents') !== undefined) return undefined
  return blocksOf(document, 'statement')?.map(statementMade)
}

function statementMade(block: Reader): Statement {
  const principals = (blocksOf(block, 'principals') ?? []).flatMap((group) =>
    group.list('identifiers').map(({ value }) => value),
  )
  const others = block.get('not_principals') === undefined ? [] : ['*']
  return {
    isAllowed: (block.get('effect')?.value ?? 'Allow') === 'Allow',
    principals: [...principals, ...others],
    actions: block.list('actions').map(({ value }) => value),
    hasCondition: block.get('condition') !== undefined,
  }
}

function statementsWritten(text: string): readonly Statement[] | undefined {
  const statements = memberOf(parsed(text), 'Statement')
  return statements === undefined ? undefined : listed(statements).map(statementWritten)
}

function statementWritten(statement: unknown): Statement {
  const principal = memberOf(statement, 'Principal')
  const named = isMapping(principal) ? Object.values(principal).flatMap(listed) : listed(principal)
  // Everybody but some is everybody.
  const others = memberOf(statement, 'NotPrincipal') === undefined ? [] : ['*']
  return {
    isAllowed: memberOf(statement, 'Effect') === 'Allow',
    principals: [...named, ...others],
    actions: listed(memberOf(statement, 'Action')),
    hasCondition: memberOf(statement, 'Condition') !== undefined,
  }
}

function listed(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return isList(value) ? value : [value]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A policy that a variable or a file holds: what it says cannot be told, and the caller says so.
    return undefined
  }
}
