import { basename } from 'node:path'
import { TERRAFORM_VERSION } from '../../../model/resource.ts'
import type { Source } from '../../../model/source.ts'
import { mappingSketch, scalarSketch, type Sketch } from './sketch.ts'

/** A file as an object of its own: it is there, and `more` says what of it counts. */
export function sketchFile(
  source: Source,
  kind: string,
  more: readonly (readonly [string, string])[] = [],
): Sketch {
  const mark = { source, start: 0, end: 0 }
  const name = basename(source.file)
  const members: readonly (readonly [string, Sketch])[] = [
    ['apiVersion', scalarSketch(TERRAFORM_VERSION, mark)],
    ['kind', scalarSketch(kind, mark)],
    ['metadata', mappingSketch([['name', scalarSketch(name, mark)]], mark)],
    ...more.map(([key, value]) => [key, scalarSketch(value, mark)] as const),
  ]
  return mappingSketch(members, mark, -1)
}
