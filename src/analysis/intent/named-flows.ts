import { groupBy, type Groups } from '../../base/group.ts'
import type { Pod } from '../../model/pod.ts'
import { resourceKey } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { NO_PLACES } from '../encryption/clear-schemes.data.ts'
import { calledTargets } from './called-targets.ts'
import { destinationOf, type Destination } from './destination.ts'
import { hostsServed } from './entrances.ts'
import type { Confidence, Evidence, Flow, Party } from './flow.ts'
import { mentionsIn, type Mention } from './mentions.ts'
import { settingsOf, type Setting } from './settings.ts'

/** A mention with all that decides what it means. */
interface Hint {
  readonly pod: Pod
  readonly setting: Setting
  readonly mention: Mention
  readonly port: number | undefined
  readonly scene: Scene
}

/** A flow that may turn out to be told better by another: `isGuess` when the port was not said. */
interface Guess {
  readonly flow: Flow
  readonly isGuess: boolean
}

/** What the containers of a pod are told to call: by variables, arguments, and files of ConfigMaps and Secrets. */
export function namedFlows(pod: Pod, scene: Scene): readonly Flow[] {
  const settings = settingsOf(pod, scene)
  const scopes = groupBy(settings, ({ scope }) => scope)
  const guesses = settings.flatMap((setting) => {
    // What an image is called names no host that the program itself calls.
    if (/image$/i.test(setting.key)) return []
    return mentionsIn(setting.text).flatMap((mention) => {
      const port = mention.port ?? pairedPort(setting, scopes) ?? mention.usualPort
      return flowsFor({ pod, setting, mention, port, scene })
    })
  })
  const told = new Set(guesses.filter(({ isGuess }) => !isGuess).map(({ flow }) => endKey(flow.to)))
  return guesses
    .filter(({ isGuess, flow }) => !isGuess || !told.has(endKey(flow.to)))
    .map(({ flow }) => flow)
}

function endKey(party: Party): string {
  return party.kind === 'pods' ? resourceKey(party.pod.owner) : party.kind
}

const HOST_KEY =
  /(?:^h$|host(?:_?name)?s?|addr(?:ess)?(?:es)?|servers?|endpoints?|service|brokers?|nodes?|peers?|upstream|backend|master|primary|replica|targets?|proxy|remote|ur[il]s?|dsn|connection|origin|issuer|webhook|domain|seeds?|discovery)$/i

// DB_HOST beside DB_PORT, --db-host beside --db-port, `host:` near `port:` in a file.
const PAIRED = /^(.*?)(?:host(?:_?name)?|addr(?:ess)?|server|endpoint|ip)$/i
const NEAR_LINES = 4

function pairedPort(setting: Setting, scopes: Groups<string, Setting>): number | undefined {
  const [, stem] = PAIRED.exec(plain(setting.key)) ?? []
  if (stem === undefined) return undefined
  const isFile = setting.scope.startsWith('key ')
  const other = scopes
    .get(setting.scope)
    ?.find(
      ({ key, line }) =>
        plain(key) === `${stem}port` && (!isFile || Math.abs(line - setting.line) <= NEAR_LINES),
    )
  const [, digits] = /^["']?(\d{1,5})["',]*\s*$/.exec(other?.text ?? '') ?? []
  const port = Number(digits)
  return port >= 1 && port <= 65_535 ? port : undefined
}

function plain(key: string): string {
  return key.toLowerCase().replaceAll(/[_.-]/g, '_')
}

function flowsFor(hint: Hint): readonly Guess[] {
  const { pod, mention, scene } = hint
  const destination = destinationOf(mention.host, pod.owner.namespace ?? '', scene)
  switch (destination.kind) {
    case 'service':
      return serviceFlows(hint, destination)
    case 'elsewhere':
      return hint.port === undefined
        ? []
        : [
            guess(
              hint,
              { ...destination },
              hint.port,
              mention.form === 'name' ? 'likely' : 'certain',
            ),
          ]
    case 'apiServer':
      return [guess(hint, { kind: 'apiServer' }, hint.port ?? 443, 'certain')]
    case 'outside':
      return outsideFlows(hint, destination)
    default:
      return mention.form === 'url' && destination.kind === 'nothing' ? strangerFlows(hint) : []
  }
}

type ServiceEnd = Extract<Destination, { readonly kind: 'service' }>

function serviceFlows(hint: Hint, { service, set }: ServiceEnd): readonly Guess[] {
  const { pod, port, mention, scene } = hint
  const confidence = confidenceIn(hint)
  if (confidence === undefined) return []
  const { usualPort } = mention
  const { targets, isGuess } = calledTargets(service, { port, usualPort }, scene)
  return targets.flatMap((target) => {
    const { owner } = target.pod
    if (set !== undefined && owner.name !== set) return []
    // Its own name is there for others to read, unless it names its replicas one by one.
    if (set === undefined && resourceKey(owner) === resourceKey(pod.owner)) return []
    const flow: Flow = {
      from: { kind: 'pods', pod },
      to: { kind: 'pods', pod: target.pod },
      protocol: target.protocol,
      port: target.port,
      confidence: target.isSide ? 'possible' : confidence,
      evidence: [evidenceFor(hint)],
    }
    return [{ flow, isGuess }]
  })
}

function confidenceIn({ setting, mention, port }: Hint): Confidence | undefined {
  if (mention.form !== 'name') return 'certain'
  const isHostKey = HOST_KEY.test(plain(setting.key))
  if (mention.host.includes('.')) return port !== undefined || isHostKey ? 'certain' : 'likely'
  // A word alone may be anything, a password included, unless its key says that it is a host.
  if (!isHostKey || !isNames(setting.text)) return undefined
  return port === undefined ? 'likely' : 'certain'
}

function isNames(text: string): boolean {
  return /^["'[]*[a-z0-9.-]+(?:[\s,;"']+[a-z0-9.-]+)*["'\],]*$/i.test(text.trim())
}

function outsideFlows(
  hint: Hint,
  { host, blocks }: Extract<Destination, { readonly kind: 'outside' }>,
): readonly Guess[] {
  const { setting, mention, port, scene } = hint
  const isHostKey = HOST_KEY.test(plain(setting.key))
  if (NO_PLACES.test(host) || port === undefined) return []
  if (mention.form === 'name' && !isHostKey) return []
  const isSure = isHostKey || !setting.scope.startsWith('key ')
  // A host that the estate serves itself is told to programs so that they write links to it.
  const confidence = !isSure || hostsServed(scene).has(host) ? 'possible' : 'likely'
  const named = setting.isSecret ? undefined : host
  const end: Party = { kind: 'outside', host: named, blocks: setting.isSecret ? [] : blocks }
  return [guess(hint, end, port, confidence)]
}

// A URL with a name that nobody knows: of a Service that was not read, or of a host with an unusual ending.
function strangerFlows(hint: Hint): readonly Guess[] {
  const { mention, port, setting } = hint
  if (!mention.host.includes('.') || port === undefined || setting.scope.startsWith('key '))
    return []
  const host = setting.isSecret ? undefined : mention.host
  return [guess(hint, { kind: 'outside', host, blocks: [] }, port, 'possible')]
}

function guess(hint: Hint, to: Party, port: number, confidence: Confidence): Guess {
  return {
    flow: {
      from: { kind: 'pods', pod: hint.pod },
      to,
      protocol: hint.mention.scheme === 'udp' ? 'UDP' : 'TCP',
      port,
      confidence,
      evidence: [evidenceFor(hint)],
    },
    isGuess: false,
  }
}

function evidenceFor({ setting, mention, port }: Hint): Evidence {
  const { place, words, isSecret } = setting
  const named = port === undefined ? mention.host : `${mention.host}:${port}`
  return { place, words: isSecret ? `${words} names it` : `${words} names ${named}` }
}
