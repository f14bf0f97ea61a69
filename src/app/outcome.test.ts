import { describe, expect, it } from 'vitest'
import { writeFiles, type Files } from '../intake/estate.testing.ts'
import type { GateTerms } from './outcome.ts'
import { interruptedScan, scan, type ScanRequest } from './scan.ts'

const pod = (spec: string): string => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { ${spec}, containers: [{ name: web, image: 'registry.example/web:1' }] }
`

// host-pid is high, shared-process-namespace lower, and no other rule is asked.
const FILES = {
  bad: { 'pod.yaml': pod('hostPID: true') },
  clean: { 'pod.yaml': pod('hostPID: false') },
  broken: { 'pod.yaml': pod('hostPID: false'), 'broken.yaml': 'kind: Pod\napiVersion: [v1\n' },
  both: { 'pod.yaml': pod('hostPID: true'), 'broken.yaml': 'kind: Pod\napiVersion: [v1\n' },
  hidden: { 'pod.yaml': pod("hostPID: '${HOST_PID}'") },
  nothing: { 'readme.md': '# nothing here' },
} as const satisfies Readonly<Record<string, Files>>

const USUAL: GateTerms = { failOn: 'high', exitCode: 1, coverageMin: 100 }

function requestOf(folder: string, gate: Partial<GateTerms>, rules = ['host-pid']): ScanRequest {
  return {
    estate: {
      targets: [],
      workingFolder: folder,
      skipPaths: [],
      readStdin: () => new Uint8Array(),
      kubernetes: undefined,
      provider: undefined,
      today: '2026-11-24',
    },
    selection: { rules, skipRules: [], stops: [], namespaces: [], excludeNamespaces: [] },
    gate: { ...USUAL, ...gate },
  }
}

describe('the exit code', () => {
  it.each([
    { name: 'is 1 for a finding at the gate', files: FILES.bad, gate: {}, code: 1 },
    {
      name: 'is 1 for a finding above the gate',
      files: FILES.bad,
      gate: { failOn: 'low' },
      code: 1,
    },
    { name: 'is 0 for one below the gate', files: FILES.bad, gate: { failOn: 'urgent' }, code: 0 },
    { name: 'is 0 without a gate', files: FILES.bad, gate: { failOn: 'never' }, code: 0 },
    { name: 'is what --exit-code says', files: FILES.bad, gate: { exitCode: 42 }, code: 42 },
    {
      name: 'is 0 when a failed gate is said to be',
      files: FILES.bad,
      gate: { exitCode: 0 },
      code: 0,
    },
    { name: 'is 0 for a clean estate', files: FILES.clean, gate: {}, code: 0 },
    { name: 'is 3 when something was not read', files: FILES.broken, gate: {}, code: 3 },
    { name: 'is 1 rather than 3', files: FILES.both, gate: {}, code: 1 },
    { name: 'is 3 rather than a silenced gate', files: FILES.both, gate: { exitCode: 0 }, code: 3 },
    { name: 'is 0 when enough was read', files: FILES.broken, gate: { coverageMin: 50 }, code: 0 },
    { name: 'is 3 when too little was', files: FILES.broken, gate: { coverageMin: 51 }, code: 3 },
    { name: 'is 3 when nothing was found', files: FILES.nothing, gate: {}, code: 3 },
    {
      name: 'is 3 when nothing was found, whatever the coverage',
      files: FILES.nothing,
      gate: { coverageMin: 0 },
      code: 3,
    },
    { name: 'does not count what cannot be told', files: FILES.hidden, gate: {}, code: 0 },
  ] as const)('$name', ({ files, gate, code }) => {
    const done = scan(requestOf(writeFiles(files), gate))
    expect(done.ok && done.value.exitCode).toBe(code)
  })

  it('of an interrupted scan is 130, and every stop says that nothing was examined', () => {
    const done = interruptedScan(requestOf(writeFiles(FILES.bad), {}))
    expect(done.ok && done.value.exitCode).toBe(130)
    const states = done.ok ? done.value.verdict.stops.map(({ state }) => state) : []
    expect(new Set(states)).toEqual(new Set(['Not examined']))
  })

  it('is a fault for a rule that does not exist, whether interrupted or not', () => {
    const request = requestOf(writeFiles(FILES.bad), {}, ['nope'])
    expect(scan(request).ok).toBe(false)
    expect(interruptedScan(request).ok).toBe(false)
  })
})
