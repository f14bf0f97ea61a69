import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { groupBy } from '../../src/base/group.ts'
import { DEFAULT_INPUTS } from '../../src/intake/helm/chart-inputs.ts'
import { readEstate, type Estate } from '../../src/intake/read-estate.ts'
import type { Path } from '../../src/model/document.ts'
import type { Via } from '../../src/model/making.ts'
import { valueAt } from '../../src/model/part.ts'
import { deciderOf, formatPath, spotOf, type Spot } from '../../src/model/place.ts'
import { resourceKey, type Resource } from '../../src/model/resource.ts'
import { NEWEST_KUBERNETES } from '../../src/model/version.ts'
import { CATALOGUE } from '../../src/rules/catalogue.ts'
import { isMade, type Finding } from '../../src/verdict/finding.ts'
import { judgeSurvey } from '../../src/verdict/verdict.ts'
import { alterationsAt } from './alterations.ts'
import { outcomeOf, writtenPart } from './judged.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CASES = join(import.meta.dirname, 'cases')

/** Files that are rendered, and what with. `findings` is how many there are at least: none would prove nothing. */
interface Case {
  readonly name: string
  readonly folder: string
  readonly values?: readonly string[]
  readonly findings: number
}

const ESTATES: readonly Case[] = [
  {
    name: 'the chart of the harbour',
    folder: join(ROOT, 'examples/harbour/charts/reviews'),
    values: ['values-production.yaml'],
    findings: 10,
  },
  { name: 'its overlays', folder: join(ROOT, 'examples/harbour/search'), findings: 15 },
  { name: 'its Terraform', folder: join(ROOT, 'examples/harbour/terraform'), findings: 15 },
  {
    name: 'a chart with loops, helpers and a sub-chart',
    folder: join(CASES, 'shop-chart'),
    values: ['production.yaml'],
    findings: 30,
  },
  { name: 'patches of every kind', folder: join(CASES, 'overlay'), findings: 30 },
  { name: 'variables, modules and loops', folder: join(CASES, 'infra'), findings: 20 },
]

// Who judges the places: the line that a finding names is written otherwise and everything rendered again. What was
// judged must be another value then, or be gone, and nothing beside it may be.
describe('findings of what is rendered name the line that is responsible', () => {
  it.each(ESTATES)('$name', ({ folder, values = [], findings: least }) => {
    const bench = openBench(folder, values)
    const findings = judgeSurvey(bench.estate, CATALOGUE).findings.filter(isMade)
    expect(findings.length).toBeGreaterThanOrEqual(least)
    expect(findings.flatMap((finding) => wrongPlaces(finding, bench))).toEqual([])
    // The judge must know better than to take the next best line.
    const leaves = findings.filter(isOfLeaf)
    const fooled = leaves.filter((finding) => isLineAboveTaken(finding, bench))
    expect(fooled.length / leaves.length).toBeLessThan(MOST_FOOLED)
  })
})

// The line above may open the list or mapping whose only member was judged.
const MOST_FOOLED = 0.4

function isOfLeaf({ place, resource }: Finding): boolean {
  const path = writtenPart(resource.value, place.path)
  return path.length > 0 && typeof valueAt(resource.value, path) !== 'object'
}

interface Bench {
  readonly estate: Estate
  /** Reads everything with another text in the place of one file. */
  readonly rereadWith: (file: string, text: string) => Estate
  readonly textOf: (file: string) => string
}

function openBench(original: string, values: readonly string[]): Bench {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'portolan-places-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(original, folder, { recursive: true })
  const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8')
  const known = new Map<string, Estate>()
  const rereadWith = (file: string, text: string): Estate => {
    const key = `${file}\n${text}`
    const estate = known.get(key) ?? freshWith(file, text)
    known.set(key, estate)
    return estate
  }
  const freshWith = (file: string, text: string): Estate => {
    const before = textOf(file)
    writeFileSync(join(folder, file), text)
    try {
      return read(folder, values)
    } finally {
      writeFileSync(join(folder, file), before)
    }
  }
  return { estate: read(folder, values), rereadWith, textOf }
}

function read(workingFolder: string, values: readonly string[]): Estate {
  return readEstate({
    targets: ['.'],
    workingFolder,
    skipPaths: [],
    readStdin: () => new Uint8Array(),
    kubernetes: NEWEST_KUBERNETES,
    offering: undefined,
    today: '2026-11-25',
    charts: [DEFAULT_INPUTS, ...values.map((file) => ({ ...DEFAULT_INPUTS, valueFiles: [file] }))],
  })
}

function wrongPlaces(finding: Finding, bench: Bench): readonly string[] {
  const { place, resource } = finding
  const path = writtenPart(resource.value, place.path)
  const judged = { resource, path }
  const spot = spotOf(place)
  const decider = deciderOf(place)
  const wrong: string[] = []
  if (decider !== undefined && !isDecider(decider, judged, bench))
    wrong.push(`${pointOf(decider)} does not decide`)
  // A line that decides outdoes the one where the field stands.
  else if (decider === undefined && !isResponsible(spot, judged, bench))
    wrong.push(`${pointOf(spot)} is not it`)
  const field = `${resourceKey(resource)} ${formatPath(place.path)}`
  return wrong.map((words) => `${finding.rule.id} ${field}: ${words}`)
}

function isLineAboveTaken({ place, resource }: Finding, bench: Bench): boolean {
  const { file, line, ...spot } = spotOf(place)
  const above = bench.textOf(file).split('\n')[line - 2] ?? ''
  const column = above.length - above.trimStart().length + 1
  const judged = { resource, path: writtenPart(resource.value, place.path) }
  return isResponsible({ ...spot, file, line: line - 1, column }, judged, bench)
}

interface Judged {
  readonly resource: Resource
  readonly path: Path
}

function isResponsible(spot: Spot, judged: Judged, bench: Bench): boolean {
  // What a template puts there as a whole is more than one field.
  const isWhole = /^\s*(?:- )?\{\{/.test(bench.textOf(spot.file).split('\n')[spot.line - 1] ?? '')
  return outcomesAt(spot, judged, bench).some(({ outcome, objects }) => {
    if (outcome === 'gone') return objects === -1
    return outcome === 'changed' || (isWhole && outcome === 'changed with others')
  })
}

// A value may be used in many places.
function isDecider(spot: Spot, judged: Judged, bench: Bench): boolean {
  return outcomesAt(spot, judged, bench).some(
    ({ outcome, isNarrow }) => isNarrow && outcome.startsWith('changed'),
  )
}

function outcomesAt(spot: Spot, { resource, path }: Judged, bench: Bench) {
  return alterationsAt(bench.textOf(spot.file), spot).flatMap(({ text, isNarrow }) => {
    const estate = bench.rereadWith(spot.file, text)
    // What cannot be read any more proves nothing.
    if (estate.faults.length > bench.estate.faults.length) return []
    const outcome = outcomeOf(resource, path, counterpart(resource, bench.estate, estate))
    const objects = estate.scene.resources.length - bench.estate.scene.resources.length
    return [{ outcome, isNarrow, objects }]
  })
}

function counterpart(resource: Resource, before: Estate, after: Estate): Resource | undefined {
  const via = viaKey(resource.document.making?.via)
  const old = resourcesOf(before).get(via) ?? []
  const now = resourcesOf(after).get(via) ?? []
  if (old.length === now.length) return now[old.indexOf(resource)]
  return now.find((each) => resourceKey(each) === resourceKey(resource))
}

function resourcesOf({ scene, renderings = [scene] }: Estate) {
  const all = new Set(renderings.flatMap(({ resources }) => resources))
  return groupBy([...all], ({ document }) => viaKey(document.making?.via))
}

function viaKey(via: Via | undefined): string {
  return JSON.stringify(via ?? null)
}

function pointOf({ file, line, column }: Spot): string {
  return `${file}:${line}:${column}`
}
