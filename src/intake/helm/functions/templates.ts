import { execute, executeNamed, NO_VALUE } from '../template/execute.ts'
import { parse, type Template } from '../template/parse.ts'
import {
  markOfAction,
  readMark,
  remember,
  type Call,
  type Frame,
  type GoFunction,
  type Origin,
  type Templates,
} from '../template/run.ts'
import { without, type Trace } from '../template/trace.ts'
import { give, PlacedTrouble } from '../template/trouble.ts'
import { fixed, textAt, valueAt } from './arguments.ts'

/** The functions that carry out templates. */
export const TEMPLATES: Readonly<Record<string, GoFunction>> = {
  include: fixed(2, include),
  tpl: fixed(2, tpl),
}

// Helm's own limit.
const MAX_INCLUDES = 1000

function include(call: Call): string {
  const name = textAt(call, 0)
  const { frame } = call
  const { including } = frame.run
  const count = including.get(name) ?? 0
  if (count > MAX_INCLUDES) give(`rendering template has a nested reference name: ${name}`)
  const template = frame.templates.get(name)
  if (template === undefined) return give(`no template "${name}" associated with template "gotpl"`)
  including.set(name, count + 1)
  const made = executeNamed(frame, template, valueAt(call, 1) ?? undefined)
  including.set(name, count)
  return handOver(frame, made)
}

function handOver({ run }: Frame, { text, pieces }: Trace): string {
  remember(run, text, pieces)
  return text
}

function tpl(call: Call): string {
  const text = textAt(call, 0)
  if (!text.includes('{{')) return text
  try {
    return carryOut(call, text)
  } catch (error) {
    // A text that was made stands in no file: the action that carries it out is the place.
    const isOwn = error instanceof PlacedTrouble && error.text.source === undefined
    if (!isOwn) throw error
    return give(`in the text that tpl carries out: ${error.message}`)
  }
}

function carryOut(call: Call, text: string): string {
  const { frame } = call
  const { run } = frame
  const source = { name: frame.template.name, text, source: undefined }
  const parsed = parsedOf(call, source)
  const main = parsed.at(-1)
  if (main === undefined) return ''
  const mark = markOfAction(frame)
  const decider = readMark(run, text)
  const pieces = run.traces.get(text) ?? [{ length: text.length, mark, isVerbatim: false, decider }]
  const origin: Origin = { kind: 'made', pieces: pieces.map(unsure), mark }
  const templates = withOwn(frame.templates, parsed.slice(0, -1))
  const made = execute({
    run,
    templates,
    template: main,
    origin,
    dot: valueAt(call, 1) ?? undefined,
  })
  return handOver(frame, without(made, NO_VALUE))
}

// What a template made of a value writes stands letter by letter in no file.
function unsure<T extends { readonly isVerbatim: boolean }>(piece: T): T {
  return { ...piece, isVerbatim: false }
}

const parsedTexts = new WeakMap<ReadonlyMap<string, GoFunction>, Map<string, readonly Template[]>>()

function parsedOf({ frame: { run } }: Call, source: Template['source']): readonly Template[] {
  const known = parsedTexts.get(run.functions) ?? new Map<string, readonly Template[]>()
  parsedTexts.set(run.functions, known)
  const found = known.get(source.text)
  if (found !== undefined) return found
  const parsed = parse(source, (name) => run.functions.has(name))
  if (known.size > 1000) known.clear()
  known.set(source.text, parsed)
  return parsed
}

// What a text defines is known to it alone.
function withOwn(templates: Templates, own: readonly Template[]): Templates {
  if (own.length === 0) return templates
  const all = new Map(templates)
  for (const template of own) all.set(template.name, template)
  return all
}
