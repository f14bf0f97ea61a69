/** What variables are known to be; a name without a value is declared, but nobody knows what it will be. */
export type Variables = ReadonlyMap<string, string | undefined>

const REFERENCE =
  /\\\$|\$(?:\{(?<braced>[A-Za-z_]\w*)(?:(?<sign>:?[-+?])(?<word>[^}]*))?\}|(?<bare>[A-Za-z_]\w*))/g

/**
 * Puts the values of variables in their places, as Dockerfiles and Compose files write them. A variable that nobody knows
 * stays, in braces: so the value is seen to be unresolved.
 */
export function expandVariables(text: string, variables: Variables): string {
  if (!text.includes('$')) return text
  return text.replaceAll(REFERENCE, (...match) => {
    const groups: unknown = match.at(-1)
    return resolve(match[0], groupsOf(groups), variables)
  })
}

type Groups = Readonly<Record<string, string | undefined>>

function groupsOf(groups: unknown): Groups {
  const texts: Record<string, string | undefined> = {}
  for (const [key, value] of Object.entries(Object(groups))) {
    if (typeof value === 'string') texts[key] = value
  }
  return texts
}

function resolve(
  written: string,
  { braced, bare, sign, word }: Groups,
  variables: Variables,
): string {
  const name = braced ?? bare
  if (name === undefined) return '$'
  const value = variables.get(name)
  const isSet = value !== undefined && !(sign?.startsWith(':') === true && value === '')
  if (sign?.endsWith('-') === true) return isSet ? value : expandVariables(word ?? '', variables)
  if (sign?.endsWith('+') === true) return isSet ? expandVariables(word ?? '', variables) : ''
  if (value !== undefined) return value
  return bare === undefined ? written : `\${${name}}`
}
