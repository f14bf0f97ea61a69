import type { Splice } from '../../../fix/splice.ts'
import type { FieldEdit, Json } from '../../../model/edit.ts'
import type { Decision } from '../decisions/decision.ts'
import type { Mending } from '../draft.ts'

/** A file that a program reads, as it should be: it takes the place of the one of that name, or is new. */
export interface FileDraft {
  /** As the user sees it. */
  readonly file: string
  readonly text: string
  /** What was wrong, what the changes restrict and how each is lifted. */
  readonly why: readonly string[]
  readonly mends: readonly Mending[]
}

/** What closes a fault in a file. */
export interface FileStep {
  readonly edits?: readonly FieldEdit[]
  /** Changes of the text itself, for what is no YAML. */
  readonly splices?: readonly Splice[]
  /** Files that stand beside the one at fault. */
  readonly makes?: readonly NewFile[]
  /** What it restricts, and how that is lifted. */
  readonly words: readonly string[]
}

/** A file of settings that another one names. */
export interface NewFile {
  /** Its name, in the folder of the file at fault. */
  readonly base: string
  readonly settings: { readonly [field: string]: Json }
}

/** The restrictive answer to faults in files. */
export type FileDecision = Decision<FileStep>
