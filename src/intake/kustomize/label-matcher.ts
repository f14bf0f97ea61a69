/** Labels or annotations by their keys. */
type Marks = ReadonlyMap<string, string>

const TERM =
  /^\s*(?:(?<absent>!)\s*(?<absentKey>[\w./-]+)|(?<key>[\w./-]+)\s*(?:(?<sign>==|=|!=|<|>)\s*(?<value>[\w.-]*)|(?<set>in|notin)\s*\((?<values>[\w., -]*)\))?)\s*$/

/**
 * A matcher for the selector of labels that `text` writes as `kubectl -l` takes it, or undefined when it is written
 * otherwise. An empty one matches all. Source: k8s.io/apimachinery, labels.Parse.
 */
export function labelMatcher(text: string): ((marks: Marks) => boolean) | undefined {
  if (text.trim() === '') return () => true
  const terms = termsOf(text).map(termMatcher)
  if (terms.includes(undefined)) return undefined
  return (marks) => terms.every((matches) => matches?.(marks) === true)
}

// Commas between terms, not those between the values of a set.
function termsOf(text: string): readonly string[] {
  const terms: string[] = []
  let term = ''
  for (const piece of text.split(',')) {
    term = term === '' ? piece : `${term},${piece}`
    if (term.includes('(') && !term.includes(')')) continue
    terms.push(term)
    term = ''
  }
  return term === '' ? terms : [...terms, term]
}

function termMatcher(text: string): ((marks: Marks) => boolean) | undefined {
  const groups = TERM.exec(text)?.groups
  if (groups === undefined) return undefined
  const { absent, absentKey = '', key = '', sign, value = '', set, values = '' } = groups
  if (absent !== undefined) return (marks) => !marks.has(absentKey)
  if (set !== undefined) {
    const members = new Set(values.split(',').map((member) => member.trim()))
    const isIn = (marks: Marks): boolean => marks.has(key) && members.has(marks.get(key) ?? '')
    return set === 'in' ? isIn : (marks) => !isIn(marks)
  }
  return signMatcher(key, sign, value)
}

function signMatcher(
  key: string,
  sign: string | undefined,
  value: string,
): (marks: Marks) => boolean {
  switch (sign) {
    case undefined:
      return (marks) => marks.has(key)
    case '!=':
      return (marks) => marks.get(key) !== value
    case '<':
      return (marks) => marks.has(key) && Number(marks.get(key)) < Number(value)
    case '>':
      return (marks) => marks.has(key) && Number(marks.get(key)) > Number(value)
    default:
      return (marks) => marks.get(key) === value
  }
}
