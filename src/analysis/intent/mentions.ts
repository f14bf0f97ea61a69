import { DEFAULT_PORTS } from './default-ports.data.ts'

/** A host that a text names, and what the text says of the port. */
export interface Mention {
  readonly host: string
  readonly port: number | undefined
  /** The port that its scheme means when none is written. */
  readonly usualPort: number | undefined
  readonly scheme: string
  /** `url`: after a scheme; `pair`: with a port; `name`: alone. */
  readonly form: 'url' | 'pair' | 'name'
}

const LONGEST_TEXT = 20_000
const URL = /\b([a-z][a-z0-9+.-]{0,30}):\/\/([^\s"'`<>|\\(){}]{1,600})/gi
const TOKEN = /[a-z0-9](?:[a-z0-9._-]{0,250}[a-z0-9])?(?::\d{1,5})?(?![\w@])/gi

/**
 * The hosts that a text may name: those of URLs (several of one list each), `host:port` pairs, and words that could be
 * names. Users and passwords are left out. O(characters); lists no more than the first 20,000 characters hold.
 */
export function mentionsIn(text: string): readonly Mention[] {
  const start = text.slice(0, LONGEST_TEXT)
  const urls = [...start.matchAll(URL)]
  // What stands in a URL is no word of its own: its path and user are not hosts.
  const rest = urls.length === 0 ? start : start.replaceAll(URL, ' ')
  return [
    ...urls.flatMap(([, scheme = '', body = '']) => hostsOfUrl(scheme.toLowerCase(), body)),
    ...words(rest),
  ]
}

function hostsOfUrl(scheme: string, body: string): readonly Mention[] {
  const authority = body.split(/[/?#;]/, 1)[0] ?? ''
  const hosts = authority.slice(authority.lastIndexOf('@') + 1)
  return hosts.split(',').flatMap((each) => {
    const [, host = '', port] = /^([\w.-]+)(?::(\d{1,5}))?$/.exec(each) ?? []
    if (host === '') return []
    return [
      {
        host: host.toLowerCase(),
        port: portOf(port),
        usualPort: DEFAULT_PORTS.schemes.get(lastPart(scheme)),
        scheme,
        form: 'url' as const,
      },
    ]
  })
}

// `git+ssh` is spoken by ssh, `jdbc:postgresql` ends in its protocol already.
function lastPart(scheme: string): string {
  return scheme.split('+').at(-1) ?? scheme
}

function words(text: string): readonly Mention[] {
  return [...text.matchAll(TOKEN)].flatMap(([token], index, all) => {
    const before = text[(all[index]?.index ?? 0) - 1]
    const after = text[(all[index]?.index ?? 0) + token.length]
    // Parts of paths, images and mail addresses are no hosts; a path may follow one.
    if (before !== undefined && /[/\w.$-]/.test(before)) return []
    if (after === '/' && !token.includes(':')) return []
    const [host = '', port] = token.split(':')
    const number = portOf(port)
    if (port !== undefined && number === undefined) return []
    return [
      {
        host: host.toLowerCase(),
        port: number,
        usualPort: undefined,
        scheme: '',
        form: number === undefined ? ('name' as const) : ('pair' as const),
      },
    ]
  })
}

function portOf(text: string | undefined): number | undefined {
  const number = Number(text)
  return text !== undefined && number >= 1 && number <= 65_535 ? number : undefined
}
