import { csv } from './csv/csv.ts'
import { github } from './github/github.ts'
import { codeQuality } from './gitlab/code-quality.ts'
import { sast } from './gitlab/sast.ts'
import { html } from './html/html.ts'
import { json } from './json/json.ts'
import { junit } from './junit/junit.ts'
import { markdown } from './markdown/markdown.ts'
import { openReports, policyReport } from './openreports/openreports.ts'
import { prometheus } from './prometheus/prometheus.ts'
import type { ReportFormat } from './report.ts'
import { sarif } from './sarif/sarif.ts'
import { text } from './text/text.ts'

/** Every report format. The first one is what a person gets who asks for none. */
export const FORMATS: readonly ReportFormat[] = [
  text,
  json,
  sarif,
  junit,
  markdown,
  github,
  codeQuality,
  sast,
  csv,
  openReports,
  policyReport,
  prometheus,
  html,
]

/** The format of that name. */
export function formatOf(name: string): ReportFormat | undefined {
  return FORMATS.find((format) => format.name === name)
}
