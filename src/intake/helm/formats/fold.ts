import type { ScalarStyle } from './yaml-scalar.ts'

/** Where a text begins on its line, and the column that its further lines begin in. */
export interface FoldPlace {
  readonly column: number
  readonly indent: string
}

// go.yaml.in/yaml/v2 begins a new line at the first space beyond this column (best_width of its emitter).
const BEST_WIDTH = 80

/**
 * A text as it was written in `style`, cut into lines at spaces where it gets too long, as sigs.k8s.io/yaml does.
 * Quotes belong to it.
 */
export function folded(
  written: string,
  style: Exclude<ScalarStyle, 'literal'>,
  { column, indent }: FoldPlace,
): string {
  if (column + written.length <= BEST_WIDTH || !written.includes(' ')) return written
  let text = ''
  let at = column
  for (let index = 0; index < written.length; index++) {
    const char = written.charAt(index)
    const isFold = char === ' ' && at > BEST_WIDTH && mayFold(written, index, style)
    if (isFold) {
      // A space at the start of a line is lost unless it is marked.
      const mark = style === 'double' && written.charAt(index + 1) === ' ' ? '\\' : ''
      text += `\n${indent}${mark}`
      at = indent.length + mark.length
    } else {
      text += char
      // Half of a pair of surrogates is no sign of its own.
      if (!/[\uDC00-\uDFFF]/.test(char)) at++
    }
  }
  return text
}

function mayFold(written: string, index: number, style: ScalarStyle): boolean {
  if (written.charAt(index - 1) === ' ') return false
  const next = written.charAt(index + 1)
  switch (style) {
    case 'double':
      // Not at the first and not at the last sign between the quotes.
      return index > 1 && index < written.length - 2
    case 'single':
      return index > 1 && index < written.length - 2 && next !== ' '
    default:
      return next !== ' '
  }
}
