import { shippedStages, wordsOf, type Stage } from '../../analysis/dockerfiles/dockerfile.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { matches } from '../../model/wildcard.ts'
import { listedNames, referenceOf } from '../third-parties/image-reference.ts'
import { BASE_USERS } from './base-users.data.ts'

/** Who a container of the image starts as; `place` is what decides it. */
export interface ImageUser {
  readonly kind: 'root' | 'other' | 'unknown'
  readonly place: Place
  /** Whether a USER instruction says so. */
  readonly isSaid: boolean
}

/** The user of the image that a Dockerfile builds: of the last USER that counts for it, else of the image it begins with. */
export function userOf(dockerfile: Resource): ImageUser | undefined {
  const stages = shippedStages(dockerfile)
  for (const { steps } of stages) {
    const user = steps.findLast(({ keyword }) => keyword === 'USER')
    if (user !== undefined) {
      const [word] = wordsOf(user)
      return { kind: kindOf(word?.text ?? ''), place: user.place, isSaid: true }
    }
  }
  const from = stages.at(-1)?.from
  if (from === undefined || typeof from.value !== 'string') return undefined
  if (from.value === 'scratch' && !stages.some(isStarted)) return undefined
  // What is missing is a USER: whatever is wrong with the base image is a fault of its own.
  const { document, path } = stages[0]?.from?.place ?? from.place
  const place = { document, path: [...path.slice(0, -1), 'user'] }
  return { kind: from.resolved ? baseUser(from.value) : 'unknown', place, isSaid: false }
}

// Without a start, a stage of nothing is how builds hand out files: no container is made of it.
function isStarted({ steps }: Stage): boolean {
  return steps.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT')
}

// Windows' administrators of containers are no root.
function kindOf(user: string): ImageUser['kind'] {
  const [name = ''] = user.split(':')
  if (name.includes('$') || name === '') return 'unknown'
  return /^(?:root|0+)$/.test(name) ? 'root' : 'other'
}

function baseUser(image: string): ImageUser['kind'] {
  if (image.toLowerCase() === 'scratch') return 'root'
  const reference = referenceOf(image)
  if (reference === undefined) return 'unknown'
  if (OTHER_TAGS.test(reference.tag ?? '') || reference.path.startsWith('windows/')) return 'other'
  const names = listedNames(reference)
  if (BASE_USERS.other.some((pattern) => names.some((name) => matches(pattern, name))))
    return 'other'
  return BASE_USERS.root.some((root) => names.includes(root)) ? 'root' : 'unknown'
}

// Of distroless images, of .NET's and of those on Windows.
const OTHER_TAGS = /nonroot|chiseled|distroless|nanoserver|windowsservercore|unprivileged/
