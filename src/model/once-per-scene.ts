import type { Scene } from './scene.ts'

/**
 * A question about a whole scene that is answered when it is first asked and then looked up. What it answers must not
 * depend on anything else. The answer goes when its scene does.
 */
export function oncePerScene<T>(answer: (scene: Scene) => T): (scene: Scene) => T {
  const answers = new WeakMap<Scene, { readonly value: T }>()
  return (scene) => {
    const known = answers.get(scene)
    if (known !== undefined) return known.value
    const value = answer(scene)
    answers.set(scene, { value })
    return value
  }
}
