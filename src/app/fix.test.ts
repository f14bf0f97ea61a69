import { describe, expect, it } from 'vitest'
import { writeFiles, type Files } from '../intake/estate.testing.ts'
import { diffOf, planFix, type FixPlan, type FixRequest } from './fix.ts'
import { scan } from './scan.ts'
import type { Selection } from './selection.ts'

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web # the shop's window
spec:
  hostPID: true # for the debugger
  hostIPC: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
`

const ALL: Selection = {
  rules: [],
  skipRules: [],
  stops: [],
  namespaces: [],
  excludeNamespaces: [],
}

function requestOf(
  files: Files,
  rules: readonly string[],
  rest: Partial<FixRequest> = {},
): FixRequest {
  return {
    estate: {
      targets: [],
      workingFolder: writeFiles(files),
      skipPaths: [],
      readStdin: () => new Uint8Array(),
      kubernetes: undefined,
      provider: undefined,
      today: '2026-11-24',
    },
    selection: { ...ALL, rules },
    findings: [],
    onlySafe: false,
    ...rest,
  }
}

function plan(request: FixRequest): FixPlan {
  const planned = planFix(request)
  if (!planned.ok) throw new Error(planned.fault.message)
  return planned.value
}

describe('a fix', () => {
  it('changes the lines of the rules that were asked for and no others', () => {
    const { files, leftovers, exitCode } = plan(requestOf({ 'pod.yaml': POD }, ['host-pid']))
    expect(files.map(({ after }) => after)).toEqual([POD.replace(/ {2}hostPID.*\n/, '')])
    expect(files[0]?.mended).toEqual([{ rule: 'host-pid', count: 1 }])
    expect(leftovers).toEqual([])
    expect(exitCode).toBe(0)
  })

  it('is a diff with the name of the file', () => {
    const { files } = plan(requestOf({ 'deploy/pod.yaml': POD }, ['host-pid']))
    expect(diffOf(files).text.split('\n').slice(0, 3)).toEqual([
      '--- a/deploy/pod.yaml',
      '+++ b/deploy/pod.yaml',
      '@@ -3,7 +3,6 @@',
    ])
  })

  it('shows no password beside the lines that change', () => {
    const secret = POD.replace(
      '    - name: web',
      '    - env: [{ name: DB_PASSWORD, value: hunter2 }]\n      name: web',
    )
    const { files } = plan(requestOf({ 'pod.yaml': secret }, ['host-pid']))
    expect(diffOf(files).text).toContain('-  hostPID: true')
    expect(diffOf(files).text).not.toContain('hunter2')
  })

  it('closes everything that can be closed, also what a first fix reveals', () => {
    const request = requestOf({ 'pod.yaml': POD }, [])
    const { files, leftovers, faults } = plan(request)
    expect(faults).toEqual([])
    const after = files[0]?.after ?? ''
    const again = plan(requestOf({ 'pod.yaml': after }, []))
    expect(again.files).toEqual([])
    expect(again.leftovers).toEqual(leftovers)
  })

  it('says what is for a person to decide, and is not done when that was asked for by name', () => {
    const text = `${POD}      volumeDevices: [{ name: disk, devicePath: /dev/xvda }]\n`
    const { leftovers, exitCode } = plan(requestOf({ 'pod.yaml': text }, ['block-device-mounted']))
    const why = 'for a person to decide, no fix'
    expect(leftovers).toEqual([{ rule: 'block-device-mounted', count: 1, why }])
    expect(exitCode).toBe(3)
  })

  it('leaves a placeholder to whoever fills it in', () => {
    const text = POD.replace('hostPID: true', "hostPID: '${HOST_PID}'")
    const { files, leftovers } = plan(requestOf({ 'pod.yaml': text }, ['host-pid']))
    expect(files).toEqual([])
    expect(leftovers).toEqual([
      { rule: 'host-pid', count: 1, why: 'a placeholder stands where the value will be' },
    ])
  })

  it('leaves alone what may break something when only safe changes are wanted', () => {
    const { files, leftovers } = plan(
      requestOf({ 'pod.yaml': POD }, ['host-pid'], { onlySafe: true }),
    )
    expect(files).toEqual([])
    expect(leftovers[0]?.why).toBe('may break what runs today (--only-safe)')
  })

  it('may be of one finding', () => {
    const files = { 'a.yaml': POD, 'b.yaml': POD.replace('name: web #', 'name: other #') }
    const request = requestOf(files, ['host-pid'])
    const done = scan({ ...request, gate: { failOn: 'high', exitCode: 1, coverageMin: 100 } })
    const findings = done.ok ? done.value.verdict.findings : []
    const chosen = findings.find(({ resource }) => resource.name === 'other')?.id ?? ''
    const { files: changed } = plan({ ...request, selection: ALL, findings: [chosen] })
    expect(changed.map(({ file, mended }) => ({ file, mended }))).toEqual([
      { file: 'b.yaml', mended: [{ rule: 'host-pid', count: 1 }] },
    ])
  })

  it('of a finding that is not there is a fault', () => {
    const planned = planFix(requestOf({ 'pod.yaml': POD }, [], { findings: ['0123456789abcdef'] }))
    expect(planned.ok ? undefined : planned.fault.code).toBe('USAGE')
  })

  it('is incomplete when a file could not be read, and mends the others', () => {
    const files = { 'pod.yaml': POD, 'broken.yaml': 'apiVersion: v1\nkind: [Pod\n' }
    const { files: changed, faults, exitCode } = plan(requestOf(files, ['host-pid']))
    expect(changed.map(({ file }) => file)).toEqual(['pod.yaml'])
    expect(faults.map(({ code }) => code)).toEqual(['INTAKE_YAML'])
    expect(exitCode).toBe(3)
  })

  it('keeps to the namespaces that were asked for', () => {
    const files = {
      'a.yaml': POD,
      'b.yaml': POD.replace('  name: web #', '  namespace: shop\n  name: web #'),
    }
    const request = requestOf(files, ['host-pid'])
    const { files: changed } = plan({
      ...request,
      selection: { ...request.selection, namespaces: ['shop'] },
    })
    expect(changed.map(({ file }) => file)).toEqual(['b.yaml'])
  })

  it('is incomplete when nothing is in the namespace that was asked for', () => {
    const request = requestOf({ 'pod.yaml': POD }, [])
    const { files, faults, exitCode } = plan({
      ...request,
      selection: { ...ALL, namespaces: ['nobody'] },
    })
    expect({ files, exitCode }).toEqual({ files: [], exitCode: 3 })
    expect(faults.map(({ code }) => code)).toEqual(['INTAKE_NOTHING'])
  })

  it('refuses what would change other places as well, and says where', () => {
    const text = `apiVersion: v1
kind: Pod
metadata: { name: two }
spec:
  x-web: &web { name: web }
  containers: [*web, { <<: *web, name: second }]
`
    const { files, faults, leftovers, exitCode } = plan(
      requestOf({ 'pod.yaml': text }, ['root-container']),
    )
    expect(files[0]?.mended).toEqual([{ rule: 'root-container', count: 1 }])
    expect(faults.map(({ code, at }) => `${code} ${at}`)).toEqual(['FIX_REFUSED pod.yaml:5:15'])
    expect(leftovers).toEqual([{ rule: 'root-container', count: 1, why: 'refused' }])
    expect(exitCode).toBe(3)
  })
})
