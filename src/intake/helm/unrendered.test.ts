import { describe, expect, it } from 'vitest'
import { estateOf, type Asked } from '../estate.testing.ts'
import { DEFAULT_INPUTS } from './chart-inputs.ts'

const FILES = {
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'charts/web/values.yaml': 'live: false\n',
  'charts/web/values-live.yaml': 'live: true\n',
  'charts/web/eu-values.yml': 'live: true\n',
  'charts/web/notes.yaml': 'live: true\n',
  'elsewhere/values-live.yaml': 'live: true\n',
  'charts/web/templates/a.yaml':
    '{{- if .Values.live }}\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n{{- end }}\n',
}

function renderingsOf(asked: Asked = {}) {
  const { coverage } = estateOf(FILES, asked)
  const row = coverage.find(({ what }) => what === 'renderings')
  return row && [`${row.examined}/${row.asked}`, ...row.reasons.map(({ why }) => why)]
}

describe('what was not looked at of charts', () => {
  it('are those that made no object, and values that nobody chose', () => {
    expect(renderingsOf()).toEqual([
      '0/3',
      'made no object: charts/web',
      'values that were not chosen (--values): charts/web/eu-values.yml, charts/web/values-live.yaml',
    ])
  })

  it('is nothing when all was rendered and made objects', () => {
    const charts = ['charts/web/values-live.yaml', './charts/web/eu-values.yml'].map((file) => ({
      ...DEFAULT_INPUTS,
      valueFiles: [file],
    }))
    expect(renderingsOf({ charts })).toBeUndefined()
  })
})
