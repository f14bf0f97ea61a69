/**
 * Reads JSON with holes (`${…}`) in its texts, as policies in Terraform are; undefined when it is none. What stands in
 * a hole loses its quotes and brackets, which are no part of the JSON. O(text).
 */
export function readJsonText(text: string): unknown {
  // What jsonencode gave is JSON as it is; what stands in a heredoc may have quotes in its holes.
  return parsed(text) ?? parsed(withoutQuotesInHoles(text))
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    // A hole may stand for more than a text: then nobody can tell what the whole is.
    return undefined
  }
}

function withoutQuotesInHoles(text: string): string {
  let written = ''
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (depth === 0) {
      const isHole = sign === '$' && text.charAt(at + 1) === '{'
      if (isHole) {
        depth = 1
        at += 1
        written += '${'
      } else written += sign
      continue
    }
    if (sign === '{') depth += 1
    if (sign === '}') depth -= 1
    if (depth === 0) written += '}'
    else if (!/["\\{}\n]/.test(sign)) written += sign
  }
  return written
}
