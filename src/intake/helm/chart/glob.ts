/** How a glob is read: `**` crosses folders and braces choose in `.Files.Glob`, but not in `.helmignore`. */
interface GlobStyle {
  readonly hasStars: boolean
}

/** A glob as a regular expression of RE2 that matches whole paths. */
export function globPattern(glob: string, { hasStars }: GlobStyle): string {
  let pattern = ''
  let depth = 0
  for (let at = 0; at < glob.length; at++) {
    const char = glob.charAt(at)
    if (char === '*' && hasStars && glob[at + 1] === '*') {
      pattern += '(?s:.*)'
      at++
    } else if (char === '*') pattern += '[^/]*'
    else if (char === '?') pattern += '[^/]'
    else if (char === '\\') pattern += escaped(glob.charAt(++at))
    else if (char === '[') {
      const end = glob.indexOf(']', at + 2)
      if (end === -1) pattern += escaped(char)
      else {
        pattern += classOf(glob.slice(at + 1, end))
        at = end
      }
    } else if (char === '{' && hasStars) {
      pattern += '(?:'
      depth++
    } else if (char === '}' && depth > 0) {
      pattern += ')'
      depth--
    } else if (char === ',' && depth > 0) pattern += '|'
    else pattern += escaped(char)
  }
  return `^(?:${pattern}${')'.repeat(depth)})$`
}

function classOf(inner: string): string {
  const body = inner.replace(/^[!^]/, '').replaceAll(/[\\[\]]/g, String.raw`\$&`)
  return `[${/^[!^]/.test(inner) ? '^' : ''}${body}]`
}

function escaped(char: string): string {
  return char.replaceAll(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`)
}
