import type { Source } from '../../../model/source.ts'

/** Why a template cannot be read or carried out; thrown inside of the engine only, and caught where it is entered. */
export class Trouble extends Error {
  override readonly name = 'Trouble'
}

/** The trouble with the place in a template's text where it was met first. */
export class PlacedTrouble extends Error {
  override readonly name = 'PlacedTrouble'
  readonly text: TemplateText
  readonly offset: number

  constructor(message: string, text: TemplateText, offset: number) {
    super(message)
    this.text = text
    this.offset = offset
  }
}

/** A text with actions, and what people call it; `source` is its file, where it stands in one as a whole. */
export interface TemplateText {
  readonly name: string
  readonly text: string
  readonly source: Source | undefined
}

/** Ends the work at hand for a reason in words. */
export function give(message: string): never {
  throw new Trouble(message)
}

/** What is wrong when the stack, or the longest text there can be, has come to its end. */
export const TOO_MUCH = 'it takes more room than a chart may'
