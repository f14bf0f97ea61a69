import { clip, printable } from '../printable.ts'
import type { Finding } from '../told.ts'

// A hostile name may be as long as a file may be large.
const LONGEST_TEXT = 1000

/** What is told of a finding; one that does not count says so first. */
export function messageOf({ state, message }: Finding): string {
  return textOf(STATE_WORDS[state] + message)
}

/** A text of the estate, as one line of a length that a page can show. */
export function textOf(text: string): string {
  return printable(clip(text, LONGEST_TEXT))
}

/** A file as GitLab links it: relative to the repository, without `./`. */
export function pathOf(file: string): string {
  return printable(file.replace(/^(?:\.\/)+/, ''))
}

const STATE_WORDS: Readonly<Record<Finding['state'], string>> = {
  open: '',
  waived: 'Waived: ',
  'cannot-tell': 'Cannot tell: ',
}
