import type { Component } from '../analysis/cluster/component.ts'
import type { ComponentName } from '../model/component.ts'
import { isComponentName } from '../model/component.ts'
import type { Edit } from '../model/edit.ts'
import type { Controls } from '../model/framework.ts'
import type { Severity } from '../model/itinerary.ts'
import type { Place } from '../model/place.ts'
import type { Container, Pod } from '../model/pod.ts'
import type { Resource } from '../model/resource.ts'
import type { Scene } from '../model/scene.ts'
import type { Statement } from '../model/vex.ts'
import type { DatedFacts } from './dated-facts.ts'

/** Where a fact of the rule can be read. Titles carry the edition, as numbers move between editions. */
export interface Reference {
  readonly title: string
  readonly url: string
}

/**
 * What a rule says of its subject. `place` is the field at fault, also when it is not written. `sure` is false when
 * the rule cannot tell, such as when a placeholder stands where the value will be.
 */
export interface Complaint {
  readonly place: Place
  readonly message: string
  readonly sure: boolean
  /** Who says that it does no harm here: it is told still, and does not count. */
  readonly settled?: Statement | undefined
}

/** How a fault is mended. `mayBreak`: what runs today may need a change of its own first; `none`: nothing will notice. */
export interface Fix<Subject> {
  readonly risk: 'none' | 'mayBreak'
  /** The edits that silence this one complaint; none when this case is for a person to decide. */
  readonly edit: (subject: Subject, complaint: Complaint, scene: Scene) => readonly Edit[]
}

/** What all rules have, whatever their subject is. */
export interface Judgement<Subject> {
  readonly id: string
  readonly title: string
  /** A topic of the stop in whose folder the rule lives. */
  readonly topic: string
  readonly severity: Severity
  readonly references: readonly Reference[]
  /** What it answers to in the frameworks, beside what its topic does. */
  readonly controls?: Controls
  /** Ids this rule had before. */
  readonly formerly?: readonly string[]
  /** Of subjects that every estate has, the objects this is about: no others count as examined by it. */
  readonly concerns?: (resource: Resource) => boolean
  /** The facts it judges by that age: reports tell from which day they are. */
  readonly facts?: readonly DatedFacts[]
  /** What is wrong with `subject`; nothing when all is well. May consult `scene`, may not blame other subjects. */
  readonly check: (subject: Subject, scene: Scene) => readonly Complaint[]
  readonly fix?: Fix<Subject>
}

/** A rule asked about every container of every pod, init, sidecar and ephemeral ones included. */
export interface ContainerRule extends Judgement<Container> {
  readonly subject: 'container'
}

/** A rule asked about every pod and pod template. */
export interface PodRule extends Judgement<Pod> {
  readonly subject: 'pod'
}

/** A rule asked about every object of the kinds it names, spelled as `kindName` does. */
export interface KindRule extends Judgement<Resource> {
  readonly subject: readonly string[]
}

/**
 * A rule asked about every place that configures one of the programs it names: static pods, files of installers, units,
 * configuration files. Programs and kinds cannot stand in one list.
 */
export interface ComponentRule extends Judgement<Component> {
  readonly subject: readonly ComponentName[]
}

/** A rule: facts and logic. Everything told of it elsewhere is made from its folder. */
export type Rule = ContainerRule | PodRule | KindRule | ComponentRule

type SubjectOf<S extends Rule['subject']> = S extends 'container'
  ? Container
  : S extends 'pod'
    ? Pod
    : S extends readonly ComponentName[]
      ? Component
      : ResourceOf<S[number]>

// A list that mixes programs with kinds is handed nothing, so that no check compiles for it.
type ResourceOf<Name> = Extract<Name, ComponentName> extends never ? Resource : never

/** Whether a rule is asked about programs of the cluster. */
export function isComponentRule(rule: Rule): rule is ComponentRule {
  return typeof rule.subject !== 'string' && rule.subject.every(isComponentName)
}

/** Gives a rule its type: what `check` and `edit` are handed follows from `subject`. */
export function defineRule<const S extends Rule['subject']>(
  rule: Judgement<SubjectOf<S>> & { readonly subject: S },
): Judgement<SubjectOf<S>> & { readonly subject: S } {
  return rule
}
