import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { ChartInputs } from '../../src/intake/helm/chart-inputs.ts'
import { valuesGiven } from '../../src/intake/helm/chart-inputs.ts'
import { CHART_LIMITS } from '../../src/intake/helm/chart/chart-file.ts'
import { loadChart } from '../../src/intake/helm/chart/load-chart.ts'
import { readFolder } from '../../src/intake/helm/chart/read-folder.ts'
import { ChartRefusal } from '../../src/intake/helm/chart/refusal.ts'
import { renderChart } from '../../src/intake/helm/chart/render-chart.ts'
import { documentsApart } from '../../src/intake/helm/documents-apart.ts'
import { readYaml } from '../../src/intake/yaml/read-yaml.ts'
import { corpus } from '../corpus/corpora.ts'
import { inOrder } from './in-order.ts'
import { program } from './programs.ts'
import { settled } from './settled.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CHARTS = join(import.meta.dirname, 'charts')
const HELM = program('helm')
// More charts to compare, with what they depend on: any folder of public ones.
const MORE = process.env['PORTOLAN_CHARTS']

/** One rendering: a chart, and what it is rendered with. */
interface Rendering {
  readonly chart: string
  readonly values?: readonly string[]
  readonly sets?: readonly string[]
  /** Helm ends with an error then, and so must we. */
  readonly isRefused?: boolean
}

const OWN: readonly Rendering[] = [
  ...foldersIn(CHARTS).map((chart) => ({ chart, isRefused: chart.includes('/refused-') })),
  ...foldersIn(join(ROOT, 'src/intake/helm/golden')).map((chart) => ({ chart })),
  { chart: join(CHARTS, 'gates'), values: ['on.yaml'] },
  { chart: join(CHARTS, 'gates'), values: ['broken.yaml'], isRefused: true },
  { chart: join(CHARTS, 'gates'), values: ['broken.yaml'], sets: ['ingress.host=a.example'] },
  { chart: join(CHARTS, 'family'), values: ['more.yaml'] },
  { chart: join(CHARTS, 'family'), sets: ['tags.extra=true', 'queue.on=true', 'second.size=null'] },
  { chart: join(CHARTS, 'lifecycle'), sets: ['jobs={a,b,c}'] },
  { chart: join(CHARTS, 'lifecycle'), sets: ['jobs=null'] },
  { chart: join(CHARTS, 'scope'), sets: ['map.c.d=9', 'tpl=x'] },
  { chart: join(CHARTS, 'schema'), sets: ['replicas=0'], isRefused: true },
  { chart: join(CHARTS, 'schema'), sets: ['replicas=two'], isRefused: true },
  { chart: join(CHARTS, 'schema'), sets: ['replicas=null'], isRefused: true },
  { chart: join(CHARTS, 'schema'), sets: ['inner.port=70000'], isRefused: true },
  { chart: join(CHARTS, 'schema'), sets: ['image.tag=v1'], isRefused: true },
  { chart: join(CHARTS, 'schema'), values: ['bad-enum.yaml'], isRefused: true },
  { chart: join(CHARTS, 'schema'), values: ['bad-name.yaml'], isRefused: true },
  { chart: join(CHARTS, 'schema'), sets: ['image.policy=Never', 'more=1'] },
  { chart: join(CHARTS, 'refused-fail'), sets: ['ok=1'] },
  { chart: join(CHARTS, 'refused-call'), sets: ['a.b.c=Thing'] },
  { chart: join(ROOT, 'examples/harbour/charts/reviews') },
  { chart: join(ROOT, 'examples/harbour/charts/reviews'), values: ['values-production.yaml'] },
]

describe.skipIf(HELM === undefined)('charts make the objects that helm makes', () => {
  it.each(OWN.map((rendering) => ({ rendering, name: nameOf(rendering) })))(
    '$name',
    ({ rendering }) => {
      const theirs = rendered(rendering)
      expect(theirs === undefined).toBe(rendering.isRefused ?? false)
      expect(objectsIn(read(rendering))).toEqual(objectsIn(theirs))
    },
  )

  const boutique = corpus('boutique')
  it.skipIf(boutique === undefined).each(chartsBelow(boutique ?? ''))(
    'in the boutique: $chart',
    agree,
  )

  it.each(MORE === undefined ? [] : chartsBelow(MORE))('elsewhere: $chart', agree)
})

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => join(folder, name))
}

function chartsBelow(folder: string): readonly Rendering[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'Chart.yaml' && !file.includes('/charts/'))
    .map((file) => ({ chart: join(folder, dirname(file)) }))
}

function nameOf({ chart, values = [], sets = [] }: Rendering): string {
  return [basename(chart), ...values, ...sets].join(' ')
}

function agree(rendering: Rendering): void {
  const { ours, theirs } = comparedWithTwo(rendering)
  expect(ours).toEqual(theirs)
}

// What charts draw by lot differs between two runs of helm, and is left out.
function comparedWithTwo(rendering: Rendering) {
  const [text, again] = [rendered(rendering), rendered(rendering)]
  const [own, one, other] = [read(rendering), text, again].map(valuesIn)
  const isDrawn = text !== again && one !== undefined && other !== undefined
  const told = (objects: readonly unknown[] | undefined): unknown =>
    isDrawn && objects !== undefined
      ? [objects.length, settled(objects, one, other).map(inOrder).sort()]
      : objects?.map(inOrder).sort()
  return { ours: told(own), theirs: told(one) }
}

function rendered({ chart, values = [], sets = [] }: Rendering): string | undefined {
  const args = [
    'template',
    'rel',
    chart,
    '--namespace=ns',
    '--kube-version=1.35.0',
    ...values.flatMap((file) => ['--values', join(chart, file)]),
    ...sets.flatMap((text) => ['--set', text]),
  ]
  const { status, stdout } = spawnSync(HELM ?? '', args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  return status === 0 ? stdout : undefined
}

// Undefined when it is refused, as helm ends with an error.
function read({ chart: path, values = [], sets = [] }: Rendering): string | undefined {
  const inputs: ChartInputs = {
    valueFiles: values.map((file) => join(path, file)),
    sets: sets.map((text) => ({ kind: 'typed', text })),
    release: 'rel',
    namespace: 'ns',
  }
  const given = valuesGiven(inputs, ROOT)
  if (!given.ok) return undefined
  try {
    const chart = loadChart(readFolder({ path, name: path }, CHART_LIMITS), path, CHART_LIMITS)
    const files = renderChart(chart, given.value, {
      name: 'rel',
      namespace: 'ns',
      kubernetes: { major: 1, minor: 35 },
    })
    if (!files.ok) return undefined
    return files.value
      .filter(({ source }) => !source.file.endsWith('NOTES.txt'))
      .map(({ trace }) => documentsApart(trace).text)
      .join('---\n')
  } catch (error) {
    if (error instanceof ChartRefusal) return undefined
    throw error
  }
}

function objectsIn(text: string | undefined): readonly string[] | undefined {
  return valuesIn(text)?.map(inOrder).sort()
}

// Undefined when there is nothing, or no YAML: helm refuses that too.
function valuesIn(text: string | undefined): readonly unknown[] | undefined {
  if (text === undefined) return undefined
  const { documents, faults } = readYaml({ file: 'all.yaml', text })
  if (faults.some(({ code }) => code === 'INTAKE_YAML')) return undefined
  return documents.map(({ value }) => value).filter((value) => value !== null)
}
