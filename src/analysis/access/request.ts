import { isPlaceholder } from '../../model/part.ts'
import type { PolicyRule } from './policy-rule.ts'

/** What is answered of a request. Unknown: what was not read, or a placeholder, decides. */
export type Answer = 'yes' | 'no' | 'unknown'

/** A request about objects. */
export interface ResourceRequest {
  /** As the API server names it: get, list, watch, create, update, patch, delete, deletecollection, or one of its own. */
  readonly verb: string
  /** The API group; the core group is the empty text. */
  readonly group: string
  /** The resource, with its subresource after a slash: `pods`, `pods/exec`. */
  readonly resource: string
  /** The namespace asked about; absent for all of them and for what lives outside of namespaces. */
  readonly namespace?: string
  /**
   * The object's name, as far as the request's path or its `metadata.name` field selector tells: a create and a
   * deletecollection have none, a list and a watch only with that selector.
   */
  readonly name?: string
}

/** A request about a path that holds no objects, such as `/metrics`. */
interface PathRequest {
  readonly verb: string
  readonly path: string
}

export type Request = ResourceRequest | PathRequest

/**
 * Whether a rule allows a request, its namespace apart. `*` stands for all verbs, groups, resources with their
 * subresources, and paths; `*` before a slash for all resources with that subresource, after a slash for nothing; names
 * have no wildcards. Source: `RuleAllows` of the RBAC authorizer (kubernetes/kubernetes, commit 01aa0f3f6052) and its
 * evaluation helpers (03bf11a309fd).
 */
export function ruleAllows(rule: PolicyRule, request: Request): Answer {
  const verb = anyOf(rule.verbs, (written) => written === '*' || written === request.verb)
  if (verb === 'no') return 'no'
  const object =
    'path' in request
      ? anyOf(rule.nonResourceURLs, (written) => coversPath(written, request.path))
      : allowsObject(rule, request)
  return allOf([verb, object])
}

function allowsObject(rule: PolicyRule, request: ResourceRequest): Answer {
  return allOf([
    anyOf(rule.apiGroups, (written) => written === '*' || written === request.group),
    anyOf(rule.resources, (written) => coversResource(written, request.resource)),
    rule.resourceNames.length === 0
      ? 'yes'
      : anyOf(rule.resourceNames, (written) => written === (request.name ?? '')),
  ])
}

/** Whether a member of `resources` stands for `resource`, given with its subresource. */
export function coversResource(written: string, resource: string): boolean {
  if (written === '*' || written === resource) return true
  const slash = resource.indexOf('/')
  return slash !== -1 && written === `*${resource.slice(slash)}`
}

/** Whether a member of `nonResourceURLs` stands for `path`: all asterisks at its end count as one. */
function coversPath(written: string, path: string): boolean {
  if (written === '*' || written === path) return true
  return written.endsWith('*') && path.startsWith(withoutStars(written))
}

function withoutStars(written: string): string {
  let end = written.length
  while (written[end - 1] === '*') end--
  return written.slice(0, end)
}

function anyOf(members: readonly string[], stands: (written: string) => boolean): Answer {
  let answer: Answer = 'no'
  for (const member of members) {
    if (isPlaceholder(member)) answer = 'unknown'
    else if (stands(member)) return 'yes'
  }
  return answer
}

function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no'
  return answers.includes('unknown') ? 'unknown' : 'yes'
}
