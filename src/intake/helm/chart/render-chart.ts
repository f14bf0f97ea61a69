import { fail, succeed, type Result } from '../../../base/result.ts'
import type { Source } from '../../../model/source.ts'
import { faultAt } from '../../yaml/yaml-fault.ts'
import { FUNCTIONS } from '../functions/table.ts'
import { checkValues } from '../schema/check-values.ts'
import { textOfBytes } from '../template/bytes.ts'
import { execute, NO_VALUE } from '../template/execute.ts'
import { parse } from '../template/parse.ts'
import type { Run, Templates } from '../template/run.ts'
import { without, type Trace } from '../template/trace.ts'
import { PlacedTrouble, Trouble } from '../template/trouble.ts'
import type { Dict } from '../template/value.ts'
import { satisfies, parseVersion } from '../versions/version.ts'
import { isPartial, scopedTemplates, type ScopedTemplate } from './chart-scope.ts'
import { coalesceValues } from './coalesce.ts'
import { processDependencies } from './dependencies.ts'
import type { Chart } from './load-chart.ts'
import { ChartRefusal, refuseChart } from './refusal.ts'
import { capabilitiesOf, releaseOf, versionOf, type Release } from './surroundings.ts'

/** What one template wrote. */
export interface RenderedFile {
  readonly source: Source
  readonly trace: Trace
}

/** What a rendering may cost. */
export interface RenderLimits {
  readonly maxSteps: number
  readonly maxCharacters: number
  readonly maxDepth: number
}

/** Far above real charts: the largest public ones take some 300,000 steps and write some 10 MB, partials included. */
const RENDER_LIMITS: RenderLimits = {
  maxSteps: 2_000_000,
  maxCharacters: 192 * 1024 * 1024,
  maxDepth: 300,
}

/**
 * What the templates of a chart and those inside write under the values `given`, in Helm's order, partials left out. The
 * fault tells the template's line when it does not render.
 */
export function renderChart(
  chart: Chart,
  given: Dict,
  release: Release,
  limits: RenderLimits = RENDER_LIMITS,
): Result<readonly RenderedFile[]> {
  try {
    checkKubernetes(chart, release)
    const whole = processDependencies(chart, given)
    const values = coalesceValues(whole, given, 'drop')
    checkValues(whole, values)
    const common = { Release: releaseOf(release), Capabilities: capabilitiesOf(release) }
    return succeed(renderAll(scopedTemplates(whole, values, common), runOf(limits)))
  } catch (error) {
    return fail(faultOf(error, chart))
  }
}

function checkKubernetes({ metadata: { kubeVersion }, at }: Chart, release: Release): void {
  const version = parseVersion(versionOf(release))
  if (kubeVersion === '' || version === undefined || satisfies(version, kubeVersion) === true)
    return
  refuseChart(
    'INTAKE_RENDER',
    at,
    `This chart wants Kubernetes ${kubeVersion}, but ${versionOf(release)} is asked for.`,
    'Name the version of your cluster with --kube-version.',
  )
}

function runOf({ maxSteps, maxCharacters, maxDepth }: RenderLimits): Run {
  return {
    functions: FUNCTIONS,
    budget: { steps: maxSteps, characters: maxCharacters, depth: maxDepth },
    traces: new Map(),
    reads: [],
    including: new Map(),
  }
}

function renderAll(files: readonly ScopedTemplate[], run: Run): readonly RenderedFile[] {
  const templates: Templates = new Map()
  const sources = files.map((scoped) => readTemplate(scoped, templates))
  const rendered: RenderedFile[] = []
  files.forEach((scoped, index) => {
    const source = sources[index]
    if (source === undefined || isPartial(scoped.file.path)) return
    rendered.push({ source, trace: render(scoped, source, templates, run) })
  })
  return rendered
}

function readTemplate({ name, file }: ScopedTemplate, templates: Templates): Source {
  const source = { file: file.name, text: textOfBytes(file.bytes) }
  for (const template of parse({ name, text: source.text, source }, (word) =>
    FUNCTIONS.has(word),
  )) {
    // What is empty does not take the place of what says something.
    const isEmpty = template.body.every(
      ({ kind, start, end }) => kind === 'text' && source.text.slice(start, end).trim() === '',
    )
    if (!isEmpty || !templates.has(template.name)) templates.set(template.name, template)
  }
  return source
}

function render(
  { name, dot, basePath }: ScopedTemplate,
  source: Source,
  templates: Templates,
  run: Run,
): Trace {
  const template = templates.get(name)
  if (template === undefined) return { text: '', pieces: [] }
  dot.set(
    'Template',
    new Map([
      ['Name', name],
      ['BasePath', basePath],
    ]),
  )
  run.traces.clear()
  run.reads.length = 0
  const origin = { kind: 'file', source: template.source.source ?? source } as const
  return without(execute({ run, templates, template, origin, dot }), NO_VALUE)
}

function faultOf(error: unknown, { at }: Chart): ChartRefusal['fault'] {
  if (error instanceof ChartRefusal) return error.fault
  if (!(error instanceof Trouble) && !(error instanceof PlacedTrouble)) throw error
  const reason = error.message
  const words = {
    code: 'INTAKE_RENDER',
    message: `The chart does not render: ${reason.replace(/\.$/, '')}.`,
    remedy: REMEDY,
  } as const
  if (error instanceof PlacedTrouble && error.text.source !== undefined) {
    return faultAt(error.text.source, { ...words, offset: error.offset })
  }
  return { ...words, at }
}

const REMEDY =
  'Mend the template, or give the values that it needs (--values FILE, --set NAME=VALUE); helm template shows the same.'
