import type { Resource } from '../../model/resource.ts'

/** A question about a policy, answered once for each: its reader and the list of faults both ask it. */
export function oncePerPolicy<T>(answer: (policy: Resource) => T): (policy: Resource) => T {
  const answers = new WeakMap<Resource, { readonly value: T }>()
  return (policy) => {
    const known = answers.get(policy) ?? { value: answer(policy) }
    answers.set(policy, known)
    return known.value
  }
}
