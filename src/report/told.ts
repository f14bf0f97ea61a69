import type { Fault } from '../base/fault.ts'
import type { ComponentName } from '../model/component.ts'
import type { Coverage } from '../model/coverage.ts'
import type { Via } from '../model/making.ts'
import type { Place as JudgedPlace, Spot } from '../model/place.ts'
import type { Resource as JudgedResource } from '../model/resource.ts'
import type { Scene } from '../model/scene.ts'
import { isFixable as isJudgedFixable, type Finding as JudgedFinding } from '../verdict/finding.ts'
import type { Action as JudgedAction } from '../verdict/focus.ts'
import type { Share } from '../verdict/problems.ts'
import type { UnknownKind } from '../verdict/reach.ts'
import { referencesOf as referencesOfJudged } from '../verdict/references.ts'
import type { StopVerdict } from '../verdict/stops.ts'
import type { Verdict as JudgedVerdict } from '../verdict/verdict.ts'
import type { WaiverUse } from '../verdict/waivers/lift.ts'
import type { WorkloadVerdict as JudgedWorkload } from '../verdict/workloads.ts'

// What reports see of a verdict. A verdict just made is one as it is, and costs nothing; one that was saved holds what
// was looked up when it was. Writers ask both in the same way, so that they tell both in the same words.

/** A place in a file at hand, or one that was looked up. */
export type Place = JudgedPlace | SavedPlace

/** A place that was looked up; `way` is its path as Kubernetes writes it. */
export interface SavedPlace {
  readonly document: SavedObject['document']
  readonly way: string
  readonly spot: Omit<Spot, 'file'> & { readonly endColumn: number }
  /** What made its object, and what decided the value. */
  readonly made?: Made
}

/** Of an object that a chart or the like renders: by what it was made, and where the value was decided. */
export interface Made {
  readonly via: Via
  readonly decidedBy?: DecidedBy | undefined
}

/** A place of a values file or the like. */
type DecidedBy = Pick<Spot, 'file' | 'line' | 'column'>

/** An object of the estate. */
export type Resource = JudgedResource | SavedObject

/** What is saved of an object. */
export interface SavedObject extends Pick<
  JudgedResource,
  'apiVersion' | 'kind' | 'type' | 'namespace' | 'name'
> {
  readonly document: { readonly source: { readonly file: string } }
}

type JudgedRule = JudgedFinding['rule']

/** A rule, as findings carry it. */
export type Rule = JudgedRule | SavedRule

/** What is saved of a rule. Its references are all of them. */
export interface SavedRule extends Pick<
  JudgedRule,
  'id' | 'title' | 'topic' | 'severity' | 'references' | 'subject'
> {
  readonly fix?: Pick<NonNullable<JudgedRule['fix']>, 'risk'>
}

/** A fault of one object. */
export type Finding = JudgedFinding | SavedFinding

/** What is saved of a finding: whether it can be mended, not how. */
export interface SavedFinding extends Omit<JudgedFinding, 'rule' | 'resource' | 'place' | 'edits'> {
  readonly rule: SavedRule
  readonly resource: SavedObject
  readonly place: SavedPlace
  readonly fixable: boolean
}

/** One thing to do. */
export interface Action extends Omit<JudgedAction, 'rule' | 'findings' | 'place'> {
  readonly rule: Rule
  readonly findings: readonly Finding[]
  readonly place: Place
}

/** A workload and its Pod Security level. */
export interface WorkloadVerdict extends Pick<JudgedWorkload, 'level' | 'sure'> {
  readonly resource: Resource
  readonly place: Place
  readonly failing: readonly FailedCheck[]
}

interface FailedCheck extends Omit<JudgedWorkload['failing'][number], 'places'> {
  readonly places: readonly Place[]
}

/** A waiver, and what became of it. */
interface ToldWaiver extends Omit<WaiverUse, 'waiver'> {
  readonly waiver: Pick<WaiverUse['waiver'], 'id' | 'source' | 'at' | 'owner' | 'expires'> & {
    readonly rule: Pick<Rule, 'id'>
  }
}

/** The whole answer. */
export interface Verdict {
  readonly scene: Pick<Scene, 'kubernetes' | 'offering' | 'today'> & {
    readonly resources: readonly Resource[]
    readonly pods: readonly { readonly owner: Resource }[]
  }
  readonly rules: readonly Rule[]
  readonly findings: readonly Finding[]
  readonly workloads: readonly WorkloadVerdict[]
  readonly components: readonly {
    readonly name: ComponentName
    readonly sources: readonly Resource[]
  }[]
  readonly stops: readonly StopVerdict[]
  readonly focus: readonly Action[]
  readonly problems: readonly Share[]
  readonly coverage: readonly Coverage[]
  readonly unknownKinds: readonly UnknownKind[]
  readonly faults: readonly Fault[]
  /** Undefined in a saved report that does not tell them. */
  readonly facts?: JudgedVerdict['facts']
  readonly missingJewels?: JudgedVerdict['missingJewels']
  /** Undefined in a saved report that does not tell them. */
  readonly waivers?: readonly ToldWaiver[]
}

/** Whether `portolan fix` can mend it. */
export function isFixable(finding: Finding): boolean {
  return 'fixable' in finding ? finding.fixable : isJudgedFixable(finding)
}

const references = new WeakMap<Rule, SavedRule['references']>()

/** All that a rule refers to. Looked up once: a large report asks for every finding. */
export function referencesOf(rule: Rule): SavedRule['references'] {
  const known = references.get(rule)
  if (known !== undefined) return known
  const found = 'check' in rule ? referencesOfJudged(rule) : rule.references
  references.set(rule, found)
  return found
}
