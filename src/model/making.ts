import type { Source } from './source.ts'

/** A program whose work Portolan does itself: what it makes stands in no file as a whole. */
type Maker = 'helm' | 'kustomize' | 'terraform' | 'compose'

/**
 * What made an object: `target` is the chart, kustomization or module as the user sees it, `inputs` are the files
 * that were chosen for it (values files, variable files), in order.
 */
export interface Via {
  readonly maker: Maker
  readonly target: string
  readonly inputs: readonly string[]
}

/** A range of a file's text, in UTF-16 units. */
export interface Mark {
  readonly source: Source
  readonly start: number
  readonly end: number
}

/** The place of a node is known: not at all beyond its file, to the line, or its text stands there letter by letter. */
export const CERTAINTY = { file: 0, line: 1, verbatim: 2 } as const

/**
 * Where the nodes of a made object stand: node k of its document's layout counts its offsets in
 * `sources[sourceOf[k]]`, as surely as `certainty[k]` says (a value of `CERTAINTY`). When something in another place
 * decided the value (a line of a values file, a patch, a variable), it is `deciders[deciderOf[k]]`, else that is -1.
 */
export interface Making {
  readonly via: Via
  readonly sources: readonly Source[]
  readonly sourceOf: Uint16Array
  readonly certainty: Uint8Array
  readonly deciders: readonly Mark[]
  readonly deciderOf: Int32Array
}
