import { isDict, type Dict, type Value } from '../template/value.ts'
import type { ChartFile } from './chart-file.ts'
import { filesOf } from './files-object.ts'
import type { Chart } from './load-chart.ts'

/** A template file with what its dot is. */
export interface ScopedTemplate {
  /** The name under which other templates can name it. */
  readonly name: string
  readonly file: ChartFile
  readonly dot: Dict
  readonly basePath: string
}

/** What all charts of a rendering are told. */
export interface Common {
  readonly Release: Value
  readonly Capabilities: Value
}

/** All template files of a chart and those inside, in the order in which Helm reads and renders them. */
export function scopedTemplates(
  chart: Chart,
  values: Dict,
  common: Common,
): readonly ScopedTemplate[] {
  const found = new Map<string, ScopedTemplate>()
  collect({ chart, values, common, path: chart.metadata.name, isRoot: true }, found)
  return [...found.values()].sort(byDepth)
}

interface Level {
  readonly chart: Chart
  readonly values: Dict
  readonly common: Common
  readonly path: string
  readonly isRoot: boolean
}

function collect(level: Level, found: Map<string, ScopedTemplate>): Dict {
  const { chart, values, common, path, isRoot } = level
  const { shown, isLibrary } = chart.metadata
  const subcharts: Dict = new Map()
  const dot: Dict = new Map<string, Value>([
    ['Chart', shown.set('IsRoot', isRoot)],
    ['Files', filesOf(chart.files)],
    ['Release', common.Release],
    ['Capabilities', common.Capabilities],
    ['Values', values],
    ['Subcharts', subcharts],
  ])
  for (const inner of chart.charts) {
    const { name } = inner.metadata
    const own = values.get(name) ?? null
    const below = { chart: inner, common, path: `${path}/charts/${name}`, isRoot: false }
    subcharts.set(name, collect({ ...below, values: isDict(own) ? own : new Map() }, found))
  }
  for (const file of chart.templates) {
    // Of a library only what others include is read.
    if (isLibrary && !isPartial(file.path)) continue
    const name = `${path}/${file.path}`
    found.set(name, { name, file, dot, basePath: `${path}/templates` })
  }
  return dot
}

/** Whether a template is there for others to include only. */
export function isPartial(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).startsWith('_')
}

// Deep folders first, then against the alphabet: what stands further out is read last and counts.
function byDepth({ name: one }: ScopedTemplate, { name: other }: ScopedTemplate): number {
  const deeper = other.split('/').length - one.split('/').length
  if (deeper !== 0) return deeper
  return one < other ? 1 : -1
}
