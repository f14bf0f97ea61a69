import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unifiedDiff } from '../../fix/unified-diff.ts'
import { writeFiles, type Files } from '../../intake/estate.testing.ts'
import { DEFAULT_INPUTS } from '../../intake/helm/chart-inputs.ts'
import { diffOf, planFix, type FixPlan } from '../fix.ts'

const CHART = 'name: shop\nversion: 1.0.0\napiVersion: v2\n'

function deployment(container: string, top = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
${top}      containers:
        - name: web
          image: registry.example/web:1.0
${container}`
}

function chart(container: string, values: string, top = ''): Files {
  return {
    'Chart.yaml': CHART,
    'templates/web.yaml': deployment(container, top),
    'values.yaml': values,
  }
}

const BASE = {
  'base/kustomization.yaml': 'resources: [web.yaml]\n',
  'base/web.yaml': deployment('          securityContext: {privileged: true}\n'),
}

/** What is written with which rule, and the lines that this takes away and adds. */
interface Mending {
  readonly name: string
  readonly rule: string
  readonly files: Files
  readonly lines: readonly string[]
}

const MENDED: readonly Mending[] = [
  {
    name: 'a value that decides',
    rule: 'privileged-container',
    files: chart(
      '          securityContext: {privileged: {{ .Values.privileged }}}\n',
      '# For the debugger.\nprivileged: true\n',
    ),
    lines: ['values.yaml', '-privileged: true', '+privileged: false'],
  },
  {
    name: 'a literal of the template',
    rule: 'host-pid',
    files: chart('', '', '      hostPID: true # why\n'),
    lines: ['templates/web.yaml', '-      hostPID: true # why'],
  },
  {
    name: 'a field beside those of the template',
    rule: 'privilege-escalation',
    files: chart(
      '          securityContext:\n            runAsUser: {{ .Values.user }}\n          {{- if .Values.on }}\n          tty: true\n          {{- end }}\n',
      'user: 10001\non: true\n',
    ),
    lines: ['templates/web.yaml', '+            allowPrivilegeEscalation: false'],
  },
  {
    name: 'values that are written as a whole',
    rule: 'privilege-escalation',
    files: chart(
      '          {{- with .Values.context }}\n          securityContext: {{- toYaml . | nindent 12 }}\n          {{- end }}\n',
      'context: {}\n',
    ),
    lines: ['values.yaml', '-context: {}', '+context:', '+  allowPrivilegeEscalation: false'],
  },
  {
    name: 'a base',
    rule: 'privileged-container',
    files: { ...BASE, 'blue/kustomization.yaml': 'namePrefix: blue-\nresources: [../base]\n' },
    lines: ['base/web.yaml', '-          securityContext: {privileged: true}'],
  },
  {
    name: 'a patch',
    rule: 'host-pid',
    files: {
      ...BASE,
      'blue/kustomization.yaml': 'resources: [../base]\npatches: [{path: pid.yaml}]\n',
      'blue/pid.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {hostPID: true, hostIPC: true}}}\n',
    },
    lines: [
      'blue/pid.yaml',
      '-spec: {template: {spec: {hostPID: true, hostIPC: true}}}',
      '+spec: {template: {spec: {hostIPC: true}}}',
    ],
  },
]

const LEFT: readonly Omit<Mending, 'lines'>[] = [
  {
    name: 'a value that another field is made of too',
    rule: 'privileged-container',
    files: chart(
      '          securityContext: {privileged: {{ .Values.debug }}}\n          tty: {{ .Values.debug }}\n',
      'debug: true\n',
    ),
  },
  {
    name: 'an expression of the template',
    rule: 'privileged-container',
    files: chart(
      '          securityContext: {privileged: {{ not .Values.safe }}}\n',
      'safe: false\n',
    ),
  },
  {
    name: 'a port that a value decides',
    rule: 'no-liveness-probe',
    files: chart('          ports: [{containerPort: {{ .Values.port }}}]\n', 'port: 8080\n'),
  },
  {
    name: 'a patch inside of the kustomization',
    rule: 'host-pid',
    files: {
      ...BASE,
      'blue/kustomization.yaml':
        'resources: [../base]\npatches:\n  - target: {kind: Deployment}\n    patch: |-\n      - {op: add, path: /spec/template/spec/hostPID, value: true}\n',
    },
  },
  {
    name: 'a value of a loop that others are made of',
    rule: 'privileged-container',
    files: chart(
      '          securityContext: {privileged: {{ .Values.debug }}}\n{{- range (list "a" "b") }}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: {{ . }}}\ndata: {debug: {{ $.Values.debug | quote }}}\n{{- end }}\n',
      'debug: true\n',
    ),
  },
]

describe('fixing what is made', () => {
  it.each(MENDED)('changes $name, and nothing twice', ({ rule, files, lines }) => {
    const folder = writeFiles(files)
    const { files: changed, exitCode } = planIn(folder, rule)
    expect(changed.flatMap(({ file, before, after }) => [file, ...changes(before, after)])).toEqual(
      lines,
    )
    expect(exitCode).toBe(0)
    for (const { file, after } of changed) writeFileSync(join(folder, file), after)
    const again = planIn(folder, rule)
    expect(again.files).toEqual([])
    expect(again.leftovers).toEqual([])
  })

  it.each(LEFT)('leaves to a person: $name', ({ rule, files }) => {
    const { files: changed, leftovers } = planIn(writeFiles(files), rule)
    expect(changed).toEqual([])
    expect(leftovers.map((leftover) => leftover.rule)).toEqual([rule])
    expect(leftovers[0]?.why).toContain('for a person to write there')
  })

  it('changes the values that were chosen, not those of the chart', () => {
    const files = {
      ...chart('          securityContext: {privileged: {{ .Values.p }}}\n', 'p: false\n'),
      'live.yaml': 'p: true\n',
    }
    const { files: changed } = planIn(writeFiles(files), 'privileged-container', ['live.yaml'])
    expect(changed.map(({ file, after }) => [file, after])).toEqual([['live.yaml', 'p: false\n']])
  })

  it('shows no secret that stands beside a value', () => {
    const files = chart(
      '          securityContext: {privileged: {{ .Values.p }}}\n',
      'p: true\npassword: Tr0ub4dor-and-3\n',
    )
    const { text, withheld } = diffOf(planIn(writeFiles(files), 'privileged-container').files)
    expect(`${text}${withheld.join('')}`).toContain('values.yaml')
    expect(text).not.toContain('Tr0ub4dor')
  })
})

function planIn(workingFolder: string, rule: string, values: readonly string[] = []): FixPlan {
  const planned = planFix({
    estate: {
      targets: ['.'],
      workingFolder,
      skipPaths: [],
      readStdin: () => new Uint8Array(),
      kubernetes: undefined,
      provider: undefined,
      today: '2026-11-25',
      charts: [{ ...DEFAULT_INPUTS, valueFiles: values }],
    },
    selection: { rules: [rule], skipRules: [], stops: [], namespaces: [], excludeNamespaces: [] },
    findings: [],
    onlySafe: false,
  })
  if (!planned.ok) throw new Error(planned.fault.message)
  return planned.value
}

function changes(before: string, after: string): readonly string[] {
  const lines = unifiedDiff('a', before, after).split('\n').slice(2)
  return lines.filter((line) => /^[-+]/.test(line))
}
