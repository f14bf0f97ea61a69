/** The first sentence of a Markdown text, on one line. A full stop inside of code ends nothing. */
export function firstSentence(markdown: string): string {
  const [paragraph = ''] = markdown.split('\n\n')
  const text = paragraph.replaceAll(/\s+/g, ' ').trim()
  let isCode = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '`') isCode = !isCode
    const isEnd = text[at] === '.' && !isCode && (text[at + 1] ?? ' ') === ' '
    if (isEnd) return text.slice(0, at + 1)
  }
  return text
}
