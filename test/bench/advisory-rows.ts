import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { writeAdvisories, type AdvisoryBench } from './advisories.ts'
import { runMedian, runOnce, type Run } from './measure.ts'

// Advisories lie beside the repository, for it holds none.
const SOURCE = resolve('../shared/corpora/osv')
const RUNS = 3
const SETS = ['small', 'large'] as const

type Set = (typeof SETS)[number]

/** Rows about packages: a bill of 10,000 with few and with many advisories, a lock file, beside osv-scanner. */
export async function advisoryRows(source = SOURCE): Promise<readonly string[]> {
  if (!existsSync(source)) return [`packages     no advisories in ${source}, so not measured`]
  const bench = writeAdvisories(source)
  const folder = dirname(bench.small)
  try {
    return await rowsOf(bench, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function rowsOf(bench: AdvisoryBench, folder: string): Promise<readonly string[]> {
  const rows: string[] = []
  for (const set of SETS) {
    process.env['PORTOLAN_DATA'] = join(folder, `data-${set}`)
    const run = await runOnce(process.execPath, ['bin/portolan', 'db', 'import', bench[set]])
    rows.push(row('portolan', `import of ${bench.records[set]} advisories`, run))
  }
  const small = await ours(bench, folder, 'small')
  const large = await ours(bench, folder, 'large')
  rows.push(row('portolan', `10,000 packages, ${bench.records.small} advisories`, small))
  rows.push(row('portolan', `10,000 packages, ${bench.records.large} advisories`, large))
  rows.push(`growth with the advisories: ${(large.wallMs / small.wallMs).toFixed(2)} times`)
  const lock = await runMedian(process.execPath, listing(bench.lock), RUNS)
  rows.push(row('portolan', `lock file of 1,200, ${bench.records.large} advisories`, lock))
  return [...rows, ...(await peerRows(bench, folder, { small, large }))]
}

async function ours(bench: AdvisoryBench, folder: string, set: Set): Promise<Run> {
  process.env['PORTOLAN_DATA'] = join(folder, `data-${set}`)
  return await runMedian(process.execPath, listing(bench.bom), RUNS)
}

function listing(file: string): readonly string[] {
  return ['bin/portolan', 'packages', file, '--all', '-f', 'json']
}

async function peerRows(
  bench: AdvisoryBench,
  folder: string,
  own: Readonly<Record<Set, Run>>,
): Promise<readonly string[]> {
  const peer = 'osv-scanner'
  if (spawnSync(peer, ['--version'], { stdio: 'ignore' }).error !== undefined) {
    return [`${peer}  not on PATH, so not compared`]
  }
  const rows: string[] = []
  for (const set of SETS) {
    const data = join(folder, `osv-${set}`)
    mkdirSync(data)
    symlinkSync(bench[set], join(data, 'osv-scalibr'))
    process.env['OSV_SCALIBR_LOCAL_DB_CACHE_DIRECTORY'] = data
    const args = ['scan', 'source', '--offline', '--format', 'json', '-L', bench.bom]
    const run = await runOnce(peer, args)
    const ratio = (own[set].wallMs / run.wallMs).toFixed(2)
    const words = `10,000 packages, ${bench.records[set]} advisories`
    rows.push(`${row(peer, words, run)}  portolan / ${peer} = ${ratio} of the time`)
  }
  return rows
}

function row(name: string, what: string, { wallMs, peakMiB }: Run): string {
  const time = `${wallMs.toFixed(0).padStart(6)} ms ${peakMiB.toFixed(0).padStart(5)} MiB`
  return `${name.padEnd(12)} ${what.padEnd(44)} ${time}`
}
