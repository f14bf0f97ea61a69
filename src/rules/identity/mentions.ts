import { isList, isMapping } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

const wordsByScene = new WeakMap<Scene, ReadonlySet<string>>()

/**
 * The words in which a scene may hand an account to a program: in settings, in arguments and variables of containers,
 * in objects of foreign kinds. A word is what can be a name. Read once, when first asked. O(text).
 */
export function wordsIn(scene: Scene): ReadonlySet<string> {
  const known = wordsByScene.get(scene)
  if (known !== undefined) return known
  const words = new Set<string>()
  for (const resource of scene.resources) {
    if (isForeign(resource)) addWords(resource.value, words)
    else if (resource.type === 'ConfigMap') addWords(resource.get('data')?.value, words)
  }
  for (const container of scene.containers) {
    for (const field of ['args', 'command', 'env'] as const)
      addWords(container.get(field)?.value, words)
  }
  wordsByScene.set(scene, words)
  return words
}

function isForeign({ type }: Resource): boolean {
  return type.includes('/')
}

function addWords(value: unknown, words: Set<string>): void {
  if (typeof value === 'string') {
    for (const [word] of value.matchAll(/[a-z\d][a-z\d.-]*/g)) words.add(word)
  } else if (isList(value)) {
    for (const member of value) addWords(member, words)
  } else if (isMapping(value)) {
    for (const member of Object.values(value)) addWords(member, words)
  }
}
