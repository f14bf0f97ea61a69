import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readYaml } from '../yaml/read-yaml.ts'
import { CHART_LIMITS } from './chart/chart-file.ts'
import { loadChart } from './chart/load-chart.ts'
import { readFolder } from './chart/read-folder.ts'
import { renderChart } from './chart/render-chart.ts'
import { documentsApart } from './documents-apart.ts'

// Each folder is a chart; expected.yaml is what Helm 4.1.4 made of it:
// helm template rel FOLDER --namespace ns --kube-version 1.35.0
const ROOM = join(import.meta.dirname, 'golden')
const RELEASE = { name: 'rel', namespace: 'ns', kubernetes: { major: 1, minor: 35 } }

describe('renderChart', () => {
  it.each(readdirSync(ROOM).map((name) => ({ name })))(
    'makes the objects that Helm makes: $name',
    ({ name }) => {
      const path = join(ROOM, name)
      const chart = loadChart(readFolder({ path, name }, CHART_LIMITS), name, CHART_LIMITS)
      const rendered = renderChart(chart, new Map(), RELEASE)
      expect(rendered).toMatchObject({ ok: true })
      const files = rendered.ok ? rendered.value : []
      const texts = files
        .filter(({ source }) => !source.file.endsWith('NOTES.txt'))
        .map(({ trace }) => documentsApart(trace).text)
      expect(objectsIn(texts.join('---\n'))).toEqual(
        objectsIn(readFileSync(join(path, 'expected.yaml'), 'utf8')),
      )
      for (const { trace } of files) {
        const length = trace.pieces.reduce((sum, piece) => sum + piece.length, 0)
        expect(length).toBe(trace.text.length)
      }
    },
  )
})

function objectsIn(text: string): readonly unknown[] {
  const { documents, faults } = readYaml({ file: 'all.yaml', text })
  expect(faults).toEqual([])
  return documents
    .filter(({ value }) => value !== null)
    .toSorted((one, other) => (nameOf(one.value) < nameOf(other.value) ? -1 : 1))
    .map(({ value }) => value)
}

function nameOf(value: unknown): string {
  const { kind, metadata } = Object(value)
  return `${kind} ${metadata?.name}`
}
