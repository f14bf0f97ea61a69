import { describe, expect, it } from 'vitest'
import type { Path } from '../../model/document.ts'
import { deciderOf, spotOf } from '../../model/place.ts'
import { estateOf } from '../estate.testing.ts'

const FILES = {
  'Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\nappVersion: 2.5.0\n',
  'values.yaml': [
    'tag: latest',
    'labels:',
    '  team: blue',
    'resources:',
    '  limits:',
    '    memory: 1Gi',
    'note: "{{ .Values.tag }}"',
    'ports: [80, 443]',
  ].join('\n'),
  'templates/_helpers.tpl': [
    '{{- define "web.labels" -}}',
    'app: web',
    'version: {{ .Chart.AppVersion }}',
    '{{- end -}}',
  ].join('\n'),
  'templates/pod.yaml': [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: web',
    '  labels: {{- include "web.labels" . | nindent 4 }}',
    '    {{- with .Values.labels }}{{ toYaml . | nindent 4 }}{{ end }}',
    '  annotations:',
    '    note: {{ tpl .Values.note . | quote }}',
    'spec:',
    '  containers:',
    '    - name: web',
    '      image: "x:{{ .Values.tag }}"',
    '      resources: {{- .Values.resources | toYaml | nindent 8 }}',
    '      ports:',
    '        {{- range .Values.ports }}',
    '        - containerPort: {{ . }}',
    '        {{- end }}',
  ].join('\n'),
}

describe('the places of a made object', () => {
  it.each<{ name: string; path: Path; at: string; by?: string }>([
    { name: 'what stands there', path: ['metadata', 'name'], at: 'templates/pod.yaml:4:3' },
    {
      name: 'a value in a text',
      path: ['spec', 'containers', 0, 'image'],
      at: 'templates/pod.yaml:12:7',
      by: 'values.yaml:1:6',
    },
    {
      name: 'what another template wrote',
      path: ['metadata', 'labels', 'app'],
      at: 'templates/_helpers.tpl:2:1',
    },
    {
      name: 'what another template wrote of the chart',
      path: ['metadata', 'labels', 'version'],
      at: 'templates/_helpers.tpl:3:1',
      by: 'Chart.yaml:4:13',
    },
    {
      name: 'a part of the values',
      path: ['metadata', 'labels', 'team'],
      at: 'templates/pod.yaml:6:31',
      by: 'values.yaml:3:9',
    },
    {
      name: 'a part further down',
      path: ['spec', 'containers', 0, 'resources', 'limits', 'memory'],
      at: 'templates/pod.yaml:13:18',
      by: 'values.yaml:6:13',
    },
    {
      name: 'a value that is a template',
      path: ['metadata', 'annotations', 'note'],
      at: 'templates/pod.yaml:8:5',
      by: 'values.yaml:7:7',
    },
    {
      name: 'a member of a list',
      path: ['spec', 'containers', 0, 'ports', 1, 'containerPort'],
      at: 'templates/pod.yaml:16:11',
      by: 'values.yaml:8:13',
    },
  ])('tells the line of the template and of the value: $name', ({ path, at, by }) => {
    const { scene, faults } = estateOf(FILES)
    expect(faults).toEqual([])
    const document = scene.resources[0]?.document
    expect(document).toBeDefined()
    if (document === undefined) return
    const { file, line, column } = spotOf({ document, path })
    expect(`${file}:${line}:${column}`).toBe(at)
    const decider = deciderOf({ document, path })
    expect(decider && `${decider.file}:${decider.line}:${decider.column}`).toBe(by)
  })

  it.each([
    { name: 'of one value', text: 'a: {{ .Values.a }}\n    b: 1', by: 'values.yaml:1:4' },
    {
      name: 'of several values',
      text: 'a: {{ .Values.a }}\n    b: {{ .Values.b }}',
      by: undefined,
    },
  ])('names who decides a file $name', ({ text, by }) => {
    const { scene } = estateOf({
      'Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
      'values.yaml': 'a: x\nb: y\n',
      'templates/a.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  file: |\n    ${text}\n`,
    })
    const document = scene.resources[0]?.document
    const decider = document && deciderOf({ document, path: ['data', 'file'] })
    expect(decider && `${decider.file}:${decider.line}:${decider.column}`).toBe(by)
  })
})
