import type { Resource, Rule, Verdict } from './told.ts'

/**
 * Gives the objects that a rule was asked about: for a rule about pods or containers those that make the pods, for one
 * about programs of the cluster those that configure them.
 */
export function subjectsOf({ scene, components }: Verdict): (rule: Rule) => readonly Resource[] {
  const podOwners = scene.pods.map(({ owner }) => owner)
  return ({ subject }) => {
    if (subject === 'container' || subject === 'pod') return podOwners
    const names: readonly string[] = subject
    const configuring = new Set(
      components.filter(({ name }) => names.includes(name)).flatMap(({ sources }) => sources),
    )
    return scene.resources.filter(
      (resource) => names.includes(resource.type) || configuring.has(resource),
    )
  }
}
