/** A file of a chart. */
export interface ChartFile {
  /** Its path below the chart's folder, with slashes. */
  readonly path: string
  /** Its name as the user sees it; a file in an archive has the archive's name before its own. */
  readonly name: string
  readonly bytes: Buffer
}

/** How much a chart may hold. What lies beyond is a fault. */
export interface ChartLimits {
  readonly maxFiles: number
  readonly maxBytes: number
  /** Charts inside one another. */
  readonly maxDepth: number
}

/** Far above real charts: the largest public ones hold some 2,000 files and 20 MB with all that they depend on. */
export const CHART_LIMITS: ChartLimits = {
  maxFiles: 20_000,
  maxBytes: 128 * 1024 * 1024,
  maxDepth: 20,
}
