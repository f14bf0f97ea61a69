import { groupBy } from '../../base/group.ts'
import { shortHash } from '../../base/hash.ts'
import { worstFirst } from '../order.ts'
import { jsonText } from '../printable.ts'
import { TOOL_NAME, type ReportFormat, type Run } from '../report.ts'
import type { Verdict } from '../told.ts'
import { passesOf, type Passes } from './passes.ts'
import { faultResult, findingResult, stopResult, type Result } from './results.ts'

/** The two generations of one kind of object: what became OpenReports began as the policy working group's report. */
interface Generation {
  readonly apiVersion: string
  readonly kind: string
  readonly clusterKind: string
  /** Whether a report tells its source and its limits. */
  readonly isFull: boolean
}

/** Objects of openreports.io/v1alpha1, for `kubectl apply`. */
export const openReports: ReportFormat = formatOf('openreports', {
  apiVersion: 'openreports.io/v1alpha1',
  kind: 'Report',
  clusterKind: 'ClusterReport',
  isFull: true,
})

/** Objects of wgpolicyk8s.io/v1alpha2, for clusters that have the older kinds. */
export const policyReport: ReportFormat = formatOf('policyreport', {
  apiVersion: 'wgpolicyk8s.io/v1alpha2',
  kind: 'PolicyReport',
  clusterKind: 'ClusterPolicyReport',
  isFull: false,
})

/**
 * A report for each namespace and one for the cluster, in one list. Every report counts everything, but lists the worst
 * only: full reports fill etcd until the cluster breaks.
 */
function formatOf(name: string, generation: Generation): ReportFormat {
  return {
    name,
    needsPages: false,
    write(verdict, run, _, out) {
      const reports = [...contentsOf(verdict, run)].map(([namespace, content]) =>
        reportText(namespace, content, run, generation),
      )
      out('{"apiVersion":"v1","kind":"List","items":[\n')
      out(`${reports.join(',\n')}\n]}\n`)
    },
  }
}

interface Content {
  readonly results: readonly Result[]
  readonly passes: number
}

// The report of the cluster has no namespace.
const CLUSTER = ''

// What an API server takes for a namespace (RFC 1123); what an estate calls so may be anything.
const NAMESPACE = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/

function contentsOf(verdict: Verdict, run: Run): ReadonlyMap<string, Content> {
  const passes: Passes = passesOf(verdict)
  const home = (namespace: string | undefined): string =>
    namespace !== undefined && NAMESPACE.test(namespace) ? namespace : CLUSTER
  const findings = groupBy(worstFirst(verdict.findings), ({ resource }) => home(resource.namespace))
  const unseen = [
    ...verdict.faults.map(faultResult),
    ...verdict.stops.filter(({ state }) => state === 'Not examined').map(stopResult),
  ]
  const passed = new Map<string, number>()
  for (const [namespace, count] of passes) {
    passed.set(home(namespace), (passed.get(home(namespace)) ?? 0) + count)
  }
  const names = new Set([CLUSTER, ...[...passed.keys(), ...findings.keys()].toSorted()])
  return new Map(
    [...names].map((name) => [
      name,
      {
        passes: passed.get(name) ?? 0,
        results: [
          ...(name === CLUSTER ? unseen : []),
          ...(findings.get(name) ?? []).map((finding) => findingResult(finding, run)),
        ],
      },
    ]),
  )
}

// An object of etcd holds 1.5 MB, but hundreds of such reports are too much long before.
const MOST_CHARACTERS = 200_000

function reportText(
  namespace: string,
  { results, passes }: Content,
  run: Run,
  { apiVersion, kind, clusterKind, isFull }: Generation,
): string {
  const { texts, shown } = fitting(results)
  const left = shown - texts.length
  const isCluster = namespace === CLUSTER
  const head = {
    apiVersion,
    kind: isCluster ? clusterKind : kind,
    metadata: {
      name: nameOf(run),
      ...(!isCluster && { namespace }),
      labels: { 'app.kubernetes.io/managed-by': 'portolan' },
      ...(left > 0 && { annotations: { 'portolan/left-out': `${left}` } }),
    },
    ...(isFull && { source: TOOL_NAME }),
    ...(isFull && left > 0 && { configuration: { limits: { maxResults: texts.length } } }),
    summary: summaryOf(results, passes),
  }
  return `${jsonText(head).slice(0, -1)},"results":[\n${texts.join(',\n')}\n]}`
}

function fitting(results: readonly Result[]): {
  readonly texts: readonly string[]
  readonly shown: number
} {
  const listed = results.filter(({ isShown }) => isShown)
  const texts: string[] = []
  let room = MOST_CHARACTERS
  for (const { told } of listed) {
    const text = jsonText(told)
    room -= Buffer.byteLength(text)
    if (room < 0) break
    texts.push(text)
  }
  return { texts, shown: listed.length }
}

function summaryOf(results: readonly Result[], pass: number): object {
  const count = (word: string): number => results.filter(({ told }) => told.result === word).length
  return {
    pass,
    fail: count('fail'),
    warn: count('warn'),
    error: count('error'),
    skip: count('skip'),
  }
}

// What was scanned and how it was narrowed: a report replaces its predecessor, not that of something else.
function nameOf({ targets, selection }: Run): string {
  const parts = [...targets, ...selection].filter((part) => part !== '.')
  return parts.length === 0 ? 'portolan' : `portolan-${shortHash(parts.join('\n')).slice(0, 8)}`
}
