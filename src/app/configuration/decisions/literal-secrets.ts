import { gradeName } from '../../../analysis/secrets/setting-name.ts'
import { isPlaceholder, memberOf } from '../../../model/part.ts'
import type { Place } from '../../../model/place.ts'
import type { Container } from '../../../model/pod.ts'
import { credentialsInEnvironment } from '../../../rules/data/pod-values.ts'

/** A variable that says its secret in clear. */
export interface LiteralSecret {
  readonly container: Container
  readonly index: number
  readonly variable: string
  readonly place: Place
}

/**
 * The variables of a container that must not be copied out of their file: those that hold a credential for sure, and
 * those whose name says that they might.
 */
export function literalSecrets(container: Container): readonly LiteralSecret[] {
  const sure = new Set(credentialsInEnvironment(container).map(({ place }) => indexOf(place)))
  return container.list('env').flatMap(({ value: entry }, index) => {
    const variable = memberOf(entry, 'name')
    const value = memberOf(entry, 'value')
    if (typeof variable !== 'string' || typeof value !== 'string') return []
    if (!sure.has(index) && !mayHide(variable, value)) return []
    return [{ container, index, variable, place: container.at('env', index, 'value') }]
  })
}

function indexOf({ path }: Place): unknown {
  return path.at(-2)
}

function mayHide(name: string, value: string): boolean {
  if (value === '' || isPlaceholder(value)) return false
  const grade = gradeName(name)
  if (grade === 'loose') return LIKE_A_SECRET.test(value)
  return grade === 'password' || grade === 'key'
}

// Neither a path, nor an address, nor a switch.
const LIKE_A_SECRET = /^[^\s/.:]{8,}$/
