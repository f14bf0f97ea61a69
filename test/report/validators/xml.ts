const ATTRIBUTES = / [\w-]+="[^<"&]*(?:&(?:amp|lt|gt|quot|apos);[^<"&]*)*"/g
const FORBIDDEN = /[<&]|[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** What XML 1.0 forbids in texts and attributes, and tags that are not closed in order. */
export function malformed(xml: string): readonly string[] {
  const faults: string[] = []
  const open: string[] = []
  const rest = xml.replaceAll(/<[^>]*>/g, (tag) => {
    const [, closes = '', name = '', end = ''] =
      /^<(\/?)(\w+)(\/?)>$/.exec(tag.replaceAll(ATTRIBUTES, '')) ?? []
    if (name === '' && !tag.startsWith('<?xml ')) faults.push(tag)
    else if (closes === '/' && open.pop() !== name) faults.push(tag)
    else if (name !== '' && closes === '' && end === '') open.push(name)
    return ''
  })
  const plain = rest.replaceAll(/&(?:amp|lt|gt|quot|apos);/g, '')
  return [...faults, ...open, ...(FORBIDDEN.test(plain) ? [plain] : [])]
}
