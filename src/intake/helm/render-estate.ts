import { existsSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { firstBy } from '../../base/group.ts'
import type { KubernetesVersion } from '../../model/version.ts'
import type { Drafts } from '../drafts.ts'
import type { IntakeLimits } from '../limits.ts'
import type { Made } from '../made.ts'
import { missed, type Mishap } from '../mishap.ts'
import type { FoundFile } from '../targets.ts'
import { chartsAmong } from './chart-folders.ts'
import { DEFAULT_INPUTS, valuesGiven, type ChartInputs } from './chart-inputs.ts'
import { targetOf, type ChartFolder } from './chart/read-folder.ts'
import { readChart, type RenderedChart } from './read-charts.ts'
import { unusedValues, type ChartLedger } from './unrendered.ts'

/** What the charts of an estate are rendered from. */
export interface RenderTerms {
  readonly files: readonly FoundFile[]
  /** Each chart is rendered once with each of them; with its own defaults when there are none. */
  readonly charts?: readonly ChartInputs[] | undefined
  readonly workingFolder: string
  readonly kubernetes: KubernetesVersion
  readonly limits: IntakeLimits
  readonly drafts?: Drafts | undefined
}

/** What charts gave: each rendering is a group. */
export interface RenderedEstate extends ChartLedger {
  readonly made: Made
}

/** Renders all charts among the files that are no part of another one. */
export function renderEstate(terms: RenderTerms): RenderedEstate {
  const { roots, chartOf } = chartsAmong(terms.files)
  const templates = terms.files.flatMap((file) => {
    const chart = chartOf(file)
    return chart === undefined ? [] : [{ path: file.path, target: targetOf(chart) }]
  })
  const rendered = roots.length === 0 ? [] : renderAll(roots, terms)
  const vias = rendered.flatMap(({ via }) => via ?? [])
  const targets = new Set(vias.map(({ target }) => target))
  const manifests = rendered.flatMap((chart) => chart.manifests)
  const sources = manifests.flatMap(({ source }) => source ?? [])
  const mishaps = [
    ...rendered.flatMap((chart) => chart.mishaps),
    ...manifests.flatMap((manifest) => manifest.mishaps),
  ]
  return {
    made: {
      groups: rendered.map((chart) => chart.manifests.flatMap(({ resources }) => resources)),
      used: new Set(templates.map(({ path }) => path)),
      files: templates.filter(({ target }) => targets.has(target)).length,
      sources: [...firstBy(sources, ({ file }) => file).values()],
      documents: manifests.reduce((sum, { documents }) => sum + documents, 0),
      mishaps: onceEach(mishaps),
    },
    vias,
    empty: rendered.flatMap((chart) => (isEmpty(chart) ? (chart.via ?? []) : [])),
    unused: unusedValues(terms.files, new Set(roots.map(({ path }) => path)), chosenIn(terms)),
  }
}

// What is wrong with it is told already.
function isEmpty({ manifests, mishaps }: RenderedChart): boolean {
  const isWell =
    mishaps.length === 0 && manifests.every((manifest) => manifest.mishaps.length === 0)
  return isWell && manifests.every(({ resources }) => resources.length === 0)
}

function chosenIn({ charts = [], workingFolder }: RenderTerms): ReadonlySet<string> {
  const files = charts.flatMap(({ valueFiles }) => valueFiles)
  return new Set(
    files.map((file) => resolve(workingFolder, file)).flatMap((path) => [path, realOf(path)]),
  )
}

function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}

function renderAll(
  roots: readonly ChartFolder[],
  { charts = [DEFAULT_INPUTS], workingFolder, kubernetes, limits, drafts }: RenderTerms,
): readonly RenderedChart[] {
  return charts.flatMap((inputs) => {
    const values = valuesGiven(inputs, workingFolder, drafts)
    // One wrong values file, and no chart is known with it.
    if (!values.ok) return roots.map(() => lost(missed('charts', values.fault)))
    const request = { inputs, values: values.value, kubernetes, limits, drafts }
    return roots.map((root) => readChart(root, request))
  })
}

function lost(mishap: Mishap): RenderedChart {
  return { via: undefined, manifests: [], mishaps: [mishap] }
}

// What is wrong with a chart is wrong in each of its renderings.
function onceEach(mishaps: readonly Mishap[]): readonly Mishap[] {
  return [...firstBy(mishaps, ({ unit, fault }) => `${unit} ${fault.code} ${fault.at}`).values()]
}
