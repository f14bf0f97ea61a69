import type { Result } from '../../base/result.ts'
import type { Document } from '../../model/document.ts'

/** A chart that a kustomization inflates, as far as it says. Paths are absolute. */
export interface ChartOrder {
  /** The folder of the chart. */
  readonly chart: string
  readonly releaseName: string | undefined
  readonly namespace: string | undefined
  /** Values files, the later ones over the earlier ones. */
  readonly valuesFiles: readonly string[]
  /** Values that the kustomization writes out, and how they meet those of the files. */
  readonly valuesInline: unknown
  readonly valuesMerge: 'override' | 'replace' | 'merge'
  readonly includesCrds: boolean
  readonly skipsHooks: boolean
  readonly skipsTests: boolean
  readonly kubeVersion: string | undefined
  readonly apiVersions: readonly string[]
}

/** Renders a chart to its objects, each with its making, or tells why that is not possible. */
export type RenderChart = (order: ChartOrder) => Result<readonly Document[]>
