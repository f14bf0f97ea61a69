import type { DiffFormat } from './diff.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** Every format of a comparison. The first one is what a person gets who asks for none. */
export const DIFF_FORMATS: readonly DiffFormat[] = [text, json, markdown, sarif]

/** The format of that name. */
export function diffFormatOf(name: string): DiffFormat | undefined {
  return DIFF_FORMATS.find((format) => format.name === name)
}
