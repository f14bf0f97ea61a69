import type { Fault } from '../../base/fault.ts'
import { missingCharts } from './chart/dependencies.ts'
import type { Chart } from './chart/load-chart.ts'

/** What is wrong with a chart that depends on others which are not there; undefined when all are. */
export function missingFault(chart: Chart): Fault | undefined {
  const missing = missingCharts(chart)
  if (missing.length === 0) return undefined
  const names = missing.map(({ name }) => name).join(', ')
  return {
    code: 'INTAKE_CHART',
    at: chart.at,
    message: `Charts that this one depends on are not in its charts/ folder: ${names}. Their objects are not known.`,
    remedy: 'Fetch them: helm dependency update; then scan again.',
  }
}
