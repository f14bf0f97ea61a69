import { clip, printable } from '../printable.ts'

// A hostile name may be as long as a file may be large; a table cell is read at a glance.
const LONGEST_TEXT = 300

// Everything that means something to GitHub Flavored Markdown, GitHub's mentions, issues and formulas included.
const SIGNS = /[\\`*_~{}[\]<>&|#@$!^]|:(?=[\w/+-])|\bwww\./gi

/** Text of the estate as text: every sign of Markdown or HTML is spelled as a character reference. */
export function prose(text: string): string {
  return printable(clip(text, LONGEST_TEXT)).replaceAll(SIGNS, reference)
}

/** Text of the estate as code. What would end a code span or a table cell is written in HTML instead. */
export function code(text: string): string {
  const plain = printable(clip(text, LONGEST_TEXT))
  return /^$|[`|\\]/.test(plain) ? `<code>${prose(plain)}</code>` : `\`${plain}\``
}

function reference(sign: string): string {
  return `${sign.slice(0, -1)}&#${sign.codePointAt(sign.length - 1) ?? 0};`
}
