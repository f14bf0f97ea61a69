import { isMapping, memberOf } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { memberPlace } from './config-links.ts'
import { declarationOf, declaresPersonal, isPersonal } from './data-class.ts'
import { podIn } from './pod-values.ts'
import { isTest } from './production-copies.ts'

/** A setting that lets logs tell what users send. `what` ends a sentence. */
interface TalkativeLog {
  readonly place: Place
  readonly what: string
}

// What users send: the body, the cookie, the password. Addresses are in nearly every log and are left to the retention.
const SENT = /\$(?:request_body|http_cookie|http_authorization)\b/

const LEVEL = /^(?:\w{1,40}_)?LOG(?:GING)?_?LEVEL(?:_\w{1,40})?$|^RUST_LOG$/
const TALKATIVE = /^(?:debug|trace|all|silly|verbose)$/i

/** The settings of an object with personal data that let its logs tell what users send. */
export function talkativeLogs(resource: Resource, scene: Scene): readonly TalkativeLog[] {
  if (!declaresPersonal(scene)) return []
  if (resource.type === 'ConfigMap') return ofFormats(resource, scene)
  if (!isPersonal(declarationOf(resource, scene)?.class) || isTest(resource, scene)) return []
  return ofLevels(resource, scene)
}

// The edge sees what all namespaces are sent, so its format counts wherever personal data is declared.
function ofFormats(config: Resource, scene: Scene): readonly TalkativeLog[] {
  const members = config.get('data')?.value
  if (!isMapping(members)) return []
  return Object.entries(members).flatMap(([key, value]): readonly TalkativeLog[] => {
    if (
      typeof value !== 'string' ||
      !/log[-_]?format/i.test(`${key} ${value.slice(0, LONGEST_TEXT)}`)
    )
      return []
    const lines = value.slice(0, LONGEST_TEXT).split('\n')
    const sent = lines
      .map((line) => (/^\s{0,40}#/.test(line) ? null : SENT.exec(line)))
      .find((each) => each !== null)
    const isOurs = isEdge(config) || isPersonal(declarationOf(config, scene)?.class)
    if (sent === undefined || !isOurs) return []
    return [{ place: memberPlace(config, key), what: `its format "${key}" holds ${sent[0]}` }]
  })
}

const LONGEST_TEXT = 100_000

function isEdge({ name, labels }: Resource): boolean {
  return /ingress|nginx/.test(name) || labels['app.kubernetes.io/name'] === 'ingress-nginx'
}

function ofLevels(resource: Resource, scene: Scene): readonly TalkativeLog[] {
  const containers = podIn(scene, resource)?.containers ?? []
  return containers.flatMap((container) =>
    container.list('env').flatMap(({ value }, index): readonly TalkativeLog[] => {
      const [name, level] = [memberOf(value, 'name'), memberOf(value, 'value')]
      if (typeof name !== 'string' || typeof level !== 'string') return []
      if (!LEVEL.test(name) || !TALKATIVE.test(level)) return []
      return [
        {
          place: container.at('env', index, 'value'),
          what: `container "${container.name}" logs at level ${level}`,
        },
      ]
    }),
  )
}
