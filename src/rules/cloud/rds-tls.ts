import { blocksOf } from '../../analysis/terraform/arguments.ts'
import type { Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Complaint } from '../rule.ts'
import { RDS_TLS } from './rds-tls.data.ts'
import { complainUnless } from './wanted.ts'

const PARAMETERS: ReadonlySet<unknown> = new Set(RDS_TLS.map(({ parameter }) => parameter))

/** What there is to say of a group of parameters that lets connections without TLS in, or leaves it to the engine. */
export function groupWithoutTls(group: Resource): readonly Complaint[] {
  const parameters = blocksOf(group, 'parameter')
  if (parameters === undefined) {
    const message = `Whether parameter group "${group.name}" asks for TLS cannot be told.`
    return [{ place: group.at('parameter'), message, sure: false }]
  }
  const own = parameters.filter((parameter) => PARAMETERS.has(parameter.get('name')?.value))
  if (own.length > 0) return own.flatMap((parameter) => switchedOff(parameter, group))
  const family = group.get('family')
  // Instances of Aurora take this from the group of their cluster.
  if (group.type === 'aws_db_parameter_group' && AURORA.test(String(family?.value))) return []
  if (family?.resolved && typeof family.value === 'string') return byFamily(group, family.value)
  const message = `Whether parameter group "${group.name}" asks for TLS cannot be told without its family.`
  return [{ place: group.at('family'), message, sure: false }]
}

function switchedOff(parameter: Reader, { name }: Resource): readonly Complaint[] {
  return complainUnless(parameter, {
    names: ['value'],
    isSound: (value) => /^(?:1|on|true)$/i.test(String(value)),
    fault: `Parameter group "${name}" lets programs speak to its databases in plain text.`,
    untold: `Whether parameter group "${name}" asks for TLS cannot be told.`,
  })
}

/** The same of a database that has no group of its own. */
export function instanceWithoutTls(database: Resource): readonly Complaint[] {
  if (COPIES.some((name) => database.get(name) !== undefined)) return []
  const group =
    database.get('parameter_group_name') ?? database.get('db_cluster_parameter_group_name')
  const [, ownFamily] = /^default\.(.+)$/.exec(String(group?.value)) ?? []
  if (group !== undefined) return ownFamily === undefined ? [] : byFamily(database, ownFamily)
  const [engine, version] = [database.get('engine'), database.get('engine_version')]
  if (typeof engine?.value !== 'string' || !engine.resolved) return []
  const told = version?.resolved ? version.value : undefined
  if (typeof told === 'string' || typeof told === 'number') {
    return byFamily(database, `${engine.value}${told}`)
  }
  const isKnown = RDS_TLS.some((known) => known.engine === engine.value)
  return isKnown || AURORA.test(engine.value) ? [byVersion(database)] : []
}

function byVersion(resource: Resource): Complaint {
  const message = `Whether "${resource.name}" asks for TLS depends on the version of its engine, which cannot be told.`
  return { place: resource.at('engine_version'), message, sure: false }
}

// Its engines changed their mind in versions of their own.
const AURORA = /^aurora/

// What is restored or replicated brings its version along.
const COPIES = ['replicate_source_db', 'snapshot_identifier', 'replication_source_identifier']

function byFamily(resource: Resource, family: string): readonly Complaint[] {
  if (AURORA.test(family)) return [byVersion(resource)]
  const [, engine, major = '0', minor = '0'] = FAMILY.exec(family) ?? []
  const known = RDS_TLS.find((each) => each.engine === engine)
  if (known === undefined || isByItself(known.since, Number(major), Number(minor))) return []
  return [
    {
      place: resource.place,
      message: `"${resource.name}" does not set ${known.parameter}, and ${engine} ${major} takes plain text by itself.`,
      sure: true,
    },
  ]
}

const FAMILY = /^([a-z]+(?:-[a-z]+)*)(\d{1,3})(?:\.(\d{1,3}))?/

function isByItself(since: readonly [number, number], major: number, minor: number): boolean {
  return major > since[0] || (major === since[0] && minor >= since[1])
}
