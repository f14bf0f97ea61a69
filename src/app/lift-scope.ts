import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { homeNamespace, type Resource } from '../model/resource.ts'
import type { Scene } from '../model/scene.ts'
import type { Rule } from '../rules/rule.ts'
import type { Finding } from '../verdict/finding.ts'
import { containerAt } from '../verdict/waivers/cover.ts'
import { packagesBy } from '../verdict/waivers/packages.ts'
import type { WaiverEntry } from '../verdict/waivers/schema.ts'
import type { Scope } from '../verdict/waivers/waiver.ts'
import { misuse } from './usage.ts'

/** What a lift is for, as the command line has it. */
export interface LiftWords {
  /** Of a rule or of a finding. */
  readonly id: string
  readonly on: string | undefined
  readonly container: string | undefined
  /** A field, as reports name it. */
  readonly part?: string | undefined
  /** The cluster that it is lifted for, and no other. */
  readonly cluster?: string | undefined
}

/** The names that a waiver matches. */
export type Match = WaiverEntry['match']

/** The scope that was named; without one that of the finding, or of the only object that the rule finds fault with. */
export function scopeFor(
  { id, on, container, part, cluster }: LiftWords,
  rule: Rule,
  findings: readonly Finding[],
  scene: Scene,
): Result<Match> {
  const within = {
    ...(container !== undefined && { container }),
    ...(part !== undefined && { part }),
    ...(cluster !== undefined && { cluster }),
  }
  if (on !== undefined) {
    const named = namesOf(on)
    return named.ok ? succeed({ ...named.value, ...within }) : named
  }
  const finding = findings.find((found) => found.id === id)
  if (finding !== undefined) {
    const narrow = { ...containerOf(finding, scene), ...packageOf(finding, scene) }
    return succeed({ ...matchOf(finding.resource), ...narrow, ...within })
  }
  const objects = [...new Set(findings.map(({ resource }) => resource))]
  const [only, second] = objects
  if (only !== undefined && second === undefined) {
    return succeed({ ...matchOf(only), ...within })
  }
  return fail(needsObject(rule, objects))
}

/** What a waiver matches, as `--on` takes it. */
export function scopeWords(match: Match | Scope): string {
  return Object.entries(match)
    .map(([key, value]) => `${key} ${[value].flat().join(' or ')}`)
    .join(', ')
}

function matchOf(resource: Resource): Match {
  const { kind, name } = resource
  const namespace = homeNamespace(resource)
  return { ...(namespace !== undefined && { namespace }), kind, name }
}

function containerOf({ resource, place }: Finding, { pods }: Scene): Match {
  const pod = pods.find(({ owner }) => owner === resource)
  const holder = containerAt(place, pod)
  return holder === undefined || holder.name === '' ? {} : { container: holder.name }
}

// One flawed package, not all that the file asks for.
function packageOf(finding: Finding, scene: Scene): Match {
  const purl = packagesBy(scene)(finding)?.bringer ?? ''
  return purl === '' ? {} : { purl }
}

function namesOf(on: string): Result<Match> {
  const words = on.split('/')
  if (on.startsWith('pkg:')) return succeed({ purl: on })
  const [first = '', second = '', third = ''] = words
  if (words.includes('') || words.length > 3) return fail(NO_OBJECT)
  if (words.length === 1) return succeed({ namespace: first })
  if (words.length === 2) return succeed({ kind: first, name: second })
  return succeed({ namespace: first, kind: second, name: third })
}

const NO_OBJECT = misuse(
  '--on',
  '--on takes an object, a namespace or a package.',
  'Write it as shop/Deployment/cart; ClusterRole/admin outside of namespaces; shop for all of a namespace; pkg:npm/lodash for a package.',
)

const MOST_OBJECTS = 10

function needsObject({ id }: Rule, objects: readonly Resource[]): Fault {
  const names = objects.slice(0, MOST_OBJECTS).map(onWords)
  const more = objects.length > names.length ? ' …' : ''
  return misuse(
    '--on',
    objects.length === 0
      ? `The rule ${id} finds no fault in what was read, so there is nothing to lift.`
      : `The rule ${id} finds fault with ${objects.length} objects; a waiver is for one of them.`,
    objects.length === 0
      ? 'Name the files that hold it, or the object with --on to see what is known of it.'
      : `Name it with --on: ${names.join(', ')}${more}`,
  )
}

function onWords(resource: Resource): string {
  const namespace = homeNamespace(resource)
  return [...(namespace === undefined ? [] : [namespace]), resource.kind, resource.name].join('/')
}
