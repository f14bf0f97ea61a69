import type { Result } from '../../base/result.ts'
import type { Document } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'
import type { Node } from './node.ts'

/** A chart that a kustomization inflates, as far as it says. Paths are absolute. */
export interface ChartOrder {
  /** The folder of the chart. */
  readonly chart: string
  readonly releaseName: string | undefined
  readonly namespace: string | undefined
  /** The values file that takes the place of the chart's own. */
  readonly valuesFile: string | undefined
  /** Values files that lie over all others. */
  readonly moreValuesFiles: readonly string[]
  /** Values that the kustomization writes out, and how they meet those of the values file. */
  readonly valuesInline: Node | undefined
  readonly valuesMerge: 'override' | 'replace' | 'merge'
  readonly includesCrds: boolean
  readonly skipsHooks: boolean
  readonly skipsTests: boolean
  readonly kubeVersion: string | undefined
  readonly apiVersions: readonly string[]
}

/** A file of a chart: its path, absolute, and its text. */
export interface ChartPart {
  readonly path: string
  readonly source: Source
}

/** A chart's objects, each with its making, and the files that they come from. */
export interface InflatedChart {
  readonly documents: readonly Document[]
  readonly parts: readonly ChartPart[]
}

/** Renders a chart, or tells why that is not possible. */
export type RenderChart = (order: ChartOrder) => Result<InflatedChart>
