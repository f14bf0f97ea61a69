import { printed } from '../template/go-format.ts'
import { isDict, type Dict, type Value } from '../template/value.ts'
import { parseVersion, satisfies } from '../versions/version.ts'
import { coalesceValues, copyDict, mergeTables, put } from './coalesce.ts'
import type { Chart } from './load-chart.ts'
import type { Dependency } from './metadata.ts'

/**
 * The chart with those inside that are wanted by its conditions and tags under `given`, under their aliases, and with
 * what it imports of their values.
 */
export function processDependencies(chart: Chart, given: Dict): Chart {
  return withImports(withWanted(chart, given, ''))
}

/** The dependencies that Chart.yaml names and `charts/` does not hold. */
export function missingCharts(chart: Chart): readonly Dependency[] {
  return chart.metadata.dependencies.filter(
    ({ name }) => !chart.charts.some((inner) => inner.metadata.name === name),
  )
}

function withWanted(chart: Chart, given: Dict, path: string): Chart {
  const { dependencies } = chart.metadata
  if (dependencies.length === 0) return chart
  const unnamed = chart.charts.filter((inner) => !dependencies.some((one) => isMeant(one, inner)))
  const named = dependencies.flatMap((dependency) => instanceOf(chart, dependency) ?? [])
  const candidate = { ...chart, charts: [...unnamed, ...named] }
  const values = coalesceValues(candidate, given, 'drop')
  const unwanted = new Set(
    dependencies
      .filter((one) => !isWanted(one, values, path))
      .map(({ alias, name }) => alias || name),
  )
  const wanted = candidate.charts.filter(({ metadata }) => !unwanted.has(metadata.name))
  return {
    ...chart,
    metadata: {
      ...chart.metadata,
      dependencies: dependencies
        .filter(({ alias, name }) => !unwanted.has(alias || name))
        .map((one) => ({ ...one, name: one.alias || one.name })),
    },
    charts: wanted.map((inner) => withWanted(inner, values, `${path}${inner.metadata.name}.`)),
  }
}

function isMeant({ name, version }: Dependency, { metadata }: Chart): boolean {
  const own = parseVersion(metadata.version)
  return metadata.name === name && own !== undefined && satisfies(own, version) === true
}

// One chart may stand there several times, each under a name of its own.
function instanceOf(chart: Chart, dependency: Dependency): Chart | undefined {
  const found = chart.charts.find((inner) => isMeant(dependency, inner))
  if (found === undefined || dependency.alias === '') return found
  const { alias } = dependency
  const shown = copyDict(found.metadata.shown)
  shown.set('Name', alias)
  return { ...found, metadata: { ...found.metadata, name: alias, shown } }
}

// A condition that is answered outdoes the tags.
function isWanted({ condition, tags }: Dependency, values: Dict, path: string): boolean {
  for (const part of condition.trim().split(',')) {
    const answer = part === '' ? undefined : valueOf(values, `${path}${part}`)
    if (typeof answer === 'boolean') return answer
  }
  const known = values.get('tags') ?? null
  if (!isDict(known)) return true
  const answers = tags.map((tag) => known.get(tag))
  return answers.includes(true) || !answers.includes(false)
}

function valueOf(values: Dict, path: string): Value | undefined {
  return path.split('.').reduce((value: Value | undefined, key) => {
    return isDict(value) ? value.get(key) : undefined
  }, values)
}

function withImports(chart: Chart): Chart {
  const inner = { ...chart, charts: chart.charts.map(withImports) }
  if (chart.metadata.dependencies.length === 0) return inner
  const values = coalesceValues(inner, new Map(), 'keep')
  const imported: Dict = new Map()
  for (const { name, imports } of chart.metadata.dependencies) {
    for (const one of imports) addImport(imported, values, name, one)
  }
  return { ...inner, values: mergeTables(values, imported, 'keep') }
}

function addImport(imported: Dict, values: Dict, name: string, wanted: Value): void {
  const [child, parent] = isDict(wanted)
    ? [printed(wanted.get('child')), printed(wanted.get('parent'))]
    : [`exports.${printed(wanted)}`, '.']
  const table = valueOf(values, `${name}.${child}`)
  if (!isDict(table)) return
  mergeTables(
    imported,
    parent === '.' ? copyDict(table) : nested(parent.split('.'), copyDict(table)),
    'keep',
  )
}

function nested(path: readonly string[], table: Dict): Dict {
  return path.reduceRight((inner: Dict, key) => {
    const outer: Dict = new Map()
    put(outer, key, inner, inner)
    return outer
  }, table)
}
