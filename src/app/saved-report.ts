import { fail, type Result } from '../base/result.ts'
import type { Run } from '../report/report.ts'
import { readSaved, type SavedReport } from '../report/saved/read-saved.ts'
import { TOPICS, topicOf } from '../rules/topics.ts'
import type { Showing } from './report-run.ts'

/** How much of a saved report is read: some 500,000 findings. */
export const MAX_REPORT_BYTES = 256 * 1024 * 1024

/** Opens the text of a saved report. Fails when it is none, or one of rules that this version cannot place. */
export function openReport(text: string, at: string): Result<SavedReport> {
  const report = readSaved(text, at)
  if (!report.ok) return report
  const stranger = report.value.verdict.rules.find(({ topic }) => !TOPICS.has(topic))
  if (stranger === undefined) return report
  return fail({
    code: 'REPORT_READ',
    at,
    message: `Its rule ${stranger.id} is of the topic ${stranger.topic}, which this Portolan does not know.`,
    remedy: 'Scan again, or convert it by the Portolan that wrote it.',
  })
}

/** What reports tell of a saved run. Its persona stays unless another one reads it. */
export function savedRun(
  { run }: SavedReport,
  { persona = run.persona, verbose, pages }: Pick<Showing, 'persona' | 'verbose' | 'pages'>,
): Run {
  return { ...run, persona, verbose, pages, durationMs: undefined, topicOf }
}
