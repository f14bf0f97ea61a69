import { optionOf, stagesOf, wordsOf } from '../../analysis/dockerfiles/dockerfile.ts'
import { isList, memberOf } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { matches } from '../../model/wildcard.ts'

/** A file or folder that COPY or ADD puts into the image itself. */
export interface Copy {
  readonly source: string
  readonly place: Place
  /** Whether it comes from the folder that the build is handed, not from a stage or another image. */
  readonly isOfContext: boolean
}

/** What a Dockerfile copies into the stages that are shipped, in the order of the text. */
export function copiesOf(dockerfile: Resource): readonly Copy[] {
  const steps = stagesOf(dockerfile)
    .filter(({ isShipped }) => isShipped)
    .flatMap(({ steps }) => steps)
    .filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD')
  return steps.flatMap((step) =>
    wordsOf(step)
      .slice(0, -1)
      .filter(({ text }) => !text.startsWith('<<') && !text.includes('://'))
      .map(({ text, field }) => ({
        source: text,
        place: field.place,
        isOfContext: optionOf(step, 'from') === undefined,
      })),
  )
}

/** Whether a copied path is all of the folder that the build is handed. */
export function isWhole({ source, isOfContext }: Copy): boolean {
  return isOfContext && /^(?:\.?\/?\*?|\.\/\*\*?)$/.test(source)
}

/**
 * The names beside a Dockerfile that a build is handed: what `.dockerignore` leaves of them. None when nobody knows, or
 * when what it copies shows that its builds are handed another folder.
 */
export function handedFiles(dockerfile: Resource): readonly string[] {
  const context = memberOf(dockerfile.value, 'context')
  const files = textsIn(memberOf(context, 'files'))
  const isElsewhere = copiesOf(dockerfile).some(
    (copy) => copy.isOfContext && !isWhole(copy) && isMissing(copy.source, files),
  )
  if (isElsewhere) return []
  const patterns = textsIn(memberOf(context, 'ignore'))
  return files.filter((file) => !isIgnored(file.replace(/\/$/, ''), patterns))
}

function textsIn(value: unknown): readonly string[] {
  return isList(value) ? value.filter((text): text is string => typeof text === 'string') : []
}

// What is built before may be missing; a folder that is nowhere is not.
function isMissing(source: string, files: readonly string[]): boolean {
  const [first = '', second] = source.replace(/^\.?\//, '').split('/')
  if (second === undefined || /[$*?[]/.test(first)) return false
  return !BUILT.has(first) && !files.includes(`${first}/`)
}

const BUILT = new Set(['build', 'dist', 'target', 'out', 'bin', 'node_modules', 'vendor', 'public'])

// The last pattern that speaks of a file decides; only those that can mean a file of the folder itself are asked.
// Source: docs.docker.com/build/concepts/context, read 2026-11-25.
function isIgnored(file: string, patterns: readonly string[]): boolean {
  const last = patterns.findLast((pattern) => {
    const bare = pattern
      .replace(/^!/, '')
      .replace(/^\.?\//, '')
      .replace(/^\*\*\//, '')
      .replace(/(?:\/\*{0,2})+$/, '')
    return !bare.includes('/') && matches(bare, file)
  })
  return last !== undefined && !last.startsWith('!')
}
