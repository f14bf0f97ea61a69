import { posix } from 'node:path'
import type { GoFunction } from '../template/run.ts'
import { give } from '../template/trouble.ts'
import type { Dict } from '../template/value.ts'
import { dictAt, fixed, ofText } from './arguments.ts'

const base = ofText((path) => (path === '' ? '.' : posix.basename(path) || '/'))
const dir = ofText((path) => posix.dirname(path))
const clean = ofText((path) => posix.normalize(path).replace(/(.)\/$/, '$1'))
// Go counts from the last dot, also when nothing stands before it.
const ext = ofText((path) => /\.[^./]*$/.exec(path)?.[0] ?? '')
const isAbs = ofText((path) => path.startsWith('/'))

/** Functions of paths and URLs. */
export const PATHS: Readonly<Record<string, GoFunction>> = {
  base,
  dir,
  clean,
  ext,
  isAbs,
  osBase: base,
  osDir: dir,
  osClean: clean,
  osExt: ext,
  osIsAbs: isAbs,
  urlParse: ofText(parseUrl),
  urlJoin: fixed(1, (call) => joinUrl(dictAt(call, 0))),
}

const URL_PARTS =
  /^(?:([A-Za-z][A-Za-z\d+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([^]*))?$/

function parseUrl(text: string): Dict {
  const found = URL_PARTS.exec(text)
  if (found === null || hasControl(text)) return give('unable to parse url')
  const [, scheme = '', authority, rest = '', query = '', fragment = ''] = found
  const [userinfo, host] = splitLast(authority ?? '')
  const isOpaque = scheme !== '' && authority === undefined && !rest.startsWith('/')
  return new Map([
    ['scheme', scheme.toLowerCase()],
    ['host', host],
    ['hostname', host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1')],
    ['path', isOpaque ? '' : decoded(rest)],
    ['query', query],
    ['opaque', isOpaque ? rest : ''],
    ['fragment', decoded(fragment)],
    ['userinfo', userinfo],
  ])
}

function hasControl(text: string): boolean {
  return Array.from(text).some((char) => char < ' ' || char === '\x7F')
}

function splitLast(authority: string): readonly [string, string] {
  const at = authority.lastIndexOf('@')
  return at === -1 ? ['', authority] : [authority.slice(0, at), authority.slice(at + 1)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return give('unable to parse url: invalid URL escape')
  }
}

function joinUrl(parts: Dict): string {
  const part = (name: string): string => {
    const value = parts.get(name) ?? ''
    return typeof value === 'string'
      ? value
      : give(`unable to parse ${name} key, must be of type string`)
  }
  const scheme = part('scheme') === '' ? '' : `${part('scheme')}:`
  const query = part('query') === '' ? '' : `?${part('query')}`
  const fragment = part('fragment') === '' ? '' : `#${encodeURI(part('fragment'))}`
  if (part('opaque') !== '') return `${scheme}${part('opaque')}${query}${fragment}`
  const user = part('userinfo') === '' ? '' : `${part('userinfo')}@`
  const host = part('host') === '' && user === '' ? '' : `//${user}${part('host')}`
  const path = encodeURI(part('path'))
  const slash = host !== '' && path !== '' && !path.startsWith('/') ? '/' : ''
  return `${scheme}${host}${slash}${path}${query}${fragment}`
}
