import { positionAt } from '../../../model/source.ts'
import type { Source } from '../../../model/source.ts'
import { decodeText } from '../../decode-text.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { valuesOf } from '../formats/read-values.ts'
import { isDict, type Dict } from '../template/value.ts'
import { parseVersion } from '../versions/version.ts'
import type { ChartFile, ChartLimits } from './chart-file.ts'
import { mergeMaps } from './coalesce.ts'
import { metadataOf, type Metadata } from './metadata.ts'
import { ChartRefusal, refuseChart } from './refusal.ts'
import { unpack } from './unpack.ts'

/** A chart, loaded, with those that it holds. */
export interface Chart {
  readonly metadata: Metadata
  /** The name of its Chart.yaml, for what is wrong with it as a whole. */
  readonly at: string
  readonly values: Dict
  /** The file that says what its values must be like. */
  readonly schema: ChartFile | undefined
  readonly templates: readonly ChartFile[]
  readonly files: readonly ChartFile[]
  readonly crds: readonly ChartFile[]
  readonly charts: readonly Chart[]
}

/** Makes a chart of its files. Throws ChartRefusal for what Helm refuses. */
export function loadChart(files: readonly ChartFile[], at: string, limits: ChartLimits): Chart {
  if (limits.maxDepth < 0) tooDeep(at)
  const chartYaml = files.find(({ path }) => path === 'Chart.yaml')
  if (chartYaml === undefined) return noChart(at)
  const requirements = files.find(({ path }) => path === 'requirements.yaml')
  const metadata = metadataOf(mapIn(chartYaml), requirements && mapIn(requirements))
  check(metadata, chartYaml.name)
  const values = files.find(({ path }) => path === 'values.yaml')
  return {
    metadata,
    at: chartYaml.name,
    values: values === undefined ? new Map() : readValues(sourceOf(values)),
    schema: files.find(({ path }) => path === 'values.schema.json'),
    templates: files.filter(({ path }) => path.startsWith('templates/')),
    files: files.filter(({ path }) => isPlain(path, metadata)),
    crds: files.filter(({ path }) => path.startsWith('crds/')),
    charts: loadCharts(files, limits),
  }
}

function isPlain(path: string, { apiVersion }: Metadata): boolean {
  if (path.startsWith('templates/')) return false
  if (path.startsWith('charts/')) return path.endsWith('.prov')
  if (path === 'requirements.yaml' || path === 'requirements.lock') return apiVersion === 'v1'
  return !['Chart.yaml', 'Chart.lock', 'values.yaml', 'values.schema.json'].includes(path)
}

function loadCharts(files: readonly ChartFile[], limits: ChartLimits): readonly Chart[] {
  const inner = { ...limits, maxDepth: limits.maxDepth - 1 }
  const folders = new Map<string, ChartFile[]>()
  for (const file of files) {
    const [first, name = '', ...below] = file.path.split('/')
    if (first !== 'charts' || /^[_.]/.test(name) || name === '') continue
    const own = folders.get(name) ?? []
    folders.set(name, own)
    own.push({ ...file, path: below.join('/') })
  }
  return [...folders].flatMap(([name, own]) => {
    const [archive] = own
    if (name.endsWith('.tgz') && archive !== undefined) {
      return loadChart(unpack(archive, inner), archive.name, inner)
    }
    // Files that lie about in `charts/` are none.
    const held = own.filter(({ path }) => path !== '')
    return held.length === 0 ? [] : loadChart(held, folderName(held), inner)
  })
}

function folderName([first]: readonly ChartFile[]): string {
  return first === undefined ? '' : first.name.slice(0, -first.path.length - 1)
}

function sourceOf({ name, bytes }: ChartFile): Source {
  const text = decodeText(bytes, name)
  if (!text.ok) throw new ChartRefusal(text.fault)
  return { file: name, text: text.value }
}

function mapIn(file: ChartFile): Dict {
  return readValues(sourceOf(file))
}

/** The values that a file says, all its documents together. Throws ChartRefusal when it is no mapping. */
export function readValues(source: Source): Dict {
  const { documents, faults } = readYaml(source)
  const broken = faults.find(({ code }) => code !== 'INTAKE_DUPLICATE_KEY')
  if (broken !== undefined) throw new ChartRefusal(broken)
  return documents.reduce((merged: Dict, document) => {
    const values = valuesOf(document)
    if (values === null) return merged
    return isDict(values) ? mergeMaps(merged, values) : noMap(source)
  }, new Map())
}

function noMap(source: Source): never {
  const { line, column } = positionAt(source, 0)
  return refuseChart(
    'INTAKE_CHART',
    `${source.file}:${line}:${column}`,
    'Values must be a mapping, but this is a list or a single value.',
    'Write names with values: `replicas: 2`.',
  )
}

function check({ name, version }: Metadata, at: string): void {
  if (name === '') return incomplete(at, 'This chart has no name.', 'Write `name:` in it.')
  if (version === '') return incomplete(at, 'This chart has no version.', 'Write `version:` in it.')
  if (parseVersion(version) !== undefined) return undefined
  return incomplete(
    at,
    `The version of this chart is no semantic version: ${version}.`,
    'Write three numbers, as in `version: 1.0.0`.',
  )
}

function incomplete(at: string, message: string, remedy: string): never {
  return refuseChart('INTAKE_CHART', at, message, remedy)
}

function noChart(at: string): never {
  return refuseChart(
    'INTAKE_CHART',
    at,
    'There is no Chart.yaml here, so this is no chart.',
    'Delete it from charts/, or fetch it again (helm dependency update).',
  )
}

function tooDeep(at: string): never {
  return refuseChart(
    'INTAKE_TOO_DEEP',
    at,
    'More charts stand inside one another here than any chart needs.',
    'Check where it comes from.',
  )
}
