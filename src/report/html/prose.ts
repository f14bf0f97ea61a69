import { markup } from './escape.ts'

/** A page of a rule as HTML: its paragraphs, code spans and bold words, which are all that such pages have. */
export function prose(markdown: string): string {
  return markdown
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${inline(paragraph)}`)
    .join('')
}

/** One paragraph of a page, its code spans marked up: every second piece stands between backticks. */
export function inline(paragraph: string): string {
  return paragraph
    .split('`')
    .map((piece, index) => (index % 2 === 0 ? emphasised(piece) : `<code>${markup(piece)}</code>`))
    .join('')
}

// A page says which of several things it speaks of: `node > **kubelet** > process`.
function emphasised(piece: string): string {
  return markup(piece).replaceAll(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
}
