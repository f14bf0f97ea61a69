import type { KnownFinding } from '../../model/known-finding.ts'
import { changeWords, plural, SEVERITY_SHAPES } from '../headline.ts'
import { code, prose } from '../markdown/escape.ts'
import { folded, layOut, more, table, type Section } from '../markdown/sections.ts'
import {
  changesOf,
  sayingOf,
  spotOfKnown,
  type Change,
  type DiffFormat,
  type DiffRun,
} from './diff.ts'
import { diffGateWords } from './gate-words.ts'

// A comment on GitHub holds 65,536 characters.
const LIMIT_BYTES = 64_000
const MOST_FAULTS = 100

/** For pull requests: what is new first, the rest folded away. */
export const markdown: DiffFormat = {
  name: 'markdown',
  write(run, _, out) {
    out(
      layOut(
        [
          headline(run),
          ...changesOf(run).flatMap(([change, findings]) => sectionOf(change, findings, run)),
          ...faultsOf(run),
        ],
        LIMIT_BYTES,
      ),
    )
  },
}

function headline(run: DiffRun): Section {
  const title = `### Portolan · ${prose(changeWords(run.counts))} · gate ${prose(diffGateWords(run))}`
  const sides = `${code(run.old)} → ${code(run.now)}`
  // By this a bot finds its own comment again, to edit it in place.
  return { opening: `<!-- portolan:diff -->\n${title}\n\n${sides}`, rows: [], closing: () => '' }
}

const SUMMARIES: Readonly<Record<Exclude<Change, 'new'>, string>> = {
  gone: 'gone',
  same: 'unchanged',
  'cannot-compare': 'cannot be compared: nobody looked where they were',
}

function sectionOf(
  change: Change,
  findings: readonly KnownFinding[],
  run: DiffRun,
): readonly Section[] {
  if (findings.length === 0) return []
  const rows = findings.map((finding) => rowOf(finding, run))
  const all = table(['', change === 'new' ? 'new finding' : 'finding', 'where', 'rule'], rows)
  return [change === 'new' ? all : folded(`${findings.length} ${SUMMARIES[change]}`, all)]
}

function rowOf(finding: KnownFinding, run: DiffRun): readonly string[] {
  const { state, severity, rule } = finding
  return [
    state === 'open' ? `${SEVERITY_SHAPES[severity]} ${severity}` : state.replace('-', ' '),
    prose(sayingOf(finding, run)),
    code(spotOfKnown(finding)),
    code(rule),
  ]
}

function faultsOf({ faults }: DiffRun): readonly Section[] {
  if (faults.length === 0) return []
  const told = faults.slice(0, MOST_FAULTS)
  const list = {
    opening: '',
    rows: told.map(({ at, message, remedy }) => `- ${code(at)} ${prose(message)} ${prose(remedy)}`),
    closing: (left: number) => more(left + faults.length - told.length),
  }
  return [folded(`Not examined: ${plural(faults.length, 'fault')}`, list)]
}
