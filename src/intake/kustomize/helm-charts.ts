import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../../base/fault.ts'
import { CHART_FILE, isWithin } from '../targets.ts'
import type { ChartOrder } from './chart.ts'
import { madeFor, nodesOf } from './from-document.ts'
import type { Item } from './item.ts'
import { itemOf } from './item.ts'
import { itemsOf, mappingNode, memberNode, textOf, type Node } from './node.ts'
import { faultFor } from './refusal.ts'
import { addMaterial, filePath, realFolder, type Workshop } from './workshop.ts'

/** What the charts of a kustomization gave. */
export interface Inflated {
  readonly items: readonly Item[]
  readonly faults: readonly Fault[]
}

/** A chart that is asked for, by the kustomization in `folder`. */
export interface ChartRequest {
  readonly folder: string
  readonly entry: Node
  readonly chartHome: string
  readonly namespace: string
}

/** The charts that a kustomization asks for, in the new and the old field. */
export function chartRequests(kustomization: Node, folder: string): readonly ChartRequest[] {
  const home = textOf(memberNode(memberNode(kustomization, 'helmGlobals'), 'chartHome'))
  const namespace = textOf(memberNode(kustomization, 'namespace'))
  const request = (entry: Node, chartHome: string): ChartRequest => ({
    folder,
    entry,
    namespace,
    chartHome: chartHome || home || 'charts',
  })
  return [
    ...itemsOf(memberNode(kustomization, 'helmCharts')).map((entry) => request(entry, '')),
    ...itemsOf(memberNode(kustomization, 'helmChartInflationGenerator')).map((entry) =>
      request(renamed(entry), textOf(memberNode(entry, 'chartHome'))),
    ),
  ]
}

const NEW_KEYS: Readonly<Record<string, string>> = {
  chartName: 'name',
  chartVersion: 'version',
  chartRepoUrl: 'repo',
  values: 'valuesFile',
  valuesLocal: 'valuesInline',
}

function renamed(entry: Node): Node {
  if (entry.kind !== 'mapping') return entry
  const members = [...entry.members].map(([key, node]) => [NEW_KEYS[key] ?? key, node] as const)
  return mappingNode(members, entry.origin)
}

/** Renders a chart that is on this machine; any other, and one that does not render, becomes a fault. */
export function inflate(workshop: Workshop, request: ChartRequest): Inflated {
  const { entry } = request
  const chart = chartFolder(workshop, request)
  if (chart === undefined) return { items: [], faults: [remoteChart(entry)] }
  if (workshop.renderChart === undefined) return { items: [], faults: [unrendered(entry)] }
  const rendered = workshop.renderChart(orderOf(request, chart))
  if (!rendered.ok) return { items: [], faults: [rendered.fault] }
  const nodes = rendered.value.documents.map((document) => nodesOf(document, madeFor(document)))
  for (const { path, source } of rendered.value.parts) addMaterial(workshop, path, source)
  return {
    items: nodes.flatMap((node) => (node.kind === 'mapping' ? [itemOf(node)] : [])),
    faults: [],
  }
}

function chartFolder(
  workshop: Workshop,
  { folder, entry, chartHome }: ChartRequest,
): string | undefined {
  const name = textOf(memberNode(entry, 'name'))
  const version = textOf(memberNode(entry, 'version'))
  const candidates = [join(chartHome, `${name}-${version}`, name), join(chartHome, name)]
  for (const candidate of candidates) {
    const real = realFolder(join(folder, candidate))
    const isOurs = real !== undefined && workshop.boundaries.some((one) => isWithin(one, real))
    if (isOurs && existsSync(join(real, CHART_FILE))) return real
  }
  return undefined
}

function orderOf({ folder, entry, namespace }: ChartRequest, chart: string): ChartOrder {
  const text = (key: string): string | undefined => textOf(memberNode(entry, key)) || undefined
  const isTrue = (key: string): boolean => textOf(memberNode(entry, key)) === 'true'
  const pathsOf = (files: readonly (Node | undefined)[]): readonly string[] =>
    files.flatMap((file) =>
      file === undefined || textOf(file) === ''
        ? []
        : [filePath(folder, textOf(file), file.origin)],
    )
  const [valuesFile] = pathsOf([memberNode(entry, 'valuesFile')])
  const merge = text('valuesMerge')
  return {
    chart,
    releaseName: text('releaseName'),
    namespace: text('namespace') ?? (namespace || undefined),
    valuesFile,
    moreValuesFiles: pathsOf(itemsOf(memberNode(entry, 'additionalValuesFiles'))),
    valuesInline: memberNode(entry, 'valuesInline'),
    valuesMerge: merge === 'replace' || merge === 'merge' ? merge : 'override',
    includesCrds: isTrue('includeCRDs'),
    skipsHooks: isTrue('skipHooks'),
    skipsTests: isTrue('skipTests'),
    kubeVersion: text('kubeVersion'),
    apiVersions: itemsOf(memberNode(entry, 'apiVersions')).map(textOf),
  }
}

function remoteChart(entry: Node): Fault {
  return faultFor(entry.origin, {
    code: 'INTAKE_REMOTE',
    message: `The chart "${textOf(memberNode(entry, 'name'))}" is not on this machine, so its objects are not known.`,
    remedy:
      'Fetch it next to the kustomization (helm pull --untar), or render it and scan the output.',
  })
}

function unrendered(entry: Node): Fault {
  return faultFor(entry.origin, {
    code: 'INTAKE_TEMPLATE',
    message: 'This Helm chart was not rendered, so its objects are not known.',
    remedy: 'Render it and scan the output: helm template … | portolan scan -',
  })
}
