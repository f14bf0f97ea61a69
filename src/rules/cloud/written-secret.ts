import { siblingsOf } from '../../analysis/terraform/siblings.ts'
import type { Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** How the configuration gives a secret away: it is written where it is used, or as the default of a variable. */
export type WrittenSecret = 'written' | 'default'

/** Whether a secret stands in the configuration, and how; undefined when it comes from elsewhere. */
export function writtenSecret(
  field: Field | undefined,
  resource: Resource,
  scene: Scene,
): WrittenSecret | undefined {
  if (typeof field?.value !== 'string' || field.value === '') return undefined
  if (field.resolved) return 'written'
  // A variable that is called sensitive keeps its value to itself, but not that it has one.
  const [, name] = /^\$\{var\.([\w-]+)\}$/.exec(field.value) ?? []
  if (name === undefined) return undefined
  const variable = siblingsOf(resource, 'variable', scene).find((each) => each.name === name)
  const fallback = variable?.get('default')
  return fallback === undefined || fallback.value === '' ? undefined : 'default'
}
