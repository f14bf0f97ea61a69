import { markup } from './escape.ts'

/** A page of a rule as HTML: its paragraphs and code spans, which are all that such pages have. */
export function prose(markdown: string): string {
  return markdown
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${inline(paragraph)}</p>`)
    .join('')
}

/** One paragraph of a page, its code spans marked up: every second piece stands between backticks. */
export function inline(paragraph: string): string {
  return paragraph
    .split('`')
    .map((piece, index) => (index % 2 === 0 ? markup(piece) : `<code>${markup(piece)}</code>`))
    .join('')
}
