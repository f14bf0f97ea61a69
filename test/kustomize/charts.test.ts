import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { succeed } from '../../src/base/result.ts'
import { buildKustomization, type Built } from '../../src/intake/kustomize/build-kustomization.ts'
import type { ChartOrder, RenderChart } from '../../src/intake/kustomize/chart.ts'
import { plainOf } from '../../src/intake/kustomize/node.ts'
import { openWorkshop } from '../../src/intake/kustomize/workshop.ts'
import { readYaml } from '../../src/intake/yaml/read-yaml.ts'
import { valueAt } from '../../src/model/part.ts'
import { spotOf } from '../../src/model/place.ts'

const CHART = `namespace: shop
namePrefix: p-
helmGlobals: { chartHome: parts }
helmCharts:
  - name: store
    releaseName: main
    valuesFile: values.yaml
    valuesInline: { replicas: 2 }
    includeCRDs: true
`
const TEMPLATE = {
  file: 'parts/store/templates/a.yaml',
  text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: own}\n',
}

describe('a chart in a kustomization', () => {
  const files = {
    'kustomization.yaml': CHART,
    'values.yaml': 'x: 1\n',
    'parts/store/Chart.yaml': 'name: store\n',
  }

  it('is rendered by whoever can, and then changed like the rest', () => {
    const orders: ChartOrder[] = []
    const { documents, faults } = build(files, (order) => {
      orders.push(order)
      return succeed({ documents: readYaml(TEMPLATE).documents, parts: [] })
    })
    expect(faults).toEqual([])
    expect(orders).toMatchObject([
      {
        releaseName: 'main',
        namespace: 'shop',
        valuesMerge: 'override',
        includesCrds: true,
      },
    ])
    expect(orders[0]?.valuesFile?.split('/').at(-1)).toBe('values.yaml')
    expect(orders[0]?.valuesInline && plainOf(orders[0].valuesInline)).toEqual({ replicas: 2 })
    expect(documents.map(({ value }) => valueAt(value, ['metadata']))).toEqual([
      { name: 'p-a', namespace: 'shop' },
    ])
    const [document] = documents
    expect(document && spotOf({ document, path: ['metadata', 'name'] }).file).toBe(TEMPLATE.file)
  })

  it.each([
    { name: 'nobody renders it', files, code: 'INTAKE_TEMPLATE' },
    { name: 'it is elsewhere', files: { 'kustomization.yaml': CHART }, code: 'INTAKE_REMOTE' },
  ])('is a fault when $name', ({ files: given, code }) => {
    const { faults, isBuilt } = build(given, undefined)
    expect(isBuilt).toBe(true)
    expect(faults.map((fault) => `${fault.code} ${fault.at}`)).toEqual([
      `${code} kustomization.yaml:5:5`,
    ])
  })
})

function build(
  files: Readonly<Record<string, string>>,
  renderChart: RenderChart | undefined,
): Built {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'portolan-charts-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const nameOf = (path: string): string => relative(folder, path)
  return buildKustomization(openWorkshop({ boundaries: [folder], nameOf, renderChart }), folder)
}
