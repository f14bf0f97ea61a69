import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectionText } from '../../src/analysis/reach/connection-set.ts'
import { reachOf } from '../../src/analysis/reach/reach-of.ts'
import { readEstate } from '../../src/intake/read-estate.ts'
import type { Scene } from '../../src/model/scene.ts'
import { runMedian, runOnce, type Run } from './measure.ts'
import { networkEstate, type NetworkSize } from './network-estate.ts'

// What issue 8 asks for, and one five times as large to see the growth.
const ASKED: NetworkSize = { workloads: 10_000, policies: 1000, namespaces: 100 }
const FIVEFOLD: NetworkSize = { workloads: 50_000, policies: 5000, namespaces: 500 }
// What the peer needs minutes for.
const WITH_PEER: NetworkSize = { workloads: 1000, policies: 200, namespaces: 20 }
const PEER = 'netpol-analyzer'
const RUNS = 3
const QUESTIONS = 10_000

/** Our figures for networks of workloads and policies under `root`, and the peer's on the size it can do. */
export async function* networkRows(root: string): AsyncGenerator<string> {
  const asked = write(root, ASKED)
  yield `portolan reach ${sizeText(ASKED)} ${show(await reach(asked))}`
  yield engineRow(sceneOf(asked))
  yield `portolan reach ${sizeText(FIVEFOLD)} ${show(await reach(write(root, FIVEFOLD)))}`
  const small = write(root, WITH_PEER)
  // To the peer, as to Cilium, a block of addresses holds no pod: then both print the same rows.
  const ours = await reach(small, ['--plugin', 'cilium', '-f', 'csv'])
  yield `portolan reach ${sizeText(WITH_PEER)}, all pairs as CSV ${show(ours)}`
  yield await peerRow(small, ours)
}

function write(root: string, size: NetworkSize): string {
  const folder = join(root, `network-${size.workloads}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'all.yaml'), networkEstate(size))
  return folder
}

function reach(folder: string, more: readonly string[] = []): Promise<Run> {
  return runMedian(process.execPath, ['bin/portolan', 'reach', folder, ...more], RUNS)
}

function sceneOf(folder: string): Scene {
  const { scene } = readEstate({
    targets: [folder],
    workingFolder: process.cwd(),
    skipPaths: [],
    readStdin: () => new Uint8Array(),
    kubernetes: { major: 1, minor: 37 },
    offering: undefined,
    today: '2026-11-25',
  })
  return scene
}

// All rows of both matrices, counted by namespace; then pairs that were not asked for before.
function engineRow(scene: Scene): string {
  const [started, before] = [performance.now(), process.cpuUsage()]
  const answers = reachOf(scene)
  answers.traffic(({ namespace }) => namespace)
  const builtMs = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  const { workloads } = answers
  let letters = 0
  const asked = performance.now()
  for (let at = 0; at < QUESTIONS; at++) {
    const [from, to] = [workloads[at % workloads.length], workloads[(at * 7919) % workloads.length]]
    if (from !== undefined && to !== undefined)
      letters += connectionText(answers.between(from, to).open).length
  }
  const eachUs = ((performance.now() - asked) / QUESTIONS) * 1000
  return `engine alone, every row: ${builtMs.toFixed(0)} ms, ${((user + system) / 1000).toFixed(0)} ms CPU; reach A B after that: ${eachUs.toFixed(1)} µs (${letters} letters)`
}

async function peerRow(folder: string, ours: Run): Promise<string> {
  if (spawnSync(PEER, ['--version'], { stdio: 'ignore' }).error !== undefined)
    return `${PEER} not on PATH, so not compared`
  const args = ['list', '-q', '--dirpath', folder, '-o', 'csv']
  const theirs = await runOnce(PEER, args)
  return `${PEER} ${sizeText(WITH_PEER)} ${show(theirs)}  ${PEER} / portolan = ${(theirs.cpuMs / ours.cpuMs).toFixed(0)} times the CPU`
}

function sizeText({ workloads, policies, namespaces }: NetworkSize): string {
  return `${workloads} workloads, ${policies} policies, ${namespaces} namespaces`
}

function show({ wallMs, cpuMs, peakMiB }: Run): string {
  return `${wallMs.toFixed(0)} ms, ${cpuMs.toFixed(0)} ms CPU, ${peakMiB.toFixed(0)} MiB`
}
