import type { Component } from '../analysis/cluster/component.ts'
import { componentsOf } from '../analysis/cluster/components.ts'
import type { Edit } from '../model/edit.ts'
import type { Part } from '../model/part.ts'
import { formatPath, type Place } from '../model/place.ts'
import type { Pod } from '../model/pod.ts'
import { TERRAFORM_VERSION, type Resource } from '../model/resource.ts'
import type { Scene } from '../model/scene.ts'
import {
  isComponentRule,
  type Complaint,
  type ComponentRule,
  type ContainerRule,
  type Judgement,
  type KindRule,
  type PodRule,
  type Rule,
} from './rule.ts'

/** A complaint with the rule that makes it, the object it is about, and the edits that would silence it. */
export interface Charge {
  readonly rule: Rule
  readonly resource: Resource
  readonly complaint: Complaint
  readonly edits: () => readonly Edit[]
}

/** Rules by what they are asked about, sorted once for all subjects. */
interface Bench {
  readonly container: readonly ContainerRule[]
  readonly pod: readonly PodRule[]
  readonly byKind: ReadonlyMap<string, readonly KindRule[]>
  readonly component: readonly ComponentRule[]
}

/**
 * Asks every rule about every subject of its own. Charges come in the order of the objects. Complaints of one rule
 * about one field are one charge: what three containers inherit from their pod is one cause.
 * O(subjects x rules); throws nothing.
 */
export function judge(scene: Scene, rules: readonly Rule[]): readonly Charge[] {
  const bench = sortRules(rules)
  const pods = new Map(scene.pods.map((pod) => [pod.owner, pod]))
  const charges: Charge[] = []
  for (const resource of scene.resources) {
    for (const rule of bench.byKind.get(resource.type) ?? []) {
      const answers = ask(rule, resource, resource, scene)
      if (answers.length > 0) charges.push(...answers)
    }
    if (bench.component.length > 0) charges.push(...judgeComponents(resource, bench, scene))
    const pod = pods.get(resource)
    if (pod !== undefined) charges.push(...judgePod(pod, bench, scene))
  }
  return charges
}

function judgeComponents(resource: Resource, bench: Bench, scene: Scene): readonly Charge[] {
  const components = componentsOf(resource, scene)
  if (components.length === 0) return NO_CHARGES
  return components.flatMap((component) =>
    bench.component
      .filter(({ subject }) => subject.includes(component.name))
      .flatMap((rule) => ask(rule, component, resource, scene))
      .map((charge) => ({ ...charge, resource: blamed(component, charge.complaint.place) })),
  )
}

// A kubelet is written in its unit and in a file: what is complained about belongs to the one it stands in.
function blamed({ sources }: Component, { document }: Place): Resource {
  return sources.find((source) => source.document === document) ?? sources[0]
}

function judgePod(pod: Pod, bench: Bench, scene: Scene): readonly Charge[] {
  const charges: Charge[] = []
  for (const rule of bench.pod) {
    const answers = ask(rule, pod, pod.owner, scene)
    if (answers.length > 0) charges.push(...answers)
  }
  const inherited: Charge[] = []
  for (const rule of bench.container) {
    for (const container of pod.containers) {
      const answers = ask(rule, container, pod.owner, scene)
      if (answers.length === 0) continue
      for (const charge of answers) {
        if (isWithin(charge.complaint.place, container)) charges.push(charge)
        else inherited.push(charge)
      }
    }
  }
  return inherited.length === 0 ? charges : [...charges, ...merge(inherited)]
}

// What the containers of a pod inherit of one field is one charge; the edits of all of them are needed to silence it.
function merge(charges: readonly Charge[]): Iterable<Charge> {
  const merged = new Map<string, Charge>()
  for (const charge of charges) {
    const key = `${charge.rule.id} ${formatPath(charge.complaint.place.path)}`
    const known = merged.get(key)
    const edits = known === undefined ? charge.edits : () => [...known.edits(), ...charge.edits()]
    merged.set(key, { ...(known ?? charge), edits })
  }
  return merged.values()
}

function ask<Subject>(
  rule: Rule & Judgement<Subject>,
  subject: Subject,
  resource: Resource,
  scene: Scene,
): readonly Charge[] {
  const complaints = rule.check(subject, scene)
  // Most answers are "nothing": no list is made for them, and their askers go through none.
  if (complaints.length === 0) return NO_CHARGES
  return complaints.map((complaint) => ({
    rule,
    resource,
    complaint: mayBeAbsent(resource) ? { ...complaint, sure: false } : complaint,
    edits: () => (complaint.sure ? (rule.fix?.edit(subject, complaint, scene) ?? []) : []),
  }))
}

// Instances of Terraform that nobody can count may be none at all.
function mayBeAbsent({ apiVersion, name }: Resource): boolean {
  return apiVersion === TERRAFORM_VERSION && name.includes('[*]')
}

const NO_CHARGES: readonly Charge[] = []

function isWithin(place: Place, part: Part): boolean {
  return part.path.every((step, index) => place.path[index] === step)
}

function sortRules(rules: readonly Rule[]): Bench {
  const container: ContainerRule[] = []
  const pod: PodRule[] = []
  const component: ComponentRule[] = []
  const byKind = new Map<string, KindRule[]>()
  for (const rule of rules) {
    if (isComponentRule(rule)) component.push(rule)
    else if (rule.subject === 'container') container.push(rule)
    else if (rule.subject === 'pod') pod.push(rule)
    else for (const kind of rule.subject) byKind.set(kind, [...(byKind.get(kind) ?? []), rule])
  }
  return { container, pod, byKind, component }
}
