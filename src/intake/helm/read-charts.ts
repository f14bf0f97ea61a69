import type { Fault } from '../../base/fault.ts'
import type { Via } from '../../model/making.ts'
import type { KubernetesVersion } from '../../model/version.ts'
import type { Drafts } from '../drafts.ts'
import type { IntakeLimits } from '../limits.ts'
import { missed, type Mishap } from '../mishap.ts'
import { examineBytes, type Manifest } from '../read-manifest.ts'
import { inputNames, type ChartInputs } from './chart-inputs.ts'
import { CHART_LIMITS } from './chart/chart-file.ts'
import { loadChart, type Chart } from './chart/load-chart.ts'
import { readFolder, targetOf, type ChartFolder } from './chart/read-folder.ts'
import { ChartRefusal } from './chart/refusal.ts'
import { renderChart } from './chart/render-chart.ts'
import { readMade } from './made-manifest.ts'
import { missingFault } from './missing-charts.ts'
import type { Dict } from './template/value.ts'

/** Charts, and what they are rendered with. */
export interface ChartRequest {
  readonly inputs: ChartInputs
  /** What the inputs say together. */
  readonly values: Dict
  readonly kubernetes: KubernetesVersion
  readonly limits: IntakeLimits
  readonly drafts?: Drafts | undefined
}

/** What became of one chart. */
export interface RenderedChart {
  /** Undefined for a library, which is rendered with the charts that use it only. */
  readonly via: Via | undefined
  readonly manifests: readonly Manifest[]
  readonly mishaps: readonly Mishap[]
}

/**
 * Renders the chart in a folder with one set of inputs and reads its objects. What does not render is a mishap, and none
 * of the chart's objects are delivered then. Never throws for what the chart holds.
 */
export function readChart(folder: ChartFolder, request: ChartRequest): RenderedChart {
  try {
    const files = readFolder(folder, CHART_LIMITS, request.drafts)
    const chart = loadChart(files, targetOf(folder), CHART_LIMITS)
    if (chart.metadata.isLibrary) return { via: undefined, manifests: [], mishaps: [] }
    return rendered(chart, folder, request)
  } catch (error) {
    if (error instanceof ChartRefusal) return failed(error.fault)
    throw error
  }
}

function failed(fault: Fault): RenderedChart {
  return { via: undefined, manifests: [], mishaps: [missed('charts', fault)] }
}

function rendered(chart: Chart, folder: ChartFolder, request: ChartRequest): RenderedChart {
  const { inputs, values, kubernetes, limits } = request
  const { release, namespace } = inputs
  const absent = missingFault(chart)
  const files = renderChart(chart, values, {
    name: release ?? chart.metadata.name,
    namespace,
    kubernetes,
  })
  // What is missing is the reason for what does not render then.
  if (!files.ok) return failed(absent ?? files.fault)
  const via: Via = { maker: 'helm', target: targetOf(folder), inputs: inputNames(inputs) }
  // People look for a file by its name; Helm renders from the inside out.
  const manifests = files.value
    .toSorted((one, other) => (one.source.file < other.source.file ? -1 : 1))
    .filter(({ source }) => !source.file.endsWith('NOTES.txt'))
    .map(({ source, trace }) => readMade({ source, trace, via }, limits.maxListDepth))
  return {
    via,
    manifests: [...manifests, ...packedCrds(chart, limits)],
    mishaps: absent === undefined ? [] : [missed('charts', absent)],
  }
}

const ARCHIVE = /\.tgz\//

// Definitions in a folder are files like others; those in an archive nobody else reads.
function packedCrds(chart: Chart, limits: IntakeLimits): readonly Manifest[] {
  const own = chart.crds
    .filter(({ name }) => ARCHIVE.test(name))
    .map(({ name, bytes }) =>
      examineBytes(
        bytes,
        { path: name, name, isExpected: false, chart: undefined },
        { limits, patches: new Set(), roots: [] },
      ),
    )
  return [...own, ...chart.charts.flatMap((inner) => packedCrds(inner, limits))]
}
