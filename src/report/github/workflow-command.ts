import { clip, printable } from '../printable.ts'

/** What an annotation is about; the runner colours and counts it by this. */
export type Kind = 'error' | 'warning' | 'notice'

/** One annotation. Its place is left out when it is about no file. */
export interface Annotation {
  readonly kind: Kind
  readonly title: string
  readonly message: string
  readonly at?: {
    readonly file: string
    readonly line?: number
    readonly col?: number
    readonly endColumn?: number
  }
}

// Long names are cut: the runner cuts an annotation at 4,096 characters, without a mark.
const LONGEST_TEXT = 1000

/** The line that makes the runner show an annotation. */
export function commandOf({ kind, title, message, at }: Annotation): string {
  const properties = Object.entries({ ...at, title })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(`${value}`)}`)
  return `::${kind} ${properties.join(',')}::${escapeData(clip(message, LONGEST_TEXT))}\n`
}

// The runner undoes exactly these (actions/toolkit, packages/core/src/command.ts).
function escapeData(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
