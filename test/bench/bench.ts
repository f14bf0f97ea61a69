import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { advisoryRows } from './advisory-rows.ts'
import { writeEstate } from './estate.ts'
import { runMedian, runOnce, type Run } from './measure.ts'
import { networkRows } from './network.ts'
import { readerRows } from './reader.ts'
import { TERRAFORM_FILES, writeTerraform } from './terraform.ts'

// `npm run bench`: our time and memory, and those of the peers that are installed, on the same files in one run.

interface Peer {
  readonly name: string
  readonly args: (target: string) => readonly string[]
}

const PEERS: readonly Peer[] = [
  // It takes files only, so a folder is handed over file by file.
  { name: 'kube-score', args: (target) => ['score', ...filesOf(target), '-o', 'json'] },
  { name: 'kube-linter', args: (target) => ['lint', target, '--format', 'json'] },
  { name: 'trivy', args: (target) => ['config', '--format', 'json', '--quiet', target] },
  { name: 'kubescape', args: (target) => ['scan', '--format', 'json', target] },
  { name: 'polaris', args: (target) => ['audit', '--audit-path', target, '--format', 'json'] },
]

const RUNS = 5
const estate = writeEstate()
const targets: readonly { readonly name: string; readonly path: string }[] = [
  { name: 'one file', path: estate.one },
  { name: '241 small files', path: estate.folder },
  { name: '3,500 objects', path: estate.middle },
  { name: '14,000 objects', path: estate.large },
]

console.log(`Node ${process.version}, medians of ${RUNS} runs, whole processes, JSON written`)
await printStarts()
const ours = await measureOurs()
printGrowth(ours)
await printTerraform()
await printShare()
for (const peer of PEERS) await printPeer(peer, ours)
for (const row of await readerRows(estate)) console.log(row)
for await (const row of networkRows(dirname(estate.one))) console.log(row)
for (const row of await advisoryRows()) console.log(row)
rmSync(dirname(estate.one), { recursive: true, force: true })

async function printStarts(): Promise<void> {
  const empty = await runMedian(process.execPath, ['-e', '0'], RUNS)
  const version = await runMedian(process.execPath, ['bin/portolan', 'version'], RUNS)
  const one = await runMedian(process.execPath, ourArgs(estate.one), RUNS)
  console.log(`node -e 0            ${show(empty)}`)
  console.log(`portolan version     ${show(version)}  ${above(version, empty)}`)
  console.log(`portolan scan, one   ${show(one)}  ${above(one, empty)}`)
}

async function measureOurs(): Promise<ReadonlyMap<string, Run>> {
  const runs = new Map<string, Run>()
  for (const { name, path } of targets) {
    const run = await runMedian(process.execPath, ourArgs(path), RUNS)
    runs.set(name, run)
    console.log(`portolan     ${name.padEnd(16)} ${show(run)}`)
  }
  return runs
}

function printGrowth(runs: ReadonlyMap<string, Run>): void {
  const middle = runs.get('3,500 objects')
  const large = runs.get('14,000 objects')
  if (middle === undefined || large === undefined) return
  console.log(
    `growth from 3,500 to 14,000 objects: ${(large.wallMs / middle.wallMs).toFixed(2)} times`,
  )
}

// Whole seconds matter to whoever waits for a pull request: 1 s is the aim.
async function printTerraform(): Promise<void> {
  const folder = writeTerraform(join(dirname(estate.one), 'terraform'))
  const run = await runMedian(process.execPath, ourArgs(folder), RUNS)
  console.log(`portolan     ${TERRAFORM_FILES} files of Terraform ${show(run)}`)
}

// What the other stops cost beside the one that was there first. In turns, as a busy machine slows both.
async function printShare(): Promise<void> {
  const shares: number[] = []
  for (let i = 0; i < RUNS; i++) {
    const first = await runOnce(process.execPath, [...ourArgs(estate.large), '--stop', 'workloads'])
    const all = await runOnce(process.execPath, ourArgs(estate.large))
    shares.push(all.wallMs / first.wallMs)
  }
  const share = shares.toSorted((a, b) => a - b)[RUNS >> 1] ?? 0
  console.log(
    `all stops / the stop workloads alone, 14,000 objects: ${share.toFixed(2)} of the time`,
  )
}

async function printPeer(peer: Peer, runs: ReadonlyMap<string, Run>): Promise<void> {
  if (spawnSync(peer.name, ['version'], { stdio: 'ignore' }).error !== undefined) {
    console.log(`${peer.name.padEnd(12)} not on PATH, so not compared`)
    return
  }
  for (const { name, path } of targets) {
    if (isRefused(peer, path)) {
      console.log(`${peer.name.padEnd(12)} ${name.padEnd(16)} wrote no report, so not compared`)
      continue
    }
    const run = await runMedian(peer.name, peer.args(path), RUNS)
    const own = runs.get(name)
    const ratio = own === undefined ? '' : `portolan / ${peer.name} = ${ratioOf(own, run)}`
    console.log(`${peer.name.padEnd(12)} ${name.padEnd(16)} ${show(run)}  ${ratio}`)
  }
}

// Who gives up at the first file is fast.
function isRefused(peer: Peer, path: string): boolean {
  return spawnSync(peer.name, peer.args(path), { maxBuffer: 2 ** 30 }).stdout.length === 0
}

function filesOf(target: string): readonly string[] {
  if (!statSync(target).isDirectory()) return [target]
  return readdirSync(target).map((name) => join(target, name))
}

function ourArgs(target: string): readonly string[] {
  return ['bin/portolan', 'scan', target, '-f', 'json']
}

function show(run: Run): string {
  return `${run.wallMs.toFixed(0).padStart(6)} ms ${run.peakMiB.toFixed(0).padStart(5)} MiB`
}

function above(run: Run, empty: Run): string {
  return `${(run.wallMs - empty.wallMs).toFixed(0)} ms above node -e 0`
}

function ratioOf(own: Run, peer: Run): string {
  return `${(own.wallMs / peer.wallMs).toFixed(2)} of the time, ${(own.peakMiB / peer.peakMiB).toFixed(2)} of the memory`
}
