import { isList, isMapping, isPlaceholder, memberOf, type Reader } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'

/** How much of a request the API server writes down, least first. */
const AUDIT_LEVELS = ['None', 'Metadata', 'Request', 'RequestResponse'] as const

/** One of these levels. */
type AuditLevel = (typeof AUDIT_LEVELS)[number]

/** The stages of a request at which the API server may write it down. */
export const AUDIT_STAGES = [
  'RequestReceived',
  'ResponseStarted',
  'ResponseComplete',
  'Panic',
] as const

/** One of these stages. */
type AuditStage = (typeof AUDIT_STAGES)[number]

/** A request as an audit policy sees it: who, what, and of which object or which path. */
export interface AuditedRequest {
  readonly user: string
  readonly groups: readonly string[]
  readonly verb: string
  readonly target: AuditedObject | { readonly path: string }
}

/** The object of a request. `namespace` is empty outside of namespaces, `name` where none is named (list, create). */
interface AuditedObject {
  readonly group: string
  readonly resource: string
  readonly subresource?: string
  readonly namespace: string
  readonly name: string
}

/** What becomes of a request. `level` is undefined when a placeholder hides it. */
export interface AuditRecord {
  readonly level: AuditLevel | undefined
  /** The stages at which it would be written down: none for the level None. */
  readonly stages: readonly AuditStage[]
  /** The rule that decides, or the list of rules where none matches. */
  readonly place: Place
}

/** Whether an object is an audit policy: other programs have a kind of that name. */
export function isAuditPolicy({
  type,
  apiVersion,
}: Pick<Resource, 'type' | 'apiVersion'>): boolean {
  return type === 'Policy' && apiVersion.startsWith('audit.k8s.io/')
}

/**
 * What an API server with this policy writes down of a request: as the first rule says that matches it, and nothing when
 * none does. `policy` is the object, or the part of a machine's configuration that holds one. O(rules).
 * Source: "Auditing" and audit.k8s.io/v1, Kubernetes 1.36.
 */
export function auditRecord(policy: Reader, request: AuditedRequest): AuditRecord {
  const written = policy.get('rules')
  if (written?.resolved === false) return { level: undefined, stages: [], place: written.place }
  const uncertain: Rule[] = []
  for (const { value, place } of policy.list('rules')) {
    const match = matchOf(value, request)
    if (match === 'no') continue
    const rule = { value, place }
    if (match === 'yes') return settle(policy, rule, uncertain)
    uncertain.push(rule)
  }
  return settle(policy, { value: { level: 'None' }, place: policy.at('rules') }, uncertain)
}

interface Rule {
  readonly value: unknown
  readonly place: Place
}

// A rule that may match decides nothing where it says the same as the one that does.
function settle(policy: Reader, rule: Rule, uncertain: readonly Rule[]): AuditRecord {
  const level = levelOf(rule.value)
  const stages = stagesOf(policy.value, rule.value)
  const other = uncertain.find(
    ({ value }) =>
      levelOf(value) !== level || String(stagesOf(policy.value, value)) !== String(stages),
  )
  if (other !== undefined) return { level: undefined, stages: [], place: other.place }
  return { level, stages: level === 'None' ? [] : stages, place: rule.place }
}

function levelOf(rule: unknown): AuditLevel | undefined {
  const level = memberOf(rule, 'level')
  return AUDIT_LEVELS.find((known) => known === level)
}

// What the policy leaves out and what the rule leaves out, together.
function stagesOf(policy: unknown, rule: unknown): readonly AuditStage[] {
  const omitted = [...textsIn(policy, 'omitStages'), ...textsIn(rule, 'omitStages')]
  return AUDIT_STAGES.filter((stage) => !omitted.includes(stage))
}

function textsIn(value: unknown, key: string): readonly unknown[] {
  const texts = memberOf(value, key)
  return isList(texts) ? texts : []
}

type Match = 'yes' | 'no' | 'perhaps'

function matchOf(rule: unknown, request: AuditedRequest): Match {
  if (!isMapping(rule)) return 'perhaps'
  return allOf([
    listed(rule, 'users', (name) => name === request.user),
    listed(rule, 'userGroups', (name) => request.groups.includes(name)),
    listed(rule, 'verbs', (name) => name === request.verb),
    targetMatch(rule, request.target),
  ])
}

// Rules that name objects are not asked about paths, whatever else they say.
function targetMatch(rule: Mapping, target: AuditedRequest['target']): Match {
  const namesObjects = isWritten(rule, 'namespaces') || isWritten(rule, 'resources')
  if (!namesObjects && !isWritten(rule, 'nonResourceURLs')) return 'yes'
  if (namesObjects) return 'path' in target ? 'no' : objectMatch(rule, target)
  return 'path' in target
    ? listed(rule, 'nonResourceURLs', (pattern) => isPathOf(pattern, target.path))
    : 'no'
}

// An empty list is one that is not written.
function isWritten(rule: Mapping, key: string): boolean {
  const list = memberOf(rule, key)
  return list !== undefined && list !== null && !(isList(list) && list.length === 0)
}

function isPathOf(pattern: string, path: string): boolean {
  if (pattern === '*' || pattern === path) return true
  return pattern.endsWith('*') && path.startsWith(pattern.replace(/\*+$/, ''))
}

function objectMatch(rule: Mapping, object: AuditedObject): Match {
  const inNamespace = listed(rule, 'namespaces', (name) => name === object.namespace)
  if (!isWritten(rule, 'resources')) return inNamespace
  const entries = memberOf(rule, 'resources')
  if (!isList(entries)) return allOf([inNamespace, 'perhaps'])
  return allOf([inNamespace, anyOf(entries.map((entry) => entryMatch(entry, object)))])
}

// A star is no group: it names none that there is.
function entryMatch(entry: unknown, object: AuditedObject): Match {
  if (!isMapping(entry)) return 'perhaps'
  const { group = '', resources } = entry
  const ofGroup = textMatch(group, (name) => name === object.group)
  const named = listed({ resources }, 'resources', (name) => isResourceOf(name, object))
  // Names count only where resources are named.
  const ofName = isWritten(entry, 'resources')
    ? listed(entry, 'resourceNames', (name) => name === object.name)
    : 'yes'
  return allOf([ofGroup, named, ofName])
}

// `pods` is not `pods/log`. A star behind the slash takes the object itself too, as the API server does.
function isResourceOf(name: string, { resource, subresource = '' }: AuditedObject): boolean {
  if (name === '*') return true
  const full = subresource === '' ? resource : `${resource}/${subresource}`
  if (name === full || name === `${resource}/*`) return true
  return subresource !== '' && name === `*/${subresource}`
}

type Mapping = Readonly<Record<string, unknown>>

// A list that is not written takes everything.
function listed(rule: Mapping, key: string, takes: (text: string) => boolean): Match {
  if (!isWritten(rule, key)) return 'yes'
  const texts = memberOf(rule, key)
  return isList(texts) ? anyOf(texts.map((text) => textMatch(text, takes))) : 'perhaps'
}

function textMatch(text: unknown, takes: (text: string) => boolean): Match {
  if (typeof text !== 'string' || isPlaceholder(text)) return 'perhaps'
  return takes(text) ? 'yes' : 'no'
}

function anyOf(matches: readonly Match[]): Match {
  if (matches.includes('yes')) return 'yes'
  return matches.includes('perhaps') ? 'perhaps' : 'no'
}

function allOf(matches: readonly Match[]): Match {
  if (matches.includes('no')) return 'no'
  return matches.includes('perhaps') ? 'perhaps' : 'yes'
}
