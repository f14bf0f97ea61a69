import { oncePerScene } from '../../model/once-per-scene.ts'
import { memberOf } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Container } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'
import { declarationOf, declaresPersonal, isPersonal } from './data-class.ts'
import { PROCESSORS } from './processors.data.ts'

/** Another company that a container sends to, and that nobody declared. */
interface UndeclaredProcessor {
  readonly place: Place
  readonly title: string
}

const LONGEST_VALUE = 500

/** The first company that a container with personal data, or an agent on every node, sends to and nobody declared. */
export function undeclaredProcessor(
  container: Container,
  scene: Scene,
): UndeclaredProcessor | undefined {
  if (!declaresPersonal(scene)) return undefined
  const { owner } = container.pod
  // An agent on every node hears the pods of all namespaces.
  if (owner.type !== 'DaemonSet' && !isPersonal(declarationOf(owner, scene)?.class))
    return undefined
  for (const { text, place } of wordsOf(container)) {
    const found = PROCESSORS.find(({ signs }) => signs.test(text))
    if (found !== undefined && !declaredIn(scene).includes(found.word))
      return { place, title: found.title }
  }
  return undefined
}

// What is wrong with an image or a value otherwise is told of these, so this is about the container or the variable.
function wordsOf(
  container: Container,
): readonly { readonly text: string; readonly place: Place }[] {
  const variables = container.list('env').flatMap(({ value }, index) => {
    const text = memberOf(value, 'value')
    return typeof text === 'string' && text.length < LONGEST_VALUE
      ? [{ text, place: container.at('env', index, 'name') }]
      : []
  })
  const image = container.get('image')?.value
  return typeof image === 'string'
    ? [...variables, { text: image, place: container.at('name') }]
    : variables
}

// All lists of the estate in one text: who is named in one is known to whoever keeps them.
const declaredIn = oncePerScene((scene): string => {
  const lists = scene.resources.flatMap(({ annotations }) =>
    Object.entries(annotations).flatMap(([key, value]) =>
      key.endsWith('/processors') ? [value] : [],
    ),
  )
  const text = lists
    .join(' ')
    .toLowerCase()
    .replaceAll(/[ ._-]/g, '')
  return text
})
