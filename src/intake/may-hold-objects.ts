// Ways to write a name so that it does not stand in the text as it is: escapes in double quotes, a key in base64.
const HIDDEN_NAME = /\\(?:[xuU]|\r?\n)|binary/
// Enough to find what lacks only its apiVersion; other fields of this name merely cost a parse.
const KIND_KEY = /(?:^|[{,])[ \t"']*kind["']?[ \t]*:/m

/**
 * Whether a text might hold a Kubernetes object, or something that wants to be one: cheaper than reading it by far. It
 * may say yes for nothing, but a text it refuses holds none. O(text).
 */
export function mayHoldObjects(text: string): boolean {
  return text.includes('apiVersion') || KIND_KEY.test(text) || HIDDEN_NAME.test(text)
}

/**
 * Whether a document that could not be read looks like an object: apiVersion and kind are keys of its outermost mapping.
 * In such a text more is not known; a broken document of any other sort is none of our business.
 */
export function looksLikeObject(text: string): boolean {
  const first = FIRST_CONTENT.exec(text)?.groups
  if (first === undefined) return false
  const { margin = '', sign = '' } = first
  // In braces, which also begin most templates, the margin says nothing.
  if (sign === '{') return hasKey(text, 'apiVersion') && hasKey(text, 'kind')
  return hasKey(text, 'apiVersion', margin) && hasKey(text, 'kind', margin)
}

// The first line with more than a marker, a directive or a comment on it.
const FIRST_CONTENT =
  /^(?!%|\uFEFF?(?:---)?[ \t]*(?:#|\r?$))\uFEFF?(?:---[ \t]+)?(?<margin>[ \t]*)(?<sign>\S)/m

// With a margin, the key must stand right behind it at the start of a line.
function hasKey(text: string, key: string, margin?: string): boolean {
  for (let at = text.indexOf(key); at !== -1; at = text.indexOf(key, at + 1)) {
    const after = text.slice(at + key.length, at + key.length + 3)
    if (/^["']?\s*:/.test(after) && (margin === undefined || standsBehind(text, at, margin)))
      return true
  }
  return false
}

function standsBehind(text: string, at: number, margin: string): boolean {
  const isQuoted = /["']/.test(text.charAt(at - 1))
  const start = at - margin.length - (isQuoted ? 1 : 0)
  return text.startsWith(margin, start) && /^$|[\n\uFEFF]/.test(text.charAt(start - 1))
}
