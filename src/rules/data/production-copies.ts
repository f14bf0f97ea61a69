import { memberOf, type Field } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { isForTests } from '../environment.ts'
import { declaresPersonal, isMarked } from './data-class.ts'
import { podIn } from './pod-values.ts'

/** A place at which a test system is filled from production. */
interface ProductionCopy {
  readonly place: Place
  readonly source: string
}

const PRODUCTION_WORD = /(?:^|[-_.@/])(?:prod|production|live)(?:[-_.:/\d]|$)/i

/** Where an object of a test system is filled from production, in an estate that declares personal data. */
export function copiesOfProduction(resource: Resource, scene: Scene): readonly ProductionCopy[] {
  if (
    !declaresPersonal(scene) ||
    !isTest(resource, scene) ||
    isMarked(resource, 'anonymised', scene)
  )
    return []
  return resource.type === 'PersistentVolumeClaim' || resource.kind === 'Cluster'
    ? ofSource(resource)
    : ofVariables(resource, scene)
}

/** Whether a namespace is one for tests, by its name or by a label. */
export function isTest(resource: Resource, scene: Scene): boolean {
  return isForTests(resource.namespace ?? resource.name, scene)
}

function ofSource(resource: Resource): readonly ProductionCopy[] {
  const paths = [
    ['spec', 'dataSource', 'name'],
    ['spec', 'dataSourceRef', 'name'],
    ['spec', 'dataSourceRef', 'namespace'],
    ['spec', 'bootstrap', 'recovery', 'source'],
    ['spec', 'bootstrap', 'pg_basebackup', 'source'],
  ]
  return paths.flatMap((path) => {
    const field = resource.get(...path)
    return isProduction(field?.value) && field !== undefined ? [copyAt(field)] : []
  })
}

// The variable's name is blamed: what is wrong with its value otherwise is told there.
function ofVariables(resource: Resource, scene: Scene): readonly ProductionCopy[] {
  const containers = podIn(scene, resource)?.containers ?? []
  return containers.flatMap((container) =>
    container.list('env').flatMap(({ value }, index) => {
      const text = memberOf(value, 'value')
      if (typeof text !== 'string') return []
      const host = hostOf(String(memberOf(value, 'name')), text)
      return host !== undefined && isProduction(host)
        ? [{ place: container.at('env', index, 'name'), source: host }]
        : []
    }),
  )
}

const LONGEST_URL = 500

// A host: of a URL with a database's scheme, or of a variable that is called after one.
function hostOf(name: string, text: string): string | undefined {
  if (text.length > LONGEST_URL) return undefined
  const url =
    /^(?:jdbc:)?(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|sqlserver):\/\/(?:[^@/]{0,200}@)?([^/:?,;]{1,200})/i.exec(
      text,
    )
  if (url?.[1] !== undefined) return url[1]
  return /^(?:PG|DB|DATABASE|POSTGRES|MYSQL|MONGO|SOURCE|DUMP)\w{0,30}HOST$/.test(name)
    ? text
    : undefined
}

function isProduction(value: unknown): boolean {
  return (
    typeof value === 'string' && PRODUCTION_WORD.test(value) && !/(?:pre|non)-?prod/i.test(value)
  )
}

function copyAt({ place, value }: Field): ProductionCopy {
  return { place, source: String(value) }
}
