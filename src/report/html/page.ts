import { createHash } from 'node:crypto'
import { markup, text } from './escape.ts'
import { SHARED_STYLE } from './style.ts'

/** What a page of ours is made of, besides its body. */
export interface PageParts {
  readonly title: string
  /** Where the skip link leads: the id of the main part, and what it is called there. */
  readonly skipTo: { readonly id: string; readonly name: string }
  /** CSS of this page, after what all pages share. It must not hold `</`. */
  readonly style: string
  /** A script the page can do without. It must not hold `</`. */
  readonly script?: string
}

/**
 * A page up to its body, skip link included. It loads nothing: its policy allows its own style and script, by their
 * sums, and nothing else, so no text of an estate that became markup by mistake could run or call out.
 */
export function openPage({ title, skipTo, style, script }: PageParts): string {
  const css = SHARED_STYLE + style
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(css, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${text(title)}</title>
<style>${css}</style>
</head>
<body>
<a class="skip" href="#${skipTo.id}">Skip to ${markup(skipTo.name)}</a>
`
}

/** The end of a page; its script stands last, where all it looks for is there. */
export function closePage({ script }: Pick<PageParts, 'script'>): string {
  return `${script === undefined ? '' : `<script>${script}</script>\n`}</body>\n</html>\n`
}

function policy(style: string, script: string | undefined): string {
  const sources = [
    "default-src 'none'",
    `style-src '${sumOf(style)}'`,
    `script-src ${script === undefined ? "'none'" : `'${sumOf(script)}'`}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return sources.join('; ')
}

function sumOf(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`
}
