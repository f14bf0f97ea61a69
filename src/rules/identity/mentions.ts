import { oncePerScene } from '../../model/once-per-scene.ts'
import { isList, isMapping, memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/**
 * The words in which a scene may hand an account to a program: in settings, in arguments and variables of containers,
 * in objects of foreign kinds. A word is what can be a name. Read once, when first asked. O(text).
 */
export const wordsIn = oncePerScene((scene): ReadonlySet<string> => {
  const words = new Set<string>()
  for (const text of textsIn(scene)) {
    for (const word of text.match(/[a-z\d][a-z\d.-]*/g) ?? []) words.add(word)
  }
  return words
})

// Each text once: copies of a workload say the same.
function textsIn(scene: Scene): ReadonlySet<string> {
  const texts = new Set<string>()
  for (const resource of scene.resources) {
    if (isForeign(resource)) addTexts(resource.value, texts)
    else if (resource.type === 'ConfigMap') addTexts(resource.get('data')?.value, texts)
  }
  for (const container of scene.containers) {
    for (const field of ['args', 'command', 'env'] as const)
      addTexts(memberOf(container.value, field), texts)
  }
  return texts
}

function isForeign({ type }: Resource): boolean {
  return type.includes('/')
}

function addTexts(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value)
  else if (isList(value)) for (const member of value) addTexts(member, texts)
  else if (isMapping(value)) for (const key in value) addTexts(value[key], texts)
}
