import { clearLinks, type ClearLink } from '../../analysis/encryption/clear-links.ts'
import { isWrapped } from '../../analysis/encryption/mesh.ts'
import {
  isTlsOffVariable,
  speaksOfTls,
  tlsOffFlagIn,
  tlsOffIn,
} from '../../analysis/encryption/tls-off.ts'
import { isList, memberOf } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Container } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'
import { credentialsInCommands } from './pod-values.ts'

/** A word of a container's configuration: a literal variable, or a word of its command. */
interface Word {
  readonly place: Place
  /** What holds it, for messages: `variable "REDIS_URL"`. */
  readonly holder: string
  readonly name: string
  readonly text: string
  /** The place of the text itself, for a fix; only for variables. */
  readonly value: Place | undefined
}

/** A word that speaks in clear to another machine. */
export interface ClearWord extends Word {
  readonly links: readonly ClearLink[]
}

/** A word that switches TLS off. `mended` is the text as it should be, where that is certain. */
export interface TlsOffWord extends Word {
  readonly setting: string
  readonly mended: string | undefined
}

/** The words of a container that speak in clear. What the mesh or the nodes wrap counts only when it leaves. */
export function clearWords(container: Container, scene: Scene): readonly ClearWord[] {
  const words = wordsOf(container, holdsUrl).flatMap((word): readonly ClearWord[] => {
    // A proxy is asked in clear to open a tunnel, and some clients start TLS on the plain port.
    if (/proxy|start_?tls/i.test(word.name) || isOff(word)) return []
    const links = clearLinks(word.text, scene)
    return links.length === 0 ? [] : [{ ...word, links }]
  })
  if (words.length === 0 || !isWrapped(container.pod, scene)) return words
  return words
    .map((word) => ({
      ...word,
      links: word.links.filter(({ whereabouts }) => whereabouts === 'outside'),
    }))
    .filter(({ links }) => links.length > 0)
}

function holdsUrl(_: string, text: string): boolean {
  return text.includes('://')
}

/** The words of a container that switch TLS or its checks off. */
export function tlsOffWords(container: Container): readonly TlsOffWord[] {
  const words = wordsOf(container, speaksOfTls)
  if (words.length === 0) return []
  const isLocal = talksToOwnMachine(container)
  return words.flatMap((word): readonly TlsOffWord[] => {
    const off = word.value === undefined ? offInWord(word.text) : offInVariable(word)
    // Variables that name a host apart say by it that TLS would only go round in the pod.
    return off === undefined || (isLocal && off.isSwitch) ? [] : [{ ...word, ...off }]
  })
}

interface Off {
  readonly setting: string
  readonly mended: string | undefined
  readonly isSwitch: boolean
}

function offInVariable({ name, text }: Word): Off | undefined {
  if (isTlsOffVariable(name, text))
    return { setting: text, mended: SWITCHES.get(name), isSwitch: true }
  const found = tlsOffIn(text)
  return found === undefined ? undefined : { ...found, isSwitch: false }
}

// What the variable should say; no value means that it should go.
const SWITCHES: ReadonlyMap<string, string> = new Map([
  ['NODE_TLS_REJECT_UNAUTHORIZED', '1'],
  ['PYTHONHTTPSVERIFY', '1'],
  ['GIT_SSL_NO_VERIFY', 'false'],
  ['VAULT_SKIP_VERIFY', 'false'],
  ['PGSSLMODE', 'verify-full'],
])

function offInWord(text: string): Off | undefined {
  const flag = tlsOffFlagIn(text)
  if (flag !== undefined) return { setting: flag, mended: undefined, isSwitch: false }
  const found = tlsOffIn(text)
  return found === undefined ? undefined : { ...found, mended: undefined, isSwitch: false }
}

function isOff(word: Word): boolean {
  return word.text.length < LONGEST_WORD && tlsOffIn(word.text) !== undefined
}

const LONGEST_WORD = 20_000

function talksToOwnMachine(container: Container): boolean {
  return container.list('env').some(({ value }) => {
    const name = memberOf(value, 'name')
    const host = memberOf(value, 'value')
    return (
      typeof name === 'string' &&
      typeof host === 'string' &&
      /HOST(?:NAME)?$/.test(name) &&
      /^(?:localhost|127\.|\/)/.test(host)
    )
  })
}

type WordTest = (name: string, text: string) => boolean

// Words are made of what passes the test alone: nearly all variables do not.
function wordsOf(container: Container, isMeant: WordTest): readonly Word[] {
  const words = variablesOf(container, isMeant)
  const command = commandOf(container, 'command', isMeant)
  const args = commandOf(container, 'args', isMeant)
  return command.length + args.length === 0 ? words : [...words, ...command, ...args]
}

// The rule about credentials has the value itself, so this is about the variable.
function variablesOf(container: Container, isMeant: WordTest): readonly Word[] {
  const variables = memberOf(container.value, 'env')
  if (!isList(variables)) return NO_WORDS
  return variables.flatMap((variable, index): readonly Word[] => {
    const value = memberOf(variable, 'value')
    const name = memberOf(variable, 'name')
    if (typeof value !== 'string' || typeof name !== 'string') return NO_WORDS
    const text = /_(?:SCHEME|PROTOCOL)$/.test(name)
      ? `${value}://${hostBeside(name, variables)}`
      : value
    if (!isMeant(name, text)) return NO_WORDS
    const place = container.at('env', index)
    const at = container.at('env', index, 'value')
    return [{ place, name, text, holder: `variable "${name}"`, value: at }]
  })
}

const NO_WORDS: readonly Word[] = []

// LOGS_SCHEME is no URL without LOGS_HOST.
function hostBeside(name: string, variables: readonly unknown[]): string {
  const wanted = name.replace(/(?:SCHEME|PROTOCOL)$/, 'HOST')
  const host = variables.find((variable) => memberOf(variable, 'name') === wanted)
  const text = memberOf(host, 'value')
  return typeof text === 'string' ? text : ''
}

function commandOf(
  container: Container,
  list: 'command' | 'args',
  isMeant: WordTest,
): readonly Word[] {
  const members = memberOf(container.value, list)
  if (!isList(members)) return NO_WORDS
  return members.flatMap((text, index): readonly Word[] => {
    if (typeof text !== 'string' || !isMeant('', text)) return NO_WORDS
    const own = container.at(list, index)
    const place = hasCredential(container, own, text) ? container.at(list) : own
    return [{ place, name: '', text, holder: 'command line', value: undefined }]
  })
}

function hasCredential(container: Container, place: Place, text: string): boolean {
  if (!/:\/\/|ssl|tls/i.test(text)) return false
  const at = JSON.stringify(place.path)
  return credentialsInCommands(container).some((found) => JSON.stringify(found.place.path) === at)
}
