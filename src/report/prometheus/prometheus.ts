import { groupBy } from '../../base/group.ts'
import { PARTIES } from '../../model/duty.ts'
import { SEVERITIES, STOP_TITLES } from '../../model/itinerary.ts'
import type { StopState } from '../../verdict/stops.ts'
import { STANDINGS } from '../../verdict/waivers/lift.ts'
import { batch } from '../batch.ts'
import { clip, printable } from '../printable.ts'
import type { ReportFormat, Run, Write } from '../report.ts'
import type { Finding, Verdict } from '../told.ts'

/**
 * Prometheus text, for the textfile collector or a push gateway. A stop that was not examined has no counts: absent is
 * not zero. No label holds a name of the estate. Faults are comments, as a number would not help anybody.
 */
export const prometheus: ReportFormat = {
  name: 'prometheus',
  needsPages: false,
  write(verdict, run, _, out) {
    const { write, flush } = batch(out)
    for (const comment of unexamined(verdict)) write(`# ${comment}\n`)
    for (const family of familiesOf(verdict, run)) writeFamily(family, write)
    flush()
  },
}

interface Family {
  readonly name: string
  readonly help: string
  readonly samples: readonly Sample[]
}

interface Sample {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

function familiesOf(verdict: Verdict, run: Run): readonly Family[] {
  const { stops } = verdict
  const { durationMs } = run
  return [
    {
      name: 'portolan_build_info',
      help: 'The version that judged.',
      samples: [{ labels: { version: run.version }, value: 1 }],
    },
    {
      name: 'portolan_findings',
      help: 'Findings of the stops that were examined.',
      samples: findingSamples(verdict),
    },
    {
      name: 'portolan_stop_state',
      help: 'One for the state that a stop is in, zero for the others.',
      samples: stops.flatMap(({ stop, state }) =>
        STATES.map((name) => ({
          labels: { stop, state: name.toLowerCase().replace(' ', '-') },
          value: name === state ? 1 : 0,
        })),
      ),
    },
    {
      name: 'portolan_checks',
      help: 'Objects that there are to examine.',
      samples: stops.map(({ stop, asked }) => ({ labels: { stop }, value: asked })),
    },
    {
      name: 'portolan_checks_examined',
      help: 'Objects that were examined.',
      samples: stops.map(({ stop, examined }) => ({ labels: { stop }, value: examined })),
    },
    {
      name: 'portolan_waivers',
      help: 'Waivers by how they stand.',
      samples: waiverSamples(verdict),
    },
    {
      name: 'portolan_waiver_next_expiry_timestamp_seconds',
      help: 'The end of the last day of the waiver in force that ends first.',
      samples: nextExpiry(verdict),
    },
    {
      name: 'portolan_last_scan_timestamp_seconds',
      help: 'The beginning of the day of the scan, in UTC.',
      samples: [{ labels: {}, value: Date.parse(verdict.scene.today) / 1000 }],
    },
    {
      name: 'portolan_scan_duration_seconds',
      help: 'How long the scan took.',
      samples: durationMs === undefined ? [] : [{ labels: {}, value: durationMs / 1000 }],
    },
  ]
}

// A saved report of an earlier version does not tell its waivers: absent is not zero.
function waiverSamples({ waivers }: Verdict): readonly Sample[] {
  if (waivers === undefined) return []
  return STANDINGS.map((state) => ({
    labels: { state: state.replace(' ', '-') },
    value: waivers.filter(({ standing }) => standing === state).length,
  }))
}

const DAY_SECONDS = 24 * 60 * 60

function nextExpiry({ waivers = [] }: Verdict): readonly Sample[] {
  const [first] = waivers
    .filter(({ standing }) => standing === 'in force')
    .map(({ waiver }) => waiver.expires)
    .toSorted()
  if (first === undefined) return []
  return [{ labels: {}, value: Date.parse(first) / 1000 + DAY_SECONDS }]
}

const STATES: readonly StopState[] = ['Clear', 'Attention', 'Exposed', 'Urgent', 'Not examined']
const FINDING_STATES: readonly Finding['state'][] = ['open', 'waived', 'cannot-tell']

// Zeros are told too: a series that comes and goes cannot be watched.
function findingSamples({ findings, stops }: Verdict): readonly Sample[] {
  const groups = groupBy(findings, ({ stop, severity, state, duty }) =>
    [stop, severity, state, duty].join(' '),
  )
  const seen = stops.filter(({ state }) => state !== 'Not examined').map(({ stop }) => stop)
  return seen.flatMap((stop) =>
    SEVERITIES.flatMap((severity) =>
      FINDING_STATES.flatMap((state) =>
        PARTIES.map((owner) => ({
          labels: { stop, severity, state, owner },
          value: groups.get([stop, severity, state, owner].join(' '))?.length ?? 0,
        })),
      ),
    ),
  )
}

// Nobody reads more comments, and a folder may hold any number of broken files.
const MOST_FAULTS = 1000
const LONGEST_COMMENT = 1000

function unexamined({ faults, stops }: Verdict): readonly string[] {
  const unseen = stops.filter(({ state }) => state === 'Not examined')
  const untold = faults.length - MOST_FAULTS
  return [
    ...unseen.map(({ stop }) => `Not examined: ${STOP_TITLES[stop]}.`),
    ...faults
      .slice(0, MOST_FAULTS)
      .map(({ at, message, remedy }) => `Not examined: ${at}: ${message} ${remedy}`),
    ...(untold > 0 ? [`Not examined: ${untold} more.`] : []),
  ].map((comment) => printable(clip(comment, LONGEST_COMMENT)))
}

function writeFamily({ name, help, samples }: Family, write: Write): void {
  if (samples.length === 0) return
  write(`# HELP ${name} ${help}\n# TYPE ${name} gauge\n`)
  for (const { labels, value } of samples) write(`${name}${labelText(labels)} ${value}\n`)
}

function labelText(labels: Sample['labels']): string {
  const pairs = Object.entries(labels).map(
    ([key, value]) => `${key}="${value.replaceAll(/[\\"]/g, String.raw`\$&`)}"`,
  )
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
