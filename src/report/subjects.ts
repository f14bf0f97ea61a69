import type { Resource, Verdict, Rule } from './told.ts'

/** Gives the objects that a rule was asked about: for a rule about pods or containers, those that make the pods. */
export function subjectsOf({ scene }: Verdict): (rule: Rule) => readonly Resource[] {
  const podOwners = scene.pods.map(({ owner }) => owner)
  return ({ subject }) => {
    if (subject === 'container' || subject === 'pod') return podOwners
    return scene.resources.filter(({ type }) => subject.includes(type))
  }
}
