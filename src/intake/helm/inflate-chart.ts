import { join } from 'node:path'
import { fail, succeed, type Result } from '../../base/result.ts'
import type { Document } from '../../model/document.ts'
import type { Via } from '../../model/making.ts'
import { valueAt } from '../../model/part.ts'
import { parseVersion, type KubernetesVersion } from '../../model/version.ts'
import { decodeText } from '../decode-text.ts'
import type { Drafts } from '../drafts.ts'
import type { ChartOrder, ChartPart, InflatedChart, RenderChart } from '../kustomize/chart.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { CHART_LIMITS, type ChartFile } from './chart/chart-file.ts'
import { loadChart, type Chart } from './chart/load-chart.ts'
import { readFolder } from './chart/read-folder.ts'
import { ChartRefusal } from './chart/refusal.ts'
import { renderChart, type RenderedFile } from './chart/render-chart.ts'
import { madeDocuments } from './made-manifest.ts'
import { missingFault } from './missing-charts.ts'
import { orderedValues } from './ordered-values.ts'

/** What renders charts for kustomizations. */
export interface Inflater {
  readonly render: RenderChart
  /** What was rendered so far. */
  readonly vias: readonly Via[]
}

/** What charts are rendered for, and how files are called. */
export interface InflaterTerms {
  readonly kubernetes: KubernetesVersion
  /** The name of a path as the user sees it. */
  readonly nameOf: (path: string) => string
  readonly drafts?: Drafts | undefined
}

/** A renderer of the charts that kustomizations ask for: it does what `helm template` does for Kustomize. */
export function openInflater(terms: InflaterTerms): Inflater {
  const vias: Via[] = []
  const render: RenderChart = (order) => {
    try {
      const inflated = inflate(order, terms)
      if (inflated.ok) vias.push(viaOf(order, terms))
      return inflated
    } catch (error) {
      if (error instanceof ChartRefusal) return fail(error.fault)
      throw error
    }
  }
  return { render, vias }
}

function viaOf({ chart, valuesFile, moreValuesFiles }: ChartOrder, { nameOf }: InflaterTerms): Via {
  const files = [...(valuesFile === undefined ? [] : [valuesFile]), ...moreValuesFiles]
  return { maker: 'helm', target: nameOf(chart), inputs: files.map(nameOf) }
}

function inflate(order: ChartOrder, terms: InflaterTerms): Result<InflatedChart> {
  const name = terms.nameOf(order.chart)
  const files = readFolder({ path: order.chart, name }, CHART_LIMITS, terms.drafts)
  const chart = loadChart(files, name, CHART_LIMITS)
  const missing = missingFault(chart)
  if (missing !== undefined) return fail(missing)
  const rendered = renderChart(chart, orderedValues(order, chart, terms.nameOf), {
    // Kustomize lets helm make up a name when none is given.
    name: order.releaseName ?? chart.metadata.name,
    namespace: order.namespace ?? 'default',
    kubernetes: parseVersion(order.kubeVersion ?? '') ?? terms.kubernetes,
    kubeVersion: order.kubeVersion,
    apiVersions: order.apiVersions,
  })
  if (!rendered.ok) return rendered
  const made = documentsOf(rendered.value, viaOf(order, terms))
  if (!made.ok) return made
  const crds = order.includesCrds ? crdsOf(chart) : []
  return succeed({
    documents: [...crds, ...made.value.filter((document) => isWanted(document, order))],
    parts: files.flatMap((file) => partOf(file, order, rendered.value)),
  })
}

function documentsOf(files: readonly RenderedFile[], via: Via): Result<readonly Document[]> {
  const documents: Document[] = []
  for (const { source, trace } of files) {
    if (source.file.endsWith('NOTES.txt')) continue
    const made = madeDocuments({ source, trace, via })
    const fault = made.faults.find(({ code }) => code !== 'INTAKE_DUPLICATE_KEY')
    if (fault !== undefined) return fail(fault)
    documents.push(...made.documents.filter(({ value }) => value !== null))
  }
  return succeed(documents)
}

const HOOK = ['metadata', 'annotations', 'helm.sh/hook']

function isWanted({ value }: Document, { skipsHooks, skipsTests }: ChartOrder): boolean {
  const hook = valueAt(value, HOOK)
  if (typeof hook !== 'string') return true
  const isTest = hook.split(',').some((event) => /^test(?:-success)?$/.test(event.trim()))
  return !skipsHooks && !(skipsTests && isTest)
}

function crdsOf(chart: Chart): readonly Document[] {
  const own = chart.crds.flatMap(({ name, bytes }) => {
    const text = decodeText(bytes, name)
    if (!text.ok) throw new ChartRefusal(text.fault)
    const { documents, faults } = readYaml({ file: name, text: text.value })
    const [fault] = faults
    if (fault !== undefined) throw new ChartRefusal(fault)
    return documents.filter(({ value }) => value !== null)
  })
  return [...own, ...chart.charts.flatMap(crdsOf)]
}

// A file that holds objects is known by the text that they were read from.
function partOf(
  { path, name, bytes }: ChartFile,
  { chart }: ChartOrder,
  rendered: readonly RenderedFile[],
): readonly ChartPart[] {
  const known = rendered.find(({ source }) => source.file === name)?.source
  const text = known === undefined ? decodeText(bytes, name) : undefined
  const source = known ?? (text?.ok === true ? { file: name, text: text.value } : undefined)
  return source === undefined ? [] : [{ path: join(chart, path), source }]
}
